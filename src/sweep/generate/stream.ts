import { badLine } from './bad-lines.ts'
import { linesOf } from './index.ts'
import { plainLines } from './lines.ts'
import { personOf } from './person.ts'
import { mix, orderOf, randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { resourceTypes } from './settings.ts'
import type { GeneratorCodes, GeneratorSettings, ResourceType } from './settings.ts'

/** How the lines of an export stand in its files. */
export interface ExportSettings extends GeneratorSettings {
  /** Bad lines for each good one: further lines, so that no person loses any. */
  readonly badLines: number
  /** Whether the lines of one person are scattered too, and not only the people put out of order. */
  readonly shuffle: boolean
}

/** What was written so far. */
export interface Tally {
  lines: number
  badLines: number
  people: number
}

/** So many lines are held at once when they are scattered: some 30 MB, however long the file is. */
const held = 20_000

const chunkBytes = 1024 * 1024

function* linesInOrder(
  type: ResourceType,
  codes: GeneratorCodes,
  settings: ExportSettings,
  [from, to]: readonly [number, number],
  tally: Tally,
): Generator<string | Buffer> {
  const { seed, patients, badLines } = settings
  const number = resourceTypes.indexOf(type)
  const order = orderOf(patients, mix(seed + 7 * number + 11))
  const bad = randomFrom(seed, number, 77)
  for (let place = from; place < to; place += 1) {
    const person = personOf(settings, order(place))
    for (const line of linesOf(type, codes, settings, person)) {
      yield line
      tally.lines += 1
      if (badLines === 0 || !bad.chance(badLines)) continue
      const [plain] = plainLines(type, codes, settings, person)
      if (plain === undefined) continue
      yield badLine(plain, bad)
      tally.badLines += 1
    }
    tally.people += 1
  }
}

function* scattered(lines: Iterable<string | Buffer>, random: Random): Generator<Buffer> {
  const waiting: Buffer[] = []
  for (const line of lines) {
    const bytes = typeof line === 'string' ? Buffer.from(line) : line
    if (waiting.length < held) {
      waiting.push(bytes)
      continue
    }
    const at = random.below(held)
    yield waiting[at] as Buffer
    waiting[at] = bytes
  }
  while (waiting.length > 0) {
    const at = random.below(waiting.length)
    const last = waiting.pop() as Buffer
    if (at === waiting.length) yield last
    else {
      yield waiting[at] as Buffer
      waiting[at] = last
    }
  }
}

/** The bytes of one file, in chunks: the people of these places in the order of its type. */
export function* bytesOf(
  type: ResourceType,
  codes: GeneratorCodes,
  settings: ExportSettings,
  places: readonly [from: number, to: number],
  tally: Tally,
): Generator<Buffer> {
  const inOrder = linesInOrder(type, codes, settings, places, tally)
  const lines = settings.shuffle
    ? scattered(inOrder, randomFrom(settings.seed, resourceTypes.indexOf(type), 55 + places[0]))
    : inOrder
  let chunk = Buffer.allocUnsafe(chunkBytes)
  let used = 0
  for (const line of lines) {
    const most = typeof line === 'string' ? line.length * 3 + 1 : line.length + 1
    if (used + most > chunk.length) {
      yield chunk.subarray(0, used)
      chunk = Buffer.allocUnsafe(Math.max(chunkBytes, most))
      used = 0
    }
    used += typeof line === 'string' ? chunk.write(line, used) : line.copy(chunk, used)
    chunk[used] = 10
    used += 1
  }
  // An export that was cut off ends within a line.
  if (settings.badLines > 0 && places[1] === settings.patients && used > 0) {
    used += chunk.subarray(used).write('{"resourceType":"Obs')
    tally.badLines += 1
  }
  yield chunk.subarray(0, used)
}
