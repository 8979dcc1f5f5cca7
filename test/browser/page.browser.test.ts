import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { firstExample, typePatient } from './workbench.test-support.ts'
import { withWorkbench } from './with-workbench.test-support.ts'

const workbench = withWorkbench()

/** The most JavaScript that may be loaded before the plan shows, in bytes of gzip. */
const budget = 110_000

test('what is loaded before the plan shows is at most 110 kB', () => {
  const page = readFileSync(join(workbench.served.folder, 'index.html'), 'utf8')
  const scripts = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, file]) => file ?? '')
  const size = scripts.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(workbench.served.folder, file))).length,
    0,
  )
  expect(scripts.length).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(budget)
})

test('the page holds no inline script or style, and forbids them', () => {
  const page = readFileSync(join(workbench.served.folder, 'index.html'), 'utf8')
  expect(page).not.toMatch(/<script(?![^>]*src=)/)
  expect(page).not.toMatch(/<style|style=|onclick=/)
  expect(page).toContain("default-src 'none'; script-src 'self'")
})

describe('nothing about the patient leaves the window', () => {
  test('no request after load, no storage, no address holds what was typed', async () => {
    const { context, page } = await workbench.open()
    const requests: string[] = []
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(error.message))
    await page.waitForLoadState('networkidle')
    page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`))
    const canaries = ['83', '17.5', '4321', '61.7', '4.37', '0.913']
    const [age, dose, days, eGfr, potassium, magnesium] = canaries as [string, ...string[]]
    await typePatient(page, {
      ...firstExample,
      fields: { age, baclofenDose: dose, daysAtDose: days, eGfr, potassium, magnesium } as Record<
        string,
        string
      >,
    })
    await page.locator('.row .basis').first().click()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: /Copy note/ }).click()
    await page.locator('textarea').waitFor()
    expect(await page.locator('textarea').inputValue()).toContain('61.7')
    await page.keyboard.press('Escape')
    // Screens are loaded when they are opened; what they are called says nothing of the patient.
    expect(requests.filter((request) => !/\/assets\/[\w-]+\.(js|css) $/.test(request))).toEqual([])
    const kept = await page.evaluate(() =>
      [
        window.location.href,
        JSON.stringify(Object.entries(window.localStorage)),
        JSON.stringify(Object.entries(window.sessionStorage)),
        document.cookie,
        document.title,
        JSON.stringify(window.history.state),
      ].join(' '),
    )
    const held = [...requests, kept].join(' ')
    expect(canaries.filter((canary) => canary.length > 2 && held.includes(canary))).toEqual([])
    expect(await page.evaluate(async () => (await window.indexedDB.databases()).length)).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('a field', () => {
  test('is not turned by the wheel, not cut to a range, and says what is left out', async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, firstExample)
    const eGfr = page.locator('#fact-eGfr')
    await eGfr.focus()
    await eGfr.hover()
    await page.mouse.wheel(0, 200)
    expect(await eGfr.inputValue()).toBe('78')
    await typePatient(page, { fields: { eGfr: '999' } })
    expect(await eGfr.inputValue()).toBe('999')
    const described = await eGfr.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${described ?? ''}"]`).innerText()).toContain('0 to 200')
    expect(await page.locator('#plan-title').innerText()).toMatch(/Based on (\d+) of (\d+)/)
    expect(await page.locator('#row-increase-baclofen').getAttribute('class')).toContain('needData')
    await context.close()
  })

  test('asks before a unit changes what was typed', async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, { fields: { magnesium: '1.6' } })
    const unit = page.getByLabel('Unit of Magnesium')
    await unit.selectOption('mg/dL')
    await page.getByRole('button', { name: 'It is 1.6 mg/dL' }).click()
    expect(await page.locator('#fact-magnesium').inputValue()).toBe('1.6')
    expect(await page.locator('.field:has(#fact-magnesium)').innerText()).toContain(
      '= 0.658 mmol/L',
    )
    await unit.selectOption('mmol/L')
    await page.getByRole('button', { name: 'Convert to 0.658 mmol/L' }).click()
    expect(await page.locator('#fact-magnesium').inputValue()).toBe('0.658')
    await context.close()
  })

  test('has its unit in its name', async () => {
    const { context, page } = await workbench.open()
    await page.getByRole('textbox', { name: 'Magnesium , millimoles per liter' }).waitFor()
    await context.close()
  })
})

describe('the plan', () => {
  test('says what would change it, and stops asking when nothing would', async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, { ...firstExample, fields: { ...firstExample.fields, eGfr: '' } })
    const ask = page.locator('.would-change')
    expect((await ask.innerText()).replace(/\u00a0/g, ' ')).toContain(
      'above 60 mL/min/1.73 m² adds Increase baclofen',
    )
    await page.getByRole('button', { name: 'Enter: eGFR' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('fact-eGfr')
    await page.keyboard.type('78')
    await typePatient(page, { answers: { physicalMeasuresTried: 'No' } })
    await page
      .getByText('Nothing else that is missing would change this plan, once what was')
      .waitFor()
    await context.close()
  })

  test('opens its evidence, and Escape leads back to the row', async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, firstExample)
    const row = page.locator('#row-increase-baclofen')
    await row.focus()
    await page.keyboard.press('e')
    const drawer = page.getByRole('dialog', { name: 'Increase baclofen' })
    await drawer.waitFor()
    expect(await drawer.innerText()).toContain('S08')
    expect(page.url()).toContain('#/evidence/increase-baclofen')
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    expect(await row.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await context.close()
  })

  test('is told once, after a pause, to those who do not see it', async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, firstExample)
    const status = page.getByRole('status').filter({ hasText: '4 do now' })
    await context.clock.resume()
    await status.waitFor({ state: 'attached' })
    expect(await page.locator('[aria-live], [role=log]').count()).toBe(0)
    await context.close()
  })

  test('takes the last change back', async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, firstExample)
    await typePatient(page, { fields: { potassium: '3.3' } })
    await page.getByText('Last change: Potassium 3.3 → 1 added').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await page.locator('#fact-potassium').inputValue()).toBe('4.1')
    await context.close()
  })

  test('never shows a bare number of milligrams', async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, {
      ...firstExample,
      fields: { ...firstExample.fields, magnesium: '0.6', eGfr: '61', age: '66' },
      answers: { ...firstExample.answers, waterAndSodiumDepletion: 'No' },
    })
    const text = await page.evaluate(() => document.body.textContent)
    const bare = /\d\s?mg(?!\/dL|\s+(?:per|tablets?|to|of|magnesium|elemental|one)\b)[^.;]{0,20}/g
    expect(text.match(bare) ?? []).toEqual([])
    await context.close()
  })
})
