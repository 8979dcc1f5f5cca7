/**
 * How many patients are assessed in a second of one core: the truths of all statements alone, and
 * the whole assessment as JSON with its traces. And how long the command line takes to say its help.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { evaluatorOf } from '../src/assess/evaluator.ts'
import { readFacts } from '../src/assess/input.ts'
import { picture } from '../src/assess/picture.ts'
import { assess, guideline } from '../src/index.ts'
import { assessRecord } from '../src/record.ts'
import { last, measure, median } from './measure.ts'
import { examples, patients } from './patients.ts'
import { recordText } from './record.ts'

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
  const main = fileURLToPath(new URL('../dist/apps/cli/main.js', import.meta.url))
  if (!existsSync(main)) return 'not built: npm run build'
  const runs = Array.from({ length: 20 }, () => {
    const began = performance.now()
    spawnSync(process.execPath, [main, '--help'])
    return performance.now() - began
  })
  return Math.round(median(runs))
}

const report = {
  what: 'patients a second on one core, by processor time (medians of 9 rounds)',
  truthsOfAllStatements: { aSecond: aSecond('truths'), target: 150_000 },
  wholeAssessmentAsJson: { aSecond: aSecond('assessment'), target: 2000 },
  workedExamplesAsJson: { aSecond: aSecond('example'), target: 2000 },
  recordTextToAssessmentAsJson: { aSecond: aSecond('record') },
  helpMilliseconds: { middleOf20: help(), target: 150 },
  bytesOfTheLastAssessment: String(last()).length,
}
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
