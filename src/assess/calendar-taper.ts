import { taperBaclofen } from '../guideline/taper.ts'
import type { TaperCalendar } from '../plan/calendar.ts'
import { optionReader } from '../plan/options.ts'
import { notAllowed } from '../plan/refusal.ts'
import type { PlanRefusal } from '../plan/refusal.ts'
import { taper } from '../plan/taper.ts'
import type { Assessment } from './assess.ts'
import {
  holding,
  numberIn,
  originOf,
  readStart,
  readTablets,
  splitNote,
  testNotes,
  whyNot,
} from './calendar.ts'
import type { TabletOptions } from './calendar.ts'

/** What a taper calendar needs besides an assessment: the prescriber's step and interval, without default. */
export interface TaperOptions extends TabletOptions {
  /** The first day at the first lower dose, `YYYY-MM-DD`. */
  readonly start: string
  /** mg/day less at each step, set by the prescriber. */
  readonly step: number
  /** Days between steps, set by the prescriber. */
  readonly everyDays: number
  /** The dose to end at, in mg/day; left out: 0, or what a reduction names. */
  readonly to?: number
}

const reductions = ['taper-baclofen', 'reduce-baclofen-moderate-renal']

const decided = 'If it was decided to stop baclofen, assess with "stoppingBaclofen": true.'

/** The calendar of the withdrawal or reduction that an assessment asks for, or every reason why there is none. */
export const taperCalendar = (
  assessment: Assessment,
  options: TaperOptions,
): TaperCalendar | PlanRefusal => {
  const reader = optionReader(options)
  const prescriber = (what: string): string =>
    `The prescriber sets ${what}: the source gives no schedule, so there is no default (R10).`
  const start = readStart(reader, assessment)
  const tablets = readTablets(reader, assessment)
  const step = reader.number('step', {
    least: 0.5,
    most: 300,
    unit: 'mg/day less at each step',
    needed: prescriber('the step'),
  })
  const everyDays = reader.number('everyDays', {
    least: 1,
    most: 90,
    unit: 'days between steps',
    whole: true,
    needed: prescriber('the interval'),
  })
  const to = reader.number('to', { least: 0, most: 300, unit: 'mg/day' })
  if (reader.problems.length > 0 || step === undefined || everyDays === undefined) {
    return { problems: reader.problems }
  }
  const allowing = holding(assessment, reductions)
  if (allowing === undefined) return whyNot(assessment, reductions, decided)
  const { statement, action } = allowing
  const from = action['from']
  if (typeof from !== 'number' || from === 0) {
    return notAllowed(
      statement.id,
      from === 0
        ? 'No baclofen is taken by mouth, and no calendar is made for a pump.'
        : 'A taper starts from an exact dose, which is not known.',
      from === 0
        ? 'The specialist who looks after the pump plans its withdrawal.'
        : 'Establish the dose in mg/day that is taken now.',
    )
  }
  const end = numberIn(action, 'to')
  return taper(
    originOf(assessment, allowing, [
      ...endNotes(end, to ?? end),
      ...cautions(assessment),
      ...testNotes(assessment),
      splitNote,
    ]),
    { from, onHold: action['onHold'] === true, end, ...common() },
    { start, step, everyDays, to: to ?? end },
    tablets,
  )
}

/** What is commonly printed elsewhere, from the statement on tapers. */
const common = (): {
  readonly commonStep: readonly [number, number]
  readonly commonEveryDays: number
} => {
  const { action } = taperBaclofen
  if (action.kind !== 'taper') throw new Error('The statement on tapers carries no taper.')
  const [low, high] = action.commonStep
  return { commonStep: [low.value, high.value], commonEveryDays: action.commonEveryDays }
}

const endNotes = (end: number, to: number): readonly string[] =>
  end === 0 && to > 0
    ? [`This taper ends at ${String(to)} mg per day; the assessment asks for withdrawal, to 0.`]
    : end > 0
      ? [
          `${String(end)} mg per day is outside evidence; the source asks for a lower dose and gives no amount (S12, R02).`,
        ]
      : []

const cautions = ({ facts }: Assessment): readonly string[] => [
  ...(facts['epilepsy']?.value === true
    ? ['Under supervision, and slower: both baclofen and its withdrawal can bring on seizures.']
    : []),
  ...(facts['intrathecalBaclofen']?.value === true
    ? ['This calendar is for baclofen by mouth only, not for the pump.']
    : []),
]
