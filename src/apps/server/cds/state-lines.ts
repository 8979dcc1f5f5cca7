import type { Evaluation } from '../evaluation.ts'
import { statementBy } from '../evaluation.ts'
import { intervalOf, short } from './line.ts'
import type { Indicator, Line, Topic } from './line.ts'

/** How a statement that holds is told. */
interface Telling {
  readonly topic: Topic
  /** Where it is urgent it is at least a warning; an emergency is critical. */
  readonly indicator: Indicator
  /** The summary when it leads its card; the title when left out. */
  readonly head?: (person: Evaluation) => string
}

const eGfr = ({ picture }: Evaluation): string => {
  const known = intervalOf(picture.findings, 'eGfr')
  return known === undefined ? 'eGFR not known' : `eGFR ${short(known)}`
}

const increases = [
  'increase-baclofen',
  'increase-baclofen-older-adult',
  'review-before-exceeding-15-mg',
]

/** What a card leads with where nothing else does: the kidneys, and whether a step is still open. */
const steady =
  (otherwise: string) =>
  (person: Evaluation): string =>
    person.picture.findings['crampsPersist'] === 'true' &&
    increases.some((id) => person.truth(id) === 'unknown')
      ? `Baclofen: ${eGfr(person)}; whether to raise it cannot be decided: see what is not known`
      : `Baclofen: ${eGfr(person)}; ${otherwise}`

const takes = ({ picture }: Evaluation): string =>
  picture.findings['takesBaclofen'] === 'true' ? 'Takes' : 'May take'

const dose = ({ picture }: Evaluation): string => {
  const known = intervalOf(picture.findings, 'baclofenDose')
  return known === undefined ? 'the present dose' : `${short(known)} mg/day`
}

const toNext =
  (words: string) =>
  (person: Evaluation, id: string): string => {
    const action = person.stated(id).action
    const to = action?.['to']
    return typeof to === 'number'
      ? `Cramps persist at ${dose(person)} baclofen: ${words} ${String(to)} mg/day`
      : `Cramps persist at ${dose(person)} baclofen: establish the exact dose first`
  }

const baclofen = (indicator: Indicator, head?: Telling['head']): Telling => ({
  topic: 'baclofen',
  indicator,
  ...(head === undefined ? {} : { head }),
})
const cramps: Telling = { topic: 'cramps', indicator: 'info' }

/** Every statement that a card may tell, what matters most first. */
const tellings: Readonly<Record<string, Telling>> = {
  'suspected-neurotoxicity': baclofen('critical'),
  'suspected-withdrawal': baclofen('critical'),
  'critical-hypokalemia': {
    topic: 'electrolytes',
    indicator: 'critical',
    head: () => 'Potassium below 2.5 mmol/L: emergency assessment now, with an ECG',
  },
  'avoid-baclofen-severe-renal': baclofen('warning', (person) =>
    person.picture.findings['onDialysis'] === 'true'
      ? `${takes(person)} baclofen on dialysis: urgent review for a supervised gradual withdrawal, never a sudden stop`
      : `${takes(person)} baclofen with ${eGfr(person)}, below 30: urgent review for a gradual withdrawal, never a sudden stop`,
  ),
  'reduce-baclofen-moderate-renal': baclofen(
    'warning',
    (person) =>
      `${eGfr(person)}, 30 to 60, at ${dose(person)} baclofen: prescriber reviews a gradual reduction`,
  ),
  'no-increase-moderate-renal': baclofen(
    'info',
    (person) => `${eGfr(person)}, 30 to 60: no automatic increase of baclofen`,
  ),
  'red-flags': { topic: 'cramps', indicator: 'warning' },
  'no-increase-acute-kidney-injury': baclofen('info'),
  'no-increase-encephalopathy': baclofen('info'),
  'no-increase-side-effects': baclofen('info'),
  'check-renal-function': baclofen(
    'info',
    () => 'Takes baclofen, eGFR not known: measure creatinine and eGFR before any increase',
  ),
  'outside-guideline': baclofen('info', (person) => `Outside this guideline: ${outside(person)}`),
  'taper-baclofen': baclofen('info'),
  'increase-baclofen': baclofen('info', (person) =>
    toNext('the next step is')(person, 'increase-baclofen'),
  ),
  'increase-baclofen-older-adult': baclofen('info', (person) =>
    toNext('the next step from 65 on is')(person, 'increase-baclofen-older-adult'),
  ),
  'review-before-exceeding-15-mg': baclofen('info', (person) =>
    toNext('after the four checks a clinician may go to')(person, 'review-before-exceeding-15-mg'),
  ),
  'wait-before-next-increase': baclofen('info'),
  'check-dose-adequacy': baclofen('info'),
  'baclofen-at-ceiling': baclofen(
    'info',
    () => 'Baclofen is at 30 mg/day, its ceiling: go on with the pathway',
  ),
  tolerance: baclofen('info'),
  'sedative-interaction': baclofen('info'),
  'seizure-caution': baclofen('info'),
  'monitor-older-adult': baclofen('info', steady('from 65 on four checks at each visit')),
  'monitor-side-effects': baclofen('info', steady('watch for side effects')),
  'never-stop-abruptly': baclofen('info'),
  'correct-hypokalemia': { topic: 'electrolytes', indicator: 'info' },
  'correct-hypomagnesemia': { topic: 'electrolytes', indicator: 'info' },
  'correct-depletion-first': { topic: 'electrolytes', indicator: 'info' },
  'magnesium-renal-caution': { topic: 'electrolytes', indicator: 'info' },
  'magnesium-oxide-at-night': { topic: 'electrolytes', indicator: 'info' },
  'refer-to-specialist': cramps,
  'refer-no-option-left': cramps,
  'consider-albumin': cramps,
  'consider-orphenadrine': cramps,
  'consider-methocarbamol': cramps,
  'consider-benzodiazepine-trial': cramps,
  'check-potassium-and-magnesium': {
    ...cramps,
    head: () => 'Cramps: measure potassium and magnesium, and put right what is low',
  },
  'monitor-first-month': cramps,
  'stretch-and-massage': {
    ...cramps,
    head: () => 'Cramps: stretching, massage, ice and rest beside the medicines',
  },
  'apply-ice': cramps,
  'rest-and-avoid-triggers': cramps,
  'ask-about-diuretic': cramps,
  'avoid-cyclobenzaprine': cramps,
  'avoid-quinidine': cramps,
}

const outside = ({ picture }: Evaluation): string => {
  const { findings } = picture
  const age = intervalOf(findings, 'age')
  const amount = intervalOf(findings, 'baclofenDose')
  const reasons = [
    ...(age !== undefined && age.high < 18 ? ['under 18'] : []),
    ...(findings['pregnancy'] === 'true' ? ['pregnancy'] : []),
    ...(findings['intrathecalBaclofen'] === 'true' ? ['intrathecal baclofen'] : []),
    ...(findings['baclofenAllergy'] === 'true' ? ['allergy to baclofen'] : []),
    ...(amount?.high === 0 ? ['no baclofen by mouth'] : []),
    ...(amount !== undefined && amount.low > 30 ? [`${short(amount)} mg/day baclofen`] : []),
  ]
  return reasons.join(', ')
}

/** The statements about baclofen speak to whoever takes it; of the others only cramps are told. */
const speaks = (topic: Topic, taking: boolean, cramping: boolean): boolean =>
  topic === 'baclofen' ? taking : topic === 'cramps' ? cramping || taking : true

/** What is to be told of a person as things stand, in the order of what matters most. */
export const stateLines = (
  person: Evaluation,
  taking: boolean,
  except: ReadonlySet<string> = new Set(),
): readonly Line[] => {
  const lines = told(person, taking).filter(({ statement }) => !except.has(statement))
  return taking && !lines.some(({ topic }) => topic === 'baclofen') ? [...lines, uncertain] : lines
}

/** What is not told of a dose that is only being ordered, or is about to end. */
export const ofSteadyUse: ReadonlySet<string> = new Set([
  'taper-baclofen',
  'reduce-baclofen-moderate-renal',
  'increase-baclofen',
  'increase-baclofen-older-adult',
  'review-before-exceeding-15-mg',
  'wait-before-next-increase',
  'check-dose-adequacy',
  'baclofen-at-ceiling',
])

/** Somebody who may take baclofen is never passed over in silence. */
const uncertain: Line = {
  topic: 'baclofen',
  statement: 'check-renal-function',
  indicator: 'info',
  head: 'Perhaps takes baclofen: confirm that, and that the kidneys allow it',
  words:
    'Whether baclofen is taken is not certain from the record. Ask, and see that creatinine and eGFR are current.',
}

const told = (person: Evaluation, taking: boolean): readonly Line[] => {
  const cramping = person.picture.findings['crampsPersist'] === 'true'
  return Object.entries(tellings).flatMap(([statement, telling]): readonly Line[] => {
    if (person.truth(statement) !== 'true' || !speaks(telling.topic, taking, cramping)) return []
    const { urgency } = person.stated(statement)
    const indicator: Indicator =
      urgency === 'emergency'
        ? 'critical'
        : urgency === 'urgent' && telling.indicator === 'info' && telling.topic === 'electrolytes'
          ? 'warning'
          : telling.indicator
    return [
      {
        topic: telling.topic,
        statement,
        indicator,
        head: telling.head?.(person) ?? statementBy(statement).title,
      },
    ]
  })
}
