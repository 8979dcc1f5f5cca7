import { formatNumber } from '../logic/quantity.ts'
import { wrap } from '../logic/wrap.ts'
import type { DoseCalendar, DoseStep, TaperCalendar, TitrationCalendar } from './calendar.ts'
import { addDays, longDate, longDates } from './dates.ts'
import type { TimeOfDay } from './split.ts'
import { confirmation, footer, getHelp, neverStop, section, tickBoxes } from './text-parts.ts'
import { perDay, tabletCounts, tabletWords, watchWords } from './words.ts'

/** A titration as text, for a patient to read with the prescriber. */
export const titrationText = (calendar: TitrationCalendar): readonly string[] => [
  confirmation('BACLOFEN: UP STEP BY STEP', calendar),
  ...notReady(calendar),
  ...neverStop,
  ...section('BEFORE EACH STEP UP', [
    `Check again for side effects: ${watchWords(calendar.watch)}, or anything else that is new.`,
    'If there are any, do not go up. Stay at the dose that you take now, do not stop the medicine, and call the prescriber.',
  ]),
  ...steps(calendar, 'Before this step: check for side effects. If there are any, do not go up.'),
  section('AFTER THE LAST STEP', [
    `Stay at that dose, and do not go above ${perDay(calendar.ceilingMgPerDay)}. The prescriber decides what follows.`,
  ]).join(''),
  ...getHelp,
  ...footer(calendar),
]

/** A taper as text, for a patient to read with the prescriber. */
export const taperText = (calendar: TaperCalendar): readonly string[] => {
  const { common, stepMgPerDay, everyDays, endMgPerDay } = calendar
  const [low, high] = common.stepMgPerDay
  return [
    confirmation('BACLOFEN: DOWN STEP BY STEP', calendar),
    ...notReady(calendar),
    ...neverStop,
    ...section('BEFORE EACH STEP DOWN', [
      'If you feel unwell since the last step, do not go down further. Stay at the dose that you take now, do not stop the medicine, and call the prescriber.',
    ]),
    ...steps(calendar, 'Before this step: if you feel unwell, do not go down; call.'),
    ...(endMgPerDay === 0
      ? []
      : section('AFTER THE LAST STEP', [
          `Stay at ${perDay(endMgPerDay)}. The prescriber decides what follows.`,
        ])),
    ...getHelp,
    ...section('HOW THIS TAPER WAS SET', [
      `The prescriber chose ${perDay(stepMgPerDay)} less every ${daysWords(everyDays)}. The source gives no schedule. Commonly printed elsewhere (outside evidence): ${formatNumber(low)} to ${perDay(high)} less every ${daysWords(common.everyDays)}.`,
      ...common.differs.map((difference) => `OUTSIDE THAT RANGE: ${difference}`),
    ]),
    ...footer(calendar),
  ]
}

/** A calendar with a step that nobody can take would lead over it in one jump. */
const notReady = ({ ready, steps: all }: DoseCalendar): readonly string[] =>
  ready
    ? []
    : section('DO NOT USE THIS CALENDAR YET', [
        `Tablets do not make ${all
          .filter((step) => step.notMade !== undefined)
          .map((step) => `step ${String(step.number)}`)
          .join(', ')}. Nobody may leave out a step: the prescriber changes the plan first.`,
      ])

const daysWords = (days: number): string => (days === 1 ? 'day' : `${String(days)} days`)

const steps = (calendar: DoseCalendar, check: string): readonly string[] => {
  const first = calendar.steps[0]
  const strengths = calendar.mgPerTablet.map((mg) => `${formatNumber(mg)} mg tablets`).join(', ')
  return [
    [
      ...(first === undefined
        ? []
        : [
            wrap(
              `Until ${longDate(addDays(first.from, -1))}: ${perDay(calendar.presentMgPerDay)}, as now.`,
            ),
          ]),
      wrap(
        `Tablets at hand for the steps below: ${strengths}, ${calendar.wholeTabletsOnly ? 'whole' : 'whole or cut in half'}.`,
      ),
    ].join('\n'),
    ...calendar.steps.map((step) => stepText(step, calendar, check)),
  ]
}

const times: readonly { readonly at: TimeOfDay; readonly words: string }[] = [
  { at: 'morning', words: 'Morning' },
  { at: 'midday', words: 'Midday' },
  { at: 'bedtime', words: 'Bedtime' },
]

const stepText = (step: DoseStep, calendar: DoseCalendar, check: string): string => {
  const { number, from, until, mgPerDay, notMade, before } = step
  const days = until === undefined ? `From ${longDate(from)} on` : longDates(from, until)
  const head = `STEP ${String(number)}: ${mgPerDay === 0 ? 'NO MORE BACLOFEN' : perDay(mgPerDay)}`
  return [
    head,
    `  ${days}`,
    wrap(check, '  '),
    ...before.map((line) => wrap(line, '  ')),
    ...(notMade === undefined
      ? doseLines(step)
      : [
          wrap(`THIS STEP CANNOT BE TAKEN AS IT IS. ${notMade.message}`, '  '),
          wrap('The prescriber decides; do not choose a dose yourself.', '  '),
        ]),
    ...(step.tabletsPerWeek.length === 0
      ? []
      : [wrap(`Tablets per week: ${tabletCounts(step.tabletsPerWeek)}.`, '  ', '    ')]),
    ...(step.tabletsForStep === undefined ||
    step.tabletsForStep.length === 0 ||
    calendar.everyDays === 7
      ? []
      : [wrap(`Tablets for this step: ${tabletCounts(step.tabletsForStep)}.`, '  ', '    ')]),
    ...(until === undefined || !calendar.ready ? [] : tickBoxes(from, until)),
  ].join('\n')
}

const doseLines = ({ doses }: DoseStep): readonly string[] =>
  doses.length === 0
    ? []
    : times.map(({ at, words }) => {
        const dose = doses.find((one) => one.at === at)
        const label = `  ${words.padEnd(8)} `
        return dose === undefined
          ? `${label}none`
          : wrap(`${formatNumber(dose.mgPerDose)} mg per dose: ${tabletWords(dose.tablets)}`, label)
      })
