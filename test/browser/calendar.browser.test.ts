import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { firstExample, typePatient } from './workbench.test-support.ts'
import type { Typed } from './workbench.test-support.ts'
import { withWorkbench } from './with-workbench.test-support.ts'

const workbench = withWorkbench()

const ten: Typed = { ...firstExample, fields: { ...firstExample.fields, baclofenDose: '10' } }

const openCalendar = async (typed: Typed) => {
  const opened = await workbench.open()
  await typePatient(opened.page, typed)
  await opened.page.locator('h1').click()
  await opened.page.keyboard.press('d')
  await opened.page.getByRole('heading', { name: 'Dose calendar' }).waitFor()
  return opened
}

/** What is printed, as text, and the size of its pages. */
const printed = async (page: Page, format: 'A4' | 'Letter') => {
  const input = await page.pdf({ format, preferCSSPageSize: false })
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' })
  const info = execFileSync('pdfinfo', ['-'], { input, encoding: 'utf8' })
  return { text: text.replace(/\s+/g, ' '), info }
}

describe('the titration calendar', () => {
  test('asks for the tablets at hand, then shows each step, and prints it', async () => {
    const { context, page } = await openCalendar(ten)
    await page.getByText('It is not known which tablets are at hand').waitFor()
    await page.getByLabel('10 mg per tablet').check()
    const rows = page.locator('.doses tbody tr')
    expect(await rows.count()).toBe(2)
    expect((await rows.first().innerText()).replace(/\u00a0/g, ' ')).toContain('10 mg per dose')
    await page.getByRole('img', { name: /Baclofen in mg per day, from 10 to 30/ }).waitFor()
    const { text, info } = await printed(page, 'A4')
    expect(info).toMatch(/Page size: +59[45](\.\d+)? x 84[12]/)
    expect(text).toContain('25-Nov-2026')
    expect(text).toContain('20 mg per day')
    expect(text).toContain('Page 1 of')
    expect(text).not.toContain('Download')
    await context.close()
  })

  test('marks a row that was changed beyond the source', async () => {
    const { context, page } = await openCalendar(ten)
    await page.getByLabel('10 mg per tablet').check()
    await page.getByLabel('Dose of step 1, mg per day').fill('25')
    await page.getByText('Edited: outside source (10 mg per day each week').waitFor()
    await page.getByLabel('Dose of step 1, mg per day').fill('24.3')
    await page.getByText('Not ready').waitFor()
    expect(await page.getByText('Print for the patient').count()).toBe(0)
    await context.close()
  })

  test('goes to a calendar file without name, medicine or diagnosis', async () => {
    const { context, page } = await openCalendar(ten)
    await page.getByLabel('10 mg per tablet').check()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: /ICS/ }).click()
    const file = readFileSync(await (await waiting).path(), 'utf8')
    const events = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent')
    const first = events[0]
    expect(events.length).toBe(2)
    expect(String(first?.getFirstPropertyValue('dtstart'))).toBe('2026-11-25')
    expect(String(first?.getFirstPropertyValue('dtend'))).toBe('2026-12-02')
    expect(file).not.toMatch(/baclofen|cramps|\d mg/i)
    await context.close()
  })

  test('is printed for the patient only when the clinician has confirmed it', async () => {
    const { context, page } = await openCalendar(ten)
    await page.getByLabel('10 mg per tablet').check()
    expect(await page.locator('.handout').count()).toBe(0)
    await page.getByLabel(/I have gone through this calendar/).check()
    const english = await printed(page, 'Letter')
    expect(english.info).toMatch(/Page size: +612 x 792/)
    expect(english.text).toContain('Do not stop suddenly')
    expect(english.text).toContain('Wednesday 25 November 2026')
    expect(await page.locator('.handout').innerText()).toContain('half a 10 mg tablet')
    expect(english.text).not.toContain('I have gone through')
    expect(Number(/Pages: +(\d+)/.exec(english.info)?.[1])).toBeLessThanOrEqual(2)
    await page.getByLabel('Language').selectOption('de')
    const german = await printed(page, 'A4')
    expect(german.text).toContain('Nicht plötzlich absetzen')
    expect(german.text).toContain('nicht klinisch geprüft')
    expect(german.text).toContain('Do not stop suddenly')
    await context.close()
  })
})

describe('the taper calendar', () => {
  test('has no default: the prescriber sets step and interval', async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, {
      ...firstExample,
      answers: { ...firstExample.answers, onDialysis: 'Yes' },
    })
    await page.getByRole('button', { name: /^Taper calendar/ }).click()
    await page.getByLabel('10 mg per tablet').check()
    await page.getByText('The prescriber sets the step').waitFor()
    await page.getByLabel('Less at each step, mg per day').fill('5')
    await page.getByLabel('Days between steps').fill('7')
    const rows = page.locator('.doses tbody tr')
    await rows.nth(3).waitFor()
    expect(await rows.count()).toBe(4)
    await context.close()
  })

  test('is refused while withdrawal is suspected', async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, {
      ...firstExample,
      answers: { ...firstExample.answers, stoppingBaclofen: 'Yes', withdrawalSigns: 'Yes' },
    })
    await page.getByRole('button', { name: /^Taper calendar/ }).click()
    await page.getByLabel('10 mg per tablet').check()
    await page.getByLabel('Less at each step, mg per day').fill('5')
    await page.getByLabel('Days between steps').fill('7')
    await page.getByText('No step down while withdrawal').waitFor()
    expect(await page.locator('.doses').count()).toBe(0)
    await context.close()
  })
})
