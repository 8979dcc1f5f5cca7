import type { Action } from '../logic/action.ts'
import type { Condition } from '../logic/condition.ts'
import type { Findings, QuantityFact } from '../logic/fact.ts'
import { exactValue } from '../logic/interval.ts'
import { formatNumber, formatQuantity, mgPerDay } from '../logic/quantity.ts'
import { decide } from '../logic/program.ts'
import { baclofenDose, daysAtDose } from '../guideline/facts.ts'
import { magnesiumMasses } from '../plan/magnesium-mass.ts'
import { nextDose } from '../plan/next-dose.ts'
import { addDays } from './dates.ts'
import type { Policy } from './policy.ts'
import { intervalWords } from './words.ts'

/** What to do for this patient: the kind and the words, and the numbers computed for this patient. */
export interface ComputedAction {
  readonly kind: Action['kind']
  readonly words: string
  readonly [number: string]: unknown
}

interface Patient {
  readonly findings: Findings
  readonly on: string
  readonly policy?: Policy | undefined
}

const intervalOf = (fact: QuantityFact, { findings }: Patient) => {
  const finding = findings[fact.id]
  return typeof finding === 'object' ? finding : undefined
}

/** Fills the names in braces; a sentence never shows a hole. */
const fill = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`No value for {${name}} in "${words}"`)
    return typeof value === 'number' ? formatNumber(value) : value
  })

const doseWords = (patient: Patient): string => {
  const interval = intervalOf(baclofenDose, patient)
  if (interval === undefined) return 'the present dose (not known)'
  const words = intervalWords(interval, 'mg/d', baclofenDose.possible)
  return exactValue(interval) === undefined ? `the present dose (${words})` : words
}

/** Computes the terms of an action for one patient. Its numbers obey the limits named in the terms. */
export const compute = (action: Action, patient: Patient): ComputedAction => {
  const also = (action.also ?? [])
    .filter(({ when }) => decide(when, patient.findings) !== 'false')
    .map(({ words }) => words)
  const { words, ...computed } = terms(action, patient)
  // What keeps an action on hold is read before the action.
  const sentences = computed['onHold'] === true ? [...also, words] : [words, ...also]
  return { ...computed, words: sentences.join(' ') }
}

const terms = (action: Action, patient: Patient): ComputedAction => {
  const interval = intervalOf(baclofenDose, patient)
  const dose = interval === undefined ? undefined : exactValue(interval)
  const from = dose === undefined ? {} : { from: dose }
  switch (action.kind) {
    case 'titrate':
      return titrate(action, dose, patient)
    case 'reduce':
      return {
        kind: action.kind,
        ...from,
        to: action.to.value,
        unit: 'mg/d',
        words: fill(action.words, { from: doseWords(patient), to: formatQuantity(action.to) }),
      }
    case 'taper':
      return {
        kind: action.kind,
        ...from,
        to: 0,
        unit: 'mg/d',
        stepAndInterval: 'set by the prescriber',
        commonStep: action.commonStep.map(({ value }) => value),
        commonEveryDays: action.commonEveryDays,
        commonBasis: 'outside',
        onHold: decide(action.notWhile, patient.findings) !== 'false',
        words: fill(action.words, { from: doseWords(patient) }),
      }
    case 'wait': {
      const days = intervalOf(daysAtDose, patient)
      // From the fewest days that are certain: the date may come out late, never early.
      const left = Math.ceil(action.days - (days?.low ?? 0))
      const date = addDays(patient.on, left)
      return { kind: action.kind, days: left, earliest: date, words: fill(action.words, { date }) }
    }
    case 'supplement': {
      const masses = magnesiumMasses(action.mmolPerDay)
      const { substance, mmolPerDay, mmolPerDayAtMost, at } = action
      return {
        kind: action.kind,
        substance,
        mmolPerDay,
        mmolPerDayAtMost,
        mgMagnesiumOxidePerDay: masses.mgOxide,
        mgElementalMagnesiumPerDay: masses.mgElemental,
        at,
        words: fill(action.words, {
          ...masses,
          mmol: mmolPerDay,
          mmolAtMost: mmolPerDayAtMost,
        }),
      }
    }
    case 'measure':
      return { kind: action.kind, what: action.what, words: action.words }
    case 'monitor': {
      const { kind, what, words, schedule } = action
      if (schedule === undefined) return { kind, what, words }
      const everyDays = patient.policy?.monitoringEveryDays ?? schedule.everyDays
      return {
        kind,
        what,
        everyDays,
        forDays: schedule.forDays,
        words: fill(words, { everyDays }),
      }
    }
    case 'consider': {
      const { kind, what, perWeek, reviewAfterDays } = action
      return {
        kind,
        what,
        ...(perWeek === undefined ? {} : { perWeek }),
        ...(reviewAfterDays === undefined ? {} : { reviewAfterDays }),
        words: fill(action.words, reviewAfterDays === undefined ? {} : { reviewAfterDays }),
      }
    }
    case 'refer': {
      const specialty = specialties(action.to, patient.findings)
      return { kind: action.kind, to: specialty, words: fill(action.words, { specialty }) }
    }
    case 'correct':
    case 'avoid':
      return { kind: action.kind, what: action.what, words: action.words }
    case 'emergency':
    case 'review':
    case 'self-care':
    case 'inform':
      return { kind: action.kind, words: action.words }
  }
}

const titrate = (
  action: Extract<Action, { kind: 'titrate' }>,
  dose: number | undefined,
  patient: Patient,
): ComputedAction => {
  const { kind, everyDays, afterReview } = action
  const step = action.step.value
  const ceiling = action.ceiling.value
  const shared = {
    step,
    everyDays,
    ceiling,
    unit: 'mg/d',
    ...(afterReview === undefined ? {} : { afterReview }),
  }
  if (dose === undefined) {
    return {
      kind,
      ...shared,
      words: `First establish the dose that is taken now: only ${doseWords(patient)} is known, and a step starts from an exact dose.`,
    }
  }
  const to = nextDose(dose, step, ceiling)
  return {
    kind,
    from: dose,
    to,
    ...shared,
    words: fill(action.words, {
      from: formatQuantity(mgPerDay(dose)),
      to: formatQuantity(mgPerDay(to)),
      step: formatQuantity(action.step),
      ceiling: formatQuantity(action.ceiling),
      everyDays,
    }),
  }
}

/** The specialty that is certain, or those that it may be: "hepatology in cirrhosis, else neurology". */
const specialties = (
  to: readonly { readonly specialty: string; readonly when?: Condition }[],
  findings: Findings,
): string => {
  const possible: string[] = []
  for (const { specialty, when } of to) {
    const truth = when === undefined ? 'true' : decide(when, findings)
    if (truth !== 'false') possible.push(specialty)
    if (truth === 'true') break
  }
  return possible.join(' or ')
}
