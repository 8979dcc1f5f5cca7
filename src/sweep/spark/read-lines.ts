import type { RecordRules } from '../../logic/record-rules.ts'
import { isReadType, readTypes } from '../elements.ts'
import type { Json } from '../reader.ts'
import { parsed, reasonOf, reasons } from '../rejected.ts'
import { mentionsDrug } from './mentions.ts'
import { medicationOf, personOf } from './person.ts'
import type { Out, PipedLine } from './piped.ts'

/** What the reader of lines is given of each line, tabs between; the line itself is the last. */
export const lineInput = ['type', 'file', 'block', 'octets', 'sound', 'value'] as const

/**
 * What it answers: resources (`line`, `medication`), lines that cannot be used (`rejected`), and at
 * the end how many lines there were (`count`). The last column is never empty.
 */
export const lineOutput = ['kind', 'person', 'medication', 'flags', 'text'] as const

/** What stands in the flags of a resource: that it may be of the drug, and is of a list of medicines. */
export const flags = { mentions: 'm', medicines: 'l', neither: '-' } as const

/** The longest line that is read, in bytes. */
export const longestLine = 16 * 1024 * 1024

/** Types that are of nobody where they name no person; a device may be of nobody. */
const subjects = readTypes.filter((type) => !['Patient', 'Medication', 'Device'].includes(type))

/** A resource, and its text. */
interface Found {
  readonly text: string
  readonly resource: Json
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !(value instanceof Error) && !Array.isArray(value)

/** The first of several objects on one line; undefined where the line holds none. */
const firstOf = (line: string): Found | undefined => {
  for (let at = line.indexOf('{', 1); at > 0; at = line.indexOf('{', at + 1)) {
    const end = line[at - 1] === ' ' ? at - 1 : at
    if (line[end - 1] !== '}') continue
    const text = line.slice(0, end)
    const resource = parsed(text)
    if (isObject(resource)) return { text, resource }
  }
  return undefined
}

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

/** What stands before the text of a line, by name, and where the text begins. */
const headOf = (bytes: Buffer): readonly [head: readonly string[], begins: number] => {
  const head: string[] = []
  let from = 0
  for (const _name of lineInput.slice(1)) {
    const tab = bytes.indexOf(9, from)
    head.push(bytes.toString('utf8', from, tab))
    from = tab + 1
  }
  return [head, from]
}

/** What would break the row that a key stands in is left out of it, alike wherever it stands. */
const plain = (key: string): string =>
  // eslint-disable-next-line no-control-regex -- an id may hold anything
  key.replaceAll(/[\u0000-\u001f]/g, ' ')

/** Reads lines of an export: of each whose it is, and whether that person is to be read for it. */
export const readLines = (rules: RecordRules, lines: Iterable<PipedLine>, out: Out): void => {
  const mentions = mentionsDrug(rules)
  const count = { lines: 0, resources: 0, synthetic: 0 }
  let [file, block, after] = ['', '', 0]

  const row = (kind: string, person: string, medication: string, said: string, text: string) => {
    // In JSON these stand between tokens alone.
    const whole = text.replaceAll(/[\t\r\n]/g, ' ')
    out.write(`${kind}\t${plain(person)}\t${plain(medication)}\t${said}\t${whole}`)
  }
  const reject = (reason: string, at: number): void => {
    const place = { file, block: block === '' ? null : Number(block), after: at }
    row('rejected', '', '', flags.neither, JSON.stringify({ ...place, reason }))
  }
  const resourceOn = (line: string, type: string, sound: boolean, at: number) => {
    const value = parsed(line)
    const found = isObject(value) ? typed(line, value, type) : undefined
    const reason = reasonOf(found?.resource ?? value, false)
    if (reason === undefined && sound) return found
    const first = value instanceof Error && sound ? firstOf(line) : undefined
    if (first === undefined) {
      reject(reason ?? reasons.notText, at)
      return undefined
    }
    reject(reasons.second, at + Buffer.byteLength(first.text))
    return typed(first.text, first.resource, type)
  }
  const keep = ({ text, resource }: Found, at: number): void => {
    const type = String(resource['resourceType'])
    if (!isReadType(type)) return
    if (type === 'Medication') {
      const { id } = resource
      if (typeof id === 'string') row('medication', '', id, flags.neither, text)
      return
    }
    const person = personOf(resource)
    if (person === undefined) {
      if (type === 'Patient') reject(reasons['no id'], at)
      else if (subjects.includes(type)) reject(reasons['no subject'], at)
      return
    }
    const medicines = type.startsWith('Medication') ? flags.medicines : flags.neither
    const said = `${mentions(resource) ? flags.mentions : flags.neither}${medicines}`
    row('line', person, medicationOf(resource) ?? '', said, text)
  }

  for (const { bytes, length } of lines) {
    const [[type = '', path = '', from = '', octets = '', sound = ''], begins] = headOf(bytes)
    if (path !== file || from !== block) [file, block, after] = [path, from, 0]
    const at = after
    after += Number(octets) + 1
    const line = bytes.toString('utf8', begins).replace(/^\uFEFF/, '')
    if (/^[ \r\t]*$/.test(line) || path.endsWith('/generated.json')) continue
    count.lines += 1
    if (length > bytes.length) {
      reject('longer than 16 MB', at)
      continue
    }
    const found = resourceOn(line, type, sound === 'true', at)
    if (found === undefined) continue
    count.resources += 1
    if (isTestData(found.resource)) count.synthetic += 1
    keep(found, at)
  }
  row('count', '', '', flags.neither, JSON.stringify(count))
  out.end()
}
