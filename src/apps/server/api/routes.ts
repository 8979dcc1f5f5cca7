import { Hono } from 'hono'
import type { Context } from 'hono'
import { isRecord } from '../../../assess/json.ts'
import type { Assessment } from '../../../assess/assess.ts'
import { namedTwice } from '../../../assess/named-twice.ts'
import { savedAnswerOf } from '../../../assess/saved-answer.ts'
import type { Problem } from '../../../logic/given.ts'
import { calendarIcs, calendarText, isNotAllowed } from '../../../plan/index.ts'
import type { Calendar, PlanProblem } from '../../../plan/index.ts'
import { readJsonBody } from '../body.ts'
import { civilDay, eachDay } from '../civil-day.ts'
import type { AppParts } from '../parts.ts'
import { isRefused } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import { calendars } from './calendars.ts'
import { openApi } from './openapi.ts'
import { assessInput, givenOf, personInput } from './person-input.ts'
import type { PersonInput } from './person-input.ts'
import { problemResponse, publicProblem, publicTwice } from './problem.ts'

/** `POST /assess`, `POST /plan/{name}` and the description of both. */
export const api = (parts: AppParts): Hono => {
  const app = new Hono()
  const clock = parts.clock ?? (() => new Date())
  const described = eachDay(clock, (on) => JSON.stringify(openApi(parts.config.baseUrl, on)))

  app.get('/openapi.json', (c) =>
    c.body(described(), 200, { 'Content-Type': 'application/json; charset=utf-8' }),
  )

  /** Assesses the body; a Response says why it could not be. */
  const assessed = async (
    c: Context,
  ): Promise<Response | { readonly assessment: Assessment; readonly input: PersonInput }> => {
    const body = await readJsonBody(c)
    if (isRefused(body)) return problemResponse(c, body.refused)
    const twice = await namedTwice(body.text)
    if (twice.length > 0) return problemResponse(c, invalid, twice.map(publicTwice))
    const input = personInput(body.value)
    if ('problems' in input) return unprocessable(c, input.problems)
    const assessment = assessInput(input, civilDay(clock()), parts.config.policy)
    return 'statements' in assessment
      ? { assessment, input }
      : unprocessable(c, assessment.problems)
  }

  app.post('/assess', async (c) => {
    const record = c.req.query('record') ?? 'false'
    if (record !== 'true' && record !== 'false') return unprocessable(c, [noRecord])
    const read = await assessed(c)
    if (read instanceof Response) return read
    const { assessment, input } = read
    return c.json(record === 'true' ? await savedAnswerOf(givenOf(input), assessment) : assessment)
  })

  for (const [name, make] of Object.entries(calendars)) {
    app.post(`/plan/${name}`, async (c) => {
      const read = await assessed(c)
      if (read instanceof Response) return read
      const options = read.input.options ?? {}
      if (!isRecord(options)) return unprocessable(c, [noOptions])
      const calendar = make(read.assessment, options)
      if (!('problems' in calendar)) return calendarResponse(c, calendar)
      return isNotAllowed(calendar)
        ? problemResponse(c, notAllowed, calendar.problems.map(publicProblem))
        : unprocessable(c, calendar.problems)
    })
  }
  return app
}

const noRecord: Problem = {
  kind: 'wrong-shape',
  where: 'record',
  message: '',
  remedy: 'Give the query parameter "record" as true or false, or leave it out.',
}

const noOptions: Problem = {
  kind: 'wrong-shape',
  where: 'options',
  message: '',
  remedy: 'Give the options of the calendar as an object.',
}

const notAllowed: Refused = {
  status: 409,
  code: 'business-rule',
  message: 'The assessment allows no such calendar.',
  remedy: 'See the statements named, and POST /assess for why they do not hold.',
}

const invalid: Refused = {
  status: 422,
  code: 'invalid',
  message: 'The input has problems; nothing was assessed.',
  remedy: 'Correct what is listed.',
}

const unprocessable = (c: Context, problems: readonly (Problem | PlanProblem)[]): Response =>
  problemResponse(c, invalid, problems.map(publicProblem))

/** As JSON, or as the caller wants it: iCalendar (without names, medicines or doses) or text. */
const calendarResponse = (c: Context, calendar: Calendar): Response => {
  const accept = c.req.header('accept') ?? ''
  if (accept.includes('text/calendar')) {
    return c.body(calendarIcs(calendar, { doses: false }), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
    })
  }
  return accept.includes('text/plain')
    ? c.body(calendarText(calendar), 200, { 'Content-Type': 'text/plain; charset=utf-8' })
    : c.json(calendar)
}
