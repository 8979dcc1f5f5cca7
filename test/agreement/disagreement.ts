import type { Definition } from '../../src/logic/definition.ts'
import { exactValue } from '../../src/logic/interval.ts'
import type { Interval } from '../../src/logic/interval.ts'
import type { Truth } from '../../src/logic/truth.ts'
import { complete, factsJson } from '../../src/proof/concrete.ts'
import type { Stated } from '../../src/proof/concrete.ts'
import { patientWords } from '../../src/proof/words.ts'
import { domainsOf } from './domain.ts'
import type { Choice } from './domain.ts'
import { traced } from './engine.ts'
import type { Engine, Truths } from './engine.ts'
import { restated } from './patients.ts'

/** Where an engine gives another truth than the explained evaluation, for the smallest patient found. */
export interface Disagreement {
  readonly engine: string
  readonly statement: string
  readonly expected: Truth
  readonly got: Truth | undefined
  readonly patient: Stated
  /** The patient in words and as facts that an assessment reads. */
  readonly words: string
}

interface Difference {
  readonly patient: Stated
  readonly statement: number
}

const firstDifference = (
  definition: Definition,
  patients: readonly Stated[],
  answers: readonly Truths[],
  only?: number,
): Difference | undefined => {
  for (const [index, patient] of patients.entries()) {
    const expected = traced(definition, patient)
    const statement = expected.findIndex(
      (truth, at) => (only === undefined || only === at) && answers[index]?.[at] !== truth,
    )
    if (statement !== -1) return { patient, statement }
  }
  return undefined
}

const exactChoices = (choices: readonly Choice[]): readonly Interval[] =>
  choices.filter(
    (choice): choice is Interval =>
      typeof choice === 'object' &&
      exactValue(choice) !== undefined &&
      choice.lowerLimit === undefined,
  )

/** Patients that say less than this one: a fact left out, or stated more simply. */
const simpler = (
  domains: ReadonlyMap<string, readonly Choice[]>,
  patient: Stated,
): readonly Stated[] =>
  Object.entries(patient).flatMap(([id, finding]): readonly Stated[] => {
    const without = restated(patient, id, undefined)
    if (typeof finding !== 'object') return [without]
    const exact = exactChoices(domains.get(id) ?? [])
    const place = exact.findIndex((choice) => exactValue(choice) === exactValue(finding))
    const isPlain = place !== -1 && finding.lowerLimit === undefined
    const simple = isPlain ? exact.slice(0, place) : exact
    return [without, ...simple.map((choice) => restated(patient, id, choice))]
  })

/** Makes the patient say less for as long as the engine still differs on the same statement. */
const shrink = async (
  definition: Definition,
  engine: Engine,
  { patient, statement }: Difference,
): Promise<Stated> => {
  const domains = domainsOf(definition)
  let best = patient
  for (let round = 0; round < 200; round++) {
    const trials = simpler(domains, best).filter(
      (trial) => complete(definition, trial) !== undefined,
    )
    const found = firstDifference(definition, trials, await engine.ask(trials), statement)
    if (found === undefined) return best
    best = found.patient
  }
  return best
}

/** The first disagreement of an engine on these patients, made small; undefined where it agrees on all. */
export const disagreement = async (
  definition: Definition,
  engine: Engine,
  patients: readonly Stated[],
): Promise<Disagreement | undefined> => {
  const answers = await engine.ask(patients)
  if (answers.length !== patients.length) {
    throw new Error(`${engine.name} answered for ${String(answers.length)} patients`)
  }
  const found = firstDifference(definition, patients, answers)
  if (found === undefined) return undefined
  const patient = await shrink(definition, engine, found)
  const [got] = await engine.ask([patient])
  return {
    engine: engine.name,
    statement: definition.statements[found.statement]?.id ?? '',
    expected: traced(definition, patient)[found.statement] as Truth,
    got: got?.[found.statement],
    patient,
    words: `${patientWords(definition.facts, patient)} ${JSON.stringify(factsJson(definition.facts, patient))}`,
  }
}
