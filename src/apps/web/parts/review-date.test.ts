import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { assess } from '../../../assess/assess.ts'
import { titrationCalendar } from '../../../assess/calendar-titration.ts'
import type { TitrationCalendar } from '../../../plan/index.ts'
import { guideline } from '../../../guideline/index.ts'
import { german } from '../handout/de.ts'
import { english } from '../handout/en.ts'
import { spanish } from '../handout/es.ts'
import { HandoutPage } from '../handout/page.tsx'
import { Header } from './header.tsx'

const lastDay = guideline.reviewBy
const dayAfter = new Date(Date.parse(`${lastDay}T12:00:00Z`) + 86_400_000)
  .toISOString()
  .slice(0, 10)

const facts = {
  age: 58,
  baclofenDose: 20,
  daysAtDose: 14,
  eGfr: 78,
  crampsPersist: true,
  baclofenSideEffects: false,
  potassium: 4.1,
}

const titration = (on: string): TitrationCalendar => {
  const plan = assess(facts, { on })
  if (!('statements' in plan)) throw new Error(plan.problems[0]?.message)
  const calendar = titrationCalendar(plan, { start: on, strengths: [5, 10] })
  if ('problems' in calendar) throw new Error(calendar.problems[0]?.message)
  return calendar
}

describe('the leaflet for the patient', () => {
  test.each([english, spanish, german])('in $name: do not follow it, ask first', (words) => {
    const leaflet = (on: string): string =>
      renderToStaticMarkup(createElement(HandoutPage, { calendar: titration(on), words }))
    expect(leaflet(lastDay)).not.toContain(words.outOfDate)
    expect(leaflet(dayAfter)).toContain(words.outOfDate)
  })

  test.each([english, spanish, german])('in $name says where its rules come from', (words) => {
    const leaflet = renderToStaticMarkup(
      createElement(HandoutPage, { calendar: titration(lastDay), words }),
    )
    expect(leaflet).toContain(words.origin)
    expect(leaflet).toContain('awaiting human review')
  })
})

describe('the head of every screen of the page', () => {
  const page = (on: string): string =>
    renderToStaticMarkup(createElement(Header, { on, edit: () => undefined }))

  test('says it as an alert', () => {
    expect(page(lastDay)).not.toContain('role="alert"')
    expect(page(dayAfter)).toContain('past their review date')
  })
  test('says that the source is AI-generated and awaits human review', () => {
    expect(page(lastDay)).toContain('The source is an AI-generated answer awaiting human review.')
  })
})
