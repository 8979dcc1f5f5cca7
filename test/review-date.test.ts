import { describe, expect, test } from 'vitest'
import { createApp } from '../src/apps/server/app.ts'
import {
  call,
  cramps,
  hookBody,
  order,
  parts,
  prefetch,
  result,
  searchset,
  typical,
} from '../src/apps/server/cds/call.test-support.ts'
import { parameters } from '../src/apps/server/fhir/apply.test-support.ts'
import { objections } from '../src/apps/server/fhir-validators.test-support.ts'
import { planText } from '../src/apps/cli/plan-text.ts'
import { runExplain } from '../src/apps/cli/explain.ts'
import { catchOutput } from '../src/apps/cli/output.test-support.ts'
import { briefNote, fullNote } from '../src/apps/web/note/note.ts'
import { derive, isPlan } from '../src/apps/web/state/derive.ts'
import { freshState } from '../src/apps/web/state/reduce.ts'
import { assess } from '../src/assess/assess.ts'
import type { Assessment } from '../src/assess/assess.ts'
import {
  calendarIcs,
  calendarText,
  magnesiumCalendar,
  monitoringCalendar,
  taperCalendar,
  titrationCalendar,
} from '../src/calendars.ts'
import type { Calendar, PlanRefusal } from '../src/calendars.ts'
import { guideline } from '../src/index.ts'

const lastDay = guideline.reviewBy
const dayAfter = new Date(Date.parse(`${lastDay}T12:00:00Z`) + 86_400_000)
  .toISOString()
  .slice(0, 10)

const said = /past its review date/i
const flat = (text: string): string => text.replace(/\s+/g, ' ')

const facts = {
  age: 58,
  baclofenDose: 20,
  daysAtDose: 14,
  eGfr: 78,
  crampsPersist: true,
  baclofenSideEffects: false,
  potassium: 4.1,
  magnesium: 0.6,
  waterAndSodiumDepletion: false,
  liverDisease: true,
  stoppingBaclofen: false,
}

const assessed = (on: string, more: object = {}): Assessment => {
  const plan = assess({ ...facts, ...more }, { on })
  if (!('statements' in plan)) throw new Error(plan.problems[0]?.message)
  return plan
}

const made = <T extends Calendar>(calendar: T | PlanRefusal): T => {
  if ('problems' in calendar) throw new Error(JSON.stringify(calendar.problems))
  return calendar
}

const titration = (on: string) =>
  made(titrationCalendar(assessed(on), { start: on, strengths: [5, 10] }))

const calendarsOf = (on: string): readonly Calendar[] => [
  titration(on),
  made(
    taperCalendar(assessed(on, { stoppingBaclofen: true }), {
      start: on,
      step: 5,
      everyDays: 7,
      strengths: [5, 10],
    }),
  ),
  made(magnesiumCalendar(assessed(on), { start: on, nights: 7 })),
  made(monitoringCalendar(assessed(on), { start: on })),
]

/** What a service answers whose clock shows a day. */
const service = (on: string) => createApp(parts({ clock: () => new Date(`${on}T12:00:00`) }))

const got = async (on: string, path: string): Promise<string> =>
  flat(await (await service(on).request(path)).text())

/** Every form in which a reader meets an answer or what is said of the service, by name. */
const interfaces: Readonly<Record<string, (on: string) => string | Promise<string>>> = {
  'the plan as text': (on) => planText(assessed(on)),
  'the plan as JSON': (on) => JSON.stringify(assessed(on).guideline),
  'the brief note': (on) => noteOf(on, 'brief'),
  'the full note': (on) => noteOf(on, 'full'),
  'the list of services': (on) => got(on, '/cds-services'),
  'the CapabilityStatement': (on) => got(on, '/fhir/metadata'),
  'the OpenAPI description': (on) => got(on, '/openapi.json'),
  'the card of a person': async (on) => {
    const { cards } = await cardsOn(on)
    for (const { detail, source } of cards) {
      if (said.test(detail) !== said.test(source.label)) return 'said on one side of a card only'
    }
    return cards.map(({ detail }) => detail).join('\n')
  },
  'the card that nothing was assessed': async (on) => {
    const { cards } = await call(
      'patient-view',
      hookBody('patient-view', {
        ...prefetch(),
        patient: { resourceType: 'Patient', id: 'p1', deceasedBoolean: true },
        medications: searchset(order(1)),
      }),
      { clock: () => new Date(`${on}T12:00:00`) },
    )
    return cards.map(({ detail, source }) => `${detail} ${source.label}`).join('\n')
  },
  'the CarePlan': async (on) => (await carePlanOn(on)).description,
  'the messages of the GuidanceResponse': async (on) =>
    JSON.stringify((await carePlanOn(on)).contained.filter(({ id }) => id === 'messages')),
}

const cardsOn = (on: string) =>
  call('patient-view', hookBody('patient-view', typical()), {
    clock: () => new Date(`${on}T12:00:00`),
  })

interface CarePlan {
  readonly description: string
  readonly contained: readonly { readonly id: string }[]
}

const carePlanOn = async (on: string): Promise<CarePlan> => {
  const response = await service(on).request('/fhir/PlanDefinition/$apply', {
    method: 'POST',
    headers: { 'Content-Type': 'application/fhir+json' },
    body: JSON.stringify(parameters(order(1), cramps, result('98979-8', 78))),
  })
  const plan = (await response.json()) as CarePlan
  expect(objections(plan)).toEqual([])
  return plan
}

const noteOf = (on: string, which: 'brief' | 'full'): string => {
  const derived = derive(freshState.draft, on)
  if (!isPlan(derived.plan)) throw new Error('no plan')
  return which === 'brief'
    ? briefNote(derived.plan, derived, '10:00')
    : fullNote(derived.plan, derived, '10:00', true)
}

describe.each(Object.entries(interfaces))('%s', (_name, of) => {
  test('says that the guideline is past its review date on the day after it, and not on that day', async () => {
    expect(flat(await of(lastDay))).not.toMatch(said)
    expect(flat(await of(dayAfter))).toMatch(said)
  })
})

describe('calendars', () => {
  test.each([0, 1, 2, 3])('of each kind say it as data, as text and as iCalendar (%i)', (kind) => {
    for (const [on, says] of [
      [lastDay, false],
      [dayAfter, true],
    ] as const) {
      const calendar = calendarsOf(on)[kind] as Calendar
      expect(said.test(calendar.guideline.outOfDate ?? '')).toBe(says)
      // At its head, before anything that could be followed.
      expect(said.test(flat(calendarText(calendar).split('CONFIRM')[0] ?? ''))).toBe(says)
      const events = calendarIcs(calendar).replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1)
      expect(events.length).toBeGreaterThan(0)
      expect(events.map((event) => said.test(event))).toEqual(events.map(() => says))
    }
  })
})

describe('the command line', () => {
  const output = catchOutput()
  test('explain says it on standard error, so that JSON stays JSON', async () => {
    for (const [on, says] of [
      [lastDay, false],
      [dayAfter, true],
    ] as const) {
      output.err = ''
      output.out = ''
      await runExplain('increase-baclofen', undefined, { on, json: true })
      expect(said.test(output.err)).toBe(says)
      expect(JSON.parse(output.out)).toMatchObject({ id: 'increase-baclofen' })
    }
  })
})
