import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfValue, findElements, namesOf, notPlain } from './plain-json.ts'

const names = ['id', 'code', 'status', 'valueQuantity']
const prepared = namesOf(names)

/** What is found in a line: the text of each element by its name; undefined where the line is not plain. */
const foundIn = (line: string): Readonly<Record<string, string>> | undefined => {
  const bytes = Buffer.from(line)
  const places = new Int32Array(2 * names.length)
  if (!findElements(bytes, 0, bytes.length, prepared, places)) return undefined
  return Object.fromEntries(
    names.flatMap((name, place) => {
      const [from = 0, to = 0] = places.subarray(2 * place)
      return to === 0 ? [] : [[name, bytes.toString('utf8', from, to)]]
    }),
  )
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const signs = (text: string): readonly string[] => Array.from(text)

const text = fc.string({ unit: fc.constantFrom(...signs('abcé {}[]:,.-09')), maxLength: 12 })
const plainValue = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.integer().map((number) => number / 100),
    fc.constantFrom(true, false, null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3 }),
  ),
})).value
const value = fc.oneof({ arbitrary: plainValue, weight: 9 }, fc.jsonValue({ maxDepth: 4 }))
const resource = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...names, 'meta', 'text', '', 'a', '__proto__'), value),
    fc.boolean(),
  )
  .map(([object, spaced]) =>
    spaced
      ? JSON.stringify(object, null, 1).replaceAll(/\n */g, '').replaceAll(',"', ', "')
      : JSON.stringify(object),
  )

describe('going through a line by its bytes', () => {
  test('finds what JSON.parse finds, or says that the line is not plain', () => {
    let plain = 0
    fc.assert(
      fc.property(resource, (line) => {
        const found = foundIn(line)
        if (found === undefined) return
        plain += 1
        const parsed = JSON.parse(line) as Readonly<Record<string, unknown>>
        for (const name of names) {
          expect(found[name] === undefined).toBe(!Object.hasOwn(parsed, name))
          if (found[name] !== undefined) expect(JSON.parse(found[name])).toEqual(parsed[name])
        }
      }),
      { numRuns: 2000 },
    )
    expect(plain).toBeGreaterThan(500)
  })

  test('never takes for plain what JSON.parse does not read', () => {
    const damaged = fc.tuple(
      resource,
      fc.nat(),
      fc.constantFrom(...signs('{}[],:"0-.et \\\t\u0000é')),
    )
    let broken = 0
    fc.assert(
      fc.property(damaged, fc.constantFrom(0, 1), ([line, at, sign], taken) => {
        const place = at % (line.length + 1)
        const text = line.slice(0, place) + sign + line.slice(place + taken)
        if (json(text) === undefined) broken += 1
        if (foundIn(text) !== undefined) expect(json(text)).toBeDefined()
      }),
      { numRuns: 4000 },
    )
    expect(broken).toBeGreaterThan(1000)
  })

  test.each([
    ['the last line of a file that was cut off', '{"id":"1","code":{"text":"po'],
    ['a second object behind the first', '{"id":"1"}{"id":"2"}'],
    ['an element that stands twice, of which JSON.parse takes the last', '{"id":"1","id":"2"}'],
    ['what DuckDB reads and JSON does not know', '{"id":"1","code":NaN}'],
    ['a comma before the end', '{"id":"1",}'],
    ['an escape, which may spell a name', '{"id":"1","c\\u006fde":{}}'],
    ['an exponent', '{"id":1e2}'],
    ['a number that begins with a zero', '{"id":012}'],
    ['a line feed within a text', '{"id":"1\n2"}'],
    ['a list in place of an object', '[{"id":"1"}]'],
    ['lists too deep within each other', `{"id":${'['.repeat(40)}${']'.repeat(40)}}`],
  ])('leaves %s to JSON.parse', (_what, line) => {
    expect(foundIn(line)).toBeUndefined()
  })

  test('ends a value where it ends, and not in what stands behind it', () => {
    const bytes = Buffer.from('{"a":[1,-2.5,"x}",true,null,{}]},"next"')
    expect(endOfValue(bytes, 0)).toBe(bytes.indexOf('},"next"') + 1)
    expect(endOfValue(Buffer.from('{"a":tru}'), 0)).toBe(notPlain)
  })
})
