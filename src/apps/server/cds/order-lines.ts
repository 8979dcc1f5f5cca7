import {
  ceiling,
  daysBetweenSteps,
  olderAdult,
  olderAdultCeiling,
} from '../../../guideline/limits.ts'
import type { Interval } from '../../../logic/interval.ts'
import { compareInterval } from '../../../logic/interval.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import type { Truth } from '../../../logic/truth.ts'
import { statementBy } from '../evaluation.ts'
import type { Evaluation } from '../evaluation.ts'
import { intervalOf, short } from './line.ts'
import type { Indicator, Line } from './line.ts'

/** How an order of baclofen changes what is taken. */
export interface Change {
  /** Nothing of it is taken yet. */
  readonly starts: boolean
  /** More is taken than before. */
  readonly raises: Truth
  readonly before?: Interval
  readonly after?: Interval
  /** It comes beside present orders, and nothing says that it replaces them. */
  readonly beside: boolean
}

/** The largest steps, by age (S08, S40). */
const steps = { adult: 10, olderAdult: 5 } as const

/** What is to be said of a change of the dose, over what the statements say of the person. */
export const changeLines = (
  change: Change,
  before: Evaluation,
  after: Evaluation,
): readonly Line[] => {
  const { starts, raises } = change
  if (!starts && raises === 'false') return []
  return [
    ...blocked(change, before, after),
    ...aboveCeiling(change),
    ...olderAdultDose(change, after),
    ...(starts ? [] : tooFast(change, before)),
  ]
}

const line = (
  statement: string,
  indicator: Indicator,
  head: string,
  more: Pick<Line, 'words' | 'title' | 'by'> = {},
): readonly Line[] => [{ topic: 'baclofen', statement, indicator, head, ...more }]

/** What forbids a start or an increase, whatever its size. */
const blocked = (
  { starts, raises }: Change,
  before: Evaluation,
  after: Evaluation,
): readonly Line[] => {
  const verb = starts ? 'start' : 'raise'
  const indicator: Indicator = starts || raises === 'true' ? 'warning' : 'info'
  const severe = after.truth('avoid-baclofen-severe-renal')
  const eGfr = intervalOf(after.picture.findings, 'eGfr')
  const kidneys = eGfr === undefined ? 'on dialysis' : `eGFR ${short(eGfr)}`
  const holds = (id: string): boolean => after.truth(id) === 'true'
  const title = (id: string): string => statementBy(id).title
  const review = `Do not ${verb} baclofen by this order before that has been reviewed.`
  return [
    ...(severe === 'true'
      ? line(
          'avoid-baclofen-severe-renal',
          indicator === 'info' ? 'warning' : 'critical',
          holds('avoid-baclofen-severe-renal') && after.picture.findings['onDialysis'] === 'true'
            ? `On dialysis: do not ${verb} baclofen`
            : `${kidneys}, below 30: do not ${verb} baclofen`,
          // Somebody who does not take it yet is told nothing of what to do when it is taken.
          before.truth('avoid-baclofen-severe-renal') === 'true' ? { by: before } : {},
        )
      : []),
    ...(holds('no-increase-moderate-renal')
      ? line(
          'no-increase-moderate-renal',
          indicator,
          `${kidneys}, 30 to 60: baclofen needs a lower dose, and this order would ${verb} it`,
          { words: `${review} The source asks for a lower dose and names no amount.` },
        )
      : []),
    ...(holds('check-renal-function')
      ? line(
          'check-renal-function',
          indicator,
          `eGFR not known: measure it before this order would ${verb} baclofen`,
        )
      : []),
    ...(starts ? blocks.filter((id) => id !== 'taper-baclofen') : blocks)
      .filter(holds)
      .flatMap((id) => line(id, indicator, `${title(id)}; this order would ${verb} baclofen`)),
    ...(after.picture.findings['baclofenAllergy'] === 'true'
      ? line(
          'outside-guideline',
          'warning',
          `An allergy to baclofen is recorded, and this order would ${verb} it`,
          { title: 'Allergy to baclofen', words: 'Check the recorded allergy before signing.' },
        )
      : []),
  ]
}

const blocks = [
  'suspected-neurotoxicity',
  'suspected-withdrawal',
  'critical-hypokalemia',
  'red-flags',
  'no-increase-acute-kidney-injury',
  'no-increase-encephalopathy',
  'no-increase-side-effects',
  'taper-baclofen',
]

const aboveCeiling = ({ after, before, beside }: Change): readonly Line[] => {
  if (after === undefined || compareInterval(after, '<=', ceiling.value) === 'true') return []
  // Above the ceiling already, and no more than before: that is for its prescriber, not for a warning.
  if (before !== undefined && after.high <= before.low) return []
  const most = formatNumber(after.high)
  return line(
    'outside-guideline',
    'warning',
    beside
      ? `Up to ${most} mg/day baclofen if the present order goes on too; this guideline ends at 30`
      : `${short(after)} mg/day baclofen ${after.low > ceiling.value ? 'is' : 'may be'} above 30 mg/day, where this guideline ends`,
    {
      title: 'Above 30 mg/day',
      ...(beside
        ? {
            words:
              'If this order replaces the present one, end that one when this is signed; if it is added, the sum is above 30 mg/day.',
          }
        : {}),
    },
  )
}

const olderAdultDose = ({ after, starts }: Change, person: Evaluation): readonly Line[] => {
  if (after === undefined) return []
  const age = intervalOf(person.picture.findings, 'age')
  const old = age === undefined ? 'unknown' : compareInterval(age, '>=', olderAdult.value)
  if (old === 'false') return []
  if (compareInterval(after, '<=', olderAdultCeiling.value) === 'true') return []
  const whose = old === 'true' ? 'from 65 on' : 'if 65 or older (age not known)'
  return starts
    ? line(
        'older-adult-starting-dose',
        'warning',
        `${short(after)} mg/day is a high start ${whose}: 5 mg up to three times a day, 15 mg/day at first`,
        {
          title: 'Start from 65 on',
          words:
            'From 65 on baclofen is begun with 5 mg one to three times a day, and not above 15 mg/day at first.',
        },
      )
    : line(
        'review-before-exceeding-15-mg',
        'info',
        `Above 15 mg/day ${whose}: only after the four checks`,
        {
          words:
            'Above 15 mg/day from 65 on is a clinician’s decision after checking weakness, urinary function, cognition and sedation.',
        },
      )
}

/** Bigger than a step may be, or sooner than a week after the last one. */
const tooFast = ({ before, after, beside }: Change, person: Evaluation): readonly Line[] => {
  const lines: Line[] = []
  const { findings } = person.picture
  const age = intervalOf(findings, 'age')
  const young = age === undefined ? 'unknown' : compareInterval(age, '<', olderAdult.value)
  const step = young === 'false' ? steps.olderAdult : steps.adult
  const statement = young === 'false' ? 'increase-baclofen-older-adult' : 'increase-baclofen'
  if (before !== undefined && after !== undefined && after.high - before.low > step) {
    const by = formatNumber(after.high - before.low)
    lines.push(
      ...line(
        statement,
        'warning',
        `Baclofen up by ${beside ? 'as much as ' : ''}${by} mg/day: steps are ${young === 'true' ? '' : 'at most '}${String(step)} mg/day${young === 'false' ? ' from 65 on' : ''}, a week apart`,
        {
          title: 'Step too large',
          words: `From ${short(before)} to ${short(after)} mg/day. One step is ${String(step)} mg/day at most${young === 'unknown' ? ' (5 mg/day from 65 on; the age is not known)' : ''}, and seven full days go before the next.${beside ? ' If this order replaces the present one, end that one when this is signed.' : ''}`,
          by: person,
        },
      ),
    )
  }
  const days = intervalOf(findings, 'daysAtDose')
  const waited =
    days === undefined ? 'unknown' : compareInterval(days, '>=', daysBetweenSteps.value)
  if (waited === 'false' && days !== undefined) {
    lines.push(
      ...line(
        'wait-before-next-increase',
        'warning',
        `Baclofen was changed ${short(days)} days ago: seven full days go before the next step`,
        { title: 'Too soon after the last change', by: person },
      ),
    )
  }
  if (waited === 'unknown') {
    lines.push(
      ...line(
        'wait-before-next-increase',
        'info',
        'When baclofen was last changed is not known: steps are a week apart',
        {
          title: 'Time at the present dose not known',
          words: 'Seven full days at a dose come before the next step.',
          by: person,
        },
      ),
    )
  }
  return lines
}
