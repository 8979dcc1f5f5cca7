import type { RecordRules } from '../../logic/record-rules.ts'
import { isReadType } from '../elements.ts'
import type { ReadType } from '../elements.ts'
import { joined } from '../joined.ts'
import { parsed, reasonOf, reasons } from '../rejected.ts'
import { relevanceOf } from '../relevance.ts'
import type { Bearing } from '../relevance.ts'
import { medicationOf, personOf } from '../whose.ts'
import type { Json } from '../work-of-reader.ts'
import { headOf } from './piped.ts'
import type { Out, PipedLine } from './piped.ts'

/** What the reader of lines is given of each line, tabs between; the line itself is the last. */
export const lineInput = ['type', 'file', 'block', 'octets', 'sound', 'value'] as const

/**
 * What it answers: resources (`line`, `medication`), each with its type, its id, the Medication that
 * it refers to and how far it bears on the facts of its person; lines that cannot be used
 * (`rejected`); and at the end how many lines there were (`count`). No row ends in nothing.
 */
export const lineOutput = [
  ...['kind', 'person', 'type', 'id', 'medication', 'bearing', 'text'],
] as const

/** Types that are of nobody where they name no person: a device may be of nobody. */
const mayBeOfNobody: readonly ReadType[] = ['Device']

/** A resource, and its text. */
interface Found {
  readonly text: string
  readonly resource: Json
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !(value instanceof Error) && !Array.isArray(value)

/** A resource of a table, whose type is told by the name of the table alone. */
const typed = (text: string, resource: Json, type: string): Found => {
  if (resource['resourceType'] !== undefined || type === '') return { text, resource }
  const rest = text.slice(text.indexOf('{') + 1)
  return {
    text: `{"resourceType":"${type}"${/^\s*\}/.test(rest) ? '' : ','}${rest}`,
    resource: { ...resource, resourceType: type },
  }
}

/** Whether a resource says of itself that it is test data: by the label HTEST. */
const isTestData = ({ meta }: Json): boolean =>
  isObject(meta) && JSON.stringify(meta).includes('"HTEST"')

/** What would break the row that a key stands in is left out of it, alike wherever it stands. */
const plain = (key: string): string =>
  // eslint-disable-next-line no-control-regex -- an id may hold anything
  key.replaceAll(/[\u0000-\u001f]/g, ' ')

const jsonOf = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : JSON.stringify(value)

/** So many ways to be called are remembered: most of an export is called alike. */
const mostRemembered = 20_000

/** Tells how far a resource bears on a fact; what is called as one before is not asked again. */
const bearingBy = (rules: RecordRules): ((type: ReadType, resource: Json) => Bearing) => {
  const relevances = relevanceOf(rules)
  const known = new Map<string, Bearing>()
  return (type, resource) => {
    const { by, of } = relevances[type]
    const called = by.map((element) => jsonOf(resource[element]))
    const key = [type, ...called].join(' ')
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= mostRemembered) known.clear()
    const bearing = of((element) => called[by.indexOf(element)])
    known.set(key, bearing)
    return bearing
  }
}

/** Reads lines of an export: of each whose it is, and how far it bears on the facts of that person. */
export const readLines = (rules: RecordRules, lines: Iterable<PipedLine>, out: Out): void => {
  const bearingOf = bearingBy(rules)
  const count = { lines: 0, resources: 0, synthetic: 0 }
  let [file, block, after] = ['', '', 0]

  const row = (kind: string, keys: readonly string[], bearing: Bearing, text: string): void => {
    // In JSON these stand between tokens alone.
    const whole = text.replaceAll(/[\t\r\n]/g, ' ')
    out.write([kind, ...keys.map(plain), bearing, whole].join('\t'))
  }
  const noKeys = ['', '', '', '']
  const reject = (reason: string, at: number): void => {
    const place = { file, block: block === '' ? null : Number(block), after: at }
    row('rejected', noKeys, 'nothing', JSON.stringify({ ...place, reason }))
  }
  const resourceOn = (line: string, type: string, at: number): Found | undefined => {
    const value = parsed(line)
    const found = isObject(value) ? typed(line, value, type) : undefined
    const reason = reasonOf(found?.resource ?? value, false)
    if (reason === undefined) return found
    const first = value instanceof Error ? joined(line) : undefined
    if (first === undefined || !isObject(first.value)) {
      reject(reason, at)
      return undefined
    }
    const text = line.slice(0, first.end)
    reject(reasons.second, at + Buffer.byteLength(text))
    return typed(text, first.value, type)
  }
  const keep = (type: ReadType, { text, resource }: Found, at: number): void => {
    const person = personOf(resource)
    const id = typeof resource['id'] === 'string' ? resource['id'] : ''
    if (person === undefined) {
      if (mayBeOfNobody.includes(type)) return
      reject(reasons[type === 'Patient' ? 'no id' : 'no subject'], at)
    } else if (type === 'Medication') row('medication', ['', type, id, id], 'fact', text)
    else {
      const keys = [person, type, id, medicationOf(resource) ?? '']
      row('line', keys, bearingOf(type, resource), text)
    }
  }

  for (const { bytes, length } of lines) {
    const [[tableType = '', path = '', from = '', octets = '', sound = ''], begins] = headOf(
      bytes,
      lineInput,
    )
    if (path !== file || from !== block) [file, block, after] = [path, from, 0]
    const at = after
    after += Number(octets) + 1
    const line = bytes.toString('utf8', begins).replace(/^\uFEFF/, '')
    if (/^[ \r\t]*$/.test(line) || path.endsWith('/generated.json')) continue
    count.lines += 1
    if (length > bytes.length) {
      reject(reasons.tooLong, at)
      continue
    }
    if (sound !== 'true') {
      reject(reasons.notText, at)
      continue
    }
    const found = resourceOn(line, tableType, at)
    if (found === undefined) continue
    count.resources += 1
    if (isTestData(found.resource)) count.synthetic += 1
    const type = String(found.resource['resourceType'])
    if (isReadType(type)) keep(type, found, at)
  }
  row('count', noKeys, 'nothing', JSON.stringify(count))
  out.end()
}
