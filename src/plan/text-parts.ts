import { wrap } from '../logic/wrap.ts'
import type { Origin } from './calendar.ts'
import { addDays, daysBetween, longDate, shortDay } from './dates.ts'

/** A heading and its lines, each indented; nothing when there are no lines. */
export const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [[heading, ...lines.map((line) => wrap(line, '  '))].join('\n')]

/** Boxes to tick, one for each day, seven in a row. */
export const tickBoxes = (from: string, until: string): readonly string[] => {
  const days = Array.from({ length: daysBetween(from, until) + 1 }, (_none, index) =>
    shortDay(addDays(from, index)),
  )
  return Array.from(
    { length: Math.ceil(days.length / 7) },
    (_none, row) =>
      `  ${days
        .slice(row * 7, row * 7 + 7)
        .map((day) => `[ ] ${day}`)
        .join(' ')}`,
  )
}

/** What stands at the head of every calendar: whose it is to confirm. */
export const confirmation = (title: string, { assessedOn, guideline }: Origin): string =>
  [
    title,
    `Made from the assessment of ${longDate(assessedOn)}.`,
    ...(guideline.outOfDate === undefined ? [] : ['', wrap(guideline.outOfDate)]),
    '',
    'CONFIRM WITH PRESCRIBER before you start. Until then this is only a proposal.',
    '  Confirmed by: ____________________________   Date: ______________________',
    '  Phone for questions: _____________________',
  ].join('\n')

/** The warning that goes with every calendar of baclofen (S38, S39). */
export const neverStop = section('NEVER STOP THIS MEDICINE SUDDENLY', [
  'Do not stop baclofen from one day to the next, and do not miss doses. A sudden stop can make you very ill.',
])

/** When to get help at once (R09, S39). */
export const getHelp = section('GET MEDICAL HELP AT ONCE', [
  'for new confusion, being hard to wake, slow breathing, jerking or a seizure; and, after a stop or missed doses, for seeing or hearing things that are not there, great unrest, fever or new stiffness.',
])

/** Where a calendar comes from: its basis, and whose word it is. */
export const footer = (origin: Origin): readonly string[] => {
  const { allowedBy, guideline, policy, notes } = origin
  return [
    ...section('FOR THE PRESCRIBER', notes),
    [
      wrap(
        `Basis: ${allowedBy.statement} (${allowedBy.implements.join(' ')}; ${allowedBy.basis.join(', ')}).`,
      ),
      wrap(
        `Guideline ${guideline.id} ${guideline.version}.${policy === undefined ? '' : ` Local policy: ${policy}.`} ${guideline.status}`,
      ),
    ].join('\n'),
  ]
}
