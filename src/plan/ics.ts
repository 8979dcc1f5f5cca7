import ical, { ICalEventTransparency } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { Calendar, DoseStep } from './calendar.ts'
import { addDays } from './dates.ts'
import { perDay, tabletWords } from './words.ts'

/** How an iCalendar file is made. */
export interface IcsOptions {
  /** Show doses in the events. Off by default: phones show titles on a locked screen. */
  readonly doses?: boolean
  /** Tells the events of two people apart in one calendar; an opaque word, never a name. */
  readonly series?: string
}

interface Entry {
  /** What tells the event apart in its calendar, and stays when the calendar is made again. */
  readonly id: string
  readonly first: string
  readonly last: string
  readonly title: string
  readonly words: string
}

/**
 * A calendar as an iCalendar file (RFC 5545): all-day events with neither name, medicine nor
 * diagnosis. Made again from the same assessment day and start it has the same identifiers, so that
 * it replaces what was imported before.
 */
export const calendarIcs = (calendar: Calendar, options: IcsOptions = {}): string => {
  const file = ical({ prodId: { company: 'crampwise', product: 'calendar', language: 'EN' } })
  // There is no clock here: the file is stamped with the day of the assessment.
  const stamp = Temporal.PlainDate.from(calendar.assessedOn).toZonedDateTime('UTC').toInstant()
  const series = (options.series ?? '').replace(/[^A-Za-z0-9-]/g, '')
  const { outOfDate } = calendar.guideline
  for (const { id, first, last, title, words } of entries(calendar, options.doses === true)) {
    file.createEvent({
      id: `${[prefixes[calendar.kind], ...(series === '' ? [] : [series]), id].join('-')}@crampwise`,
      allDay: true,
      start: Temporal.PlainDate.from(first),
      // The end of an all-day event is the day after its last.
      end: Temporal.PlainDate.from(addDays(last, 1)),
      stamp,
      summary: title,
      description: outOfDate === undefined ? words : `${words}\n${outOfDate}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${file.toString()}\r\n`
}

/** How identifiers begin: they name no medicine either. */
const prefixes: Readonly<Record<Calendar['kind'], string>> = {
  titration: 'up',
  taper: 'down',
  magnesium: 'night',
  monitoring: 'tests',
}

const follow = 'Follow the printed plan that your prescriber confirmed.'

const notReady =
  'This plan is not ready and must not be followed: tablets do not make every step. Ask your prescriber.'

const entries = (calendar: Calendar, doses: boolean): readonly Entry[] => {
  switch (calendar.kind) {
    case 'titration':
    case 'taper': {
      const start = calendar.steps[0]?.from ?? ''
      const check =
        calendar.kind === 'titration'
          ? 'Before this step check for side effects again. If there are any, do not go up: stay at the dose that you take now and call your prescriber.'
          : 'If you feel unwell since the last step, do not go down: stay at the dose that you take now and call your prescriber.'
      return calendar.steps.map((step) => ({
        id: `${start}-${String(step.number)}`,
        first: step.from,
        last: step.until ?? step.from,
        title: `Medicine plan: step ${String(step.number)}${doses ? ` (${perDay(step.mgPerDay)})` : ''}${calendar.ready ? '' : ' (not ready)'}`,
        words: [
          `${calendar.ready ? follow : notReady} Confirm with prescriber. ${check} Never stop the medicine suddenly.`,
          ...(doses ? doseLines(step) : []),
        ].join('\n'),
      }))
    }
    case 'magnesium':
      return [
        {
          id: calendar.from,
          first: calendar.from,
          last: calendar.until,
          title: `Medicine plan: at night${doses ? ` (${String(calendar.perNight.mmol)} mmol)` : ''}`,
          words: `${follow} Confirm with prescriber.`,
        },
      ]
    case 'monitoring':
      return calendar.tests.map(({ number, on }) => ({
        id: `${calendar.changes[0] ?? ''}-${String(number)}`,
        first: on,
        last: on,
        title: `Medicine plan: blood test ${String(number)}`,
        words: `${follow} Confirm with prescriber.`,
      }))
  }
}

const doseLines = ({ doses, notMade }: DoseStep): readonly string[] =>
  notMade === undefined
    ? doses.map(
        ({ at, mgPerDose, tablets }) =>
          `${at}: ${String(mgPerDose)} mg per dose, ${tabletWords(tablets)}`,
      )
    : [notMade.message]
