/**
 * How many patients are assessed in a second of one core: the truths of all statements alone, and
 * the whole assessment as JSON with its traces. And how long the command line takes to say its help.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isBuilt, measuredIs, shipped } from './built.ts'
import { last, measure, median } from './measure.ts'
import { examples, patients } from './patients.ts'
import { recordText } from './record.ts'

const { evaluatorOf } = (await shipped(
  'assess/evaluator',
)) as typeof import('../src/assess/evaluator.ts')
const { readFacts } = (await shipped('assess/input')) as typeof import('../src/assess/input.ts')
const { picture } = (await shipped('assess/picture')) as typeof import('../src/assess/picture.ts')
const { assess, guideline } = (await shipped('index')) as typeof import('../src/index.ts')
const { assessRecord } = (await shipped('record')) as typeof import('../src/record.ts')

const on = '2026-11-23'

/** The next of a list, over and over: no two pieces of work in a row are of the same patient. */
const inTurn = <T>(list: readonly T[]): (() => T) => {
  let at = 0
  return () => list[at++ % list.length] as T
}

const many = patients(1000)
const findings = many.map(
  (facts) => picture(guideline, readFacts(facts, guideline.facts, on).given, on).findings,
)
const { truths } = evaluatorOf(guideline)
const nextFindings = inTurn(findings)
const nextPatient = inTurn(many)
const nextExample = inTurn(examples)

const took = measure(
  {
    truths: () => truths(nextFindings()),
    assessment: () => JSON.stringify(assess(nextPatient(), { on })),
    example: () => JSON.stringify(assess(nextExample(), { on })),
    record: () => JSON.stringify(assessRecord(JSON.parse(recordText), { on })),
  },
  { rounds: 9, milliseconds: 300 },
)

const aSecond = (name: string): number => Math.round(1_000_000 / median(took[name] ?? []))

/** Milliseconds until the built command line has said its help: the middle of 20 runs. */
const help = (): number | string => {
  if (!isBuilt) return 'not built'
  const main = fileURLToPath(new URL('../dist/apps/cli/main.js', import.meta.url))
  const runs = Array.from({ length: 20 }, () => {
    const began = performance.now()
    spawnSync(process.execPath, [main, '--help'])
    return performance.now() - began
  })
  return Math.round(median(runs))
}

const report = {
  what: 'patients a second on one core, by processor time (medians of 9 rounds)',
  measured: measuredIs,
  truthsOfAllStatements: { aSecond: aSecond('truths'), target: 150_000 },
  wholeAssessmentAsJson: { aSecond: aSecond('assessment'), target: 2000 },
  workedExamplesAsJson: { aSecond: aSecond('example'), target: 2000 },
  recordTextToAssessmentAsJson: { aSecond: aSecond('record') },
  helpMilliseconds: { middleOf20: help(), target: 150 },
  bytesOfTheLastAssessment: String(last()).length,
}
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
