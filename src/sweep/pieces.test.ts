import { describe, expect, test } from 'vitest'
import { bytesOf } from './bytes.ts'
import { piecesOf } from './pieces.ts'

const known = new Set(['http://loinc.org'])

const pieces = () => {
  const kept = piecesOf((system) => known.has(system))
  const concept = (value: unknown): number => {
    const json = bytesOf(Buffer.from(JSON.stringify(value)))
    return kept.numberOfConcept(json, 0, json.bytes.length)
  }
  return { kept, concept }
}

const coding = (system: string, code: string, display = 'Potassium'): object => ({
  system,
  code,
  display,
})

describe('a concept is one piece', () => {
  test('whatever code the sending system gives it beside ours', () => {
    const { kept, concept } = pieces()
    const of = (local: string): unknown => ({
      coding: [coding('http://loinc.org', '2823-3'), coding('urn:oid:2.999', local)],
      text: 'Potassium',
    })
    expect(concept(of('1'))).toBe(concept(of('4711')))
    expect(JSON.parse(kept.textOf(concept(of('9'))))).toEqual(of(''))
  })

  test('and another where our code, a name or an order of codings is another', () => {
    const { concept } = pieces()
    const one = { coding: [coding('http://loinc.org', '2823-3'), coding('urn:x', '1', 'K')] }
    const others = [
      { coding: [coding('http://loinc.org', '6298-4'), coding('urn:x', '1', 'K')] },
      { coding: [coding('http://loinc.org', '2823-3'), coding('urn:x', '1', 'Mg')] },
      { coding: [coding('urn:x', '1', 'K'), coding('http://loinc.org', '2823-3')] },
      { coding: [coding('urn:y', '1', 'K'), coding('http://loinc.org', '2823-3')] },
    ]
    const numbers = [one, ...others].map(concept)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect([one, ...others].map(concept)).toEqual(numbers)
  })

  test('as it stands where its codings are written in another way', () => {
    const { kept, concept } = pieces()
    const given = { coding: [{ code: '1', system: 'urn:x' }], text: '}]' }
    expect(JSON.parse(kept.textOf(concept(given)))).toEqual(given)
  })
})

test('texts that differ anywhere are different pieces, however long they are', () => {
  const { kept } = pieces()
  const numbers = Array.from({ length: 400 }, (_one, at) => {
    const text = `"${'a'.repeat(at)}b${'a'.repeat(399 - at)}"`
    const json = bytesOf(Buffer.from(text))
    const number = kept.numberOf(json, 0, json.bytes.length)
    expect(kept.textOf(number)).toBe(text)
    expect(kept.is(number, json, 0, json.bytes.length)).toBe(true)
    return number
  })
  expect(new Set(numbers).size).toBe(400)
})

test('so many are kept, and no more: texts that never come back leave room for concepts', () => {
  const { kept, concept } = pieces()
  const numberOf = (text: string): number => {
    const json = bytesOf(Buffer.from(text))
    return kept.numberOf(json, 0, json.bytes.length)
  }
  const numbers = Array.from({ length: 20_000 }, (_one, at) => numberOf(`"text ${String(at)}"`))
  expect(numbers.at(-1)).toBe(0)
  expect(numberOf('"text 7"')).toBe(numbers[7])
  expect(concept({ text: 'a new concept' })).toBeGreaterThan(0)
  expect(numberOf(`"${'x'.repeat(5000)}"`)).toBe(0)
})
