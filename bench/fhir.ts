/** How long a record takes from text to facts, against `JSON.parse` of the same text in the same run. */
import { measuredIs, shipped } from './built.ts'
import { measure, median } from './measure.ts'
import { recordText } from './record.ts'

const { readRecord } = (await shipped('record')) as typeof import('../src/record.ts')

const on = '2026-11-23'

const { parse, facts } = measure(
  {
    parse: () => JSON.parse(recordText) as unknown,
    facts: () => readRecord(JSON.parse(recordText), { on }),
  },
  { rounds: 80, milliseconds: 20 },
)

const ratios = (facts ?? []).map((took, round) => took / (parse?.[round] ?? NaN))
const report = {
  what: 'FHIR text to facts, one core, microseconds of processor time a record (medians)',
  measured: measuredIs,
  bytes: recordText.length,
  factsRead: Object.keys(readRecord(JSON.parse(recordText), { on }).given).length,
  parse: Number(median(parse ?? []).toFixed(1)),
  parseAndRead: Number(median(facts ?? []).toFixed(1)),
  ratio: Number(median(ratios).toFixed(3)),
  target: 1.3,
}
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
