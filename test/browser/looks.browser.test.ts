import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import {
  firstExample,
  openWorkbench,
  serveWorkbench,
  startChromium,
  typePatient,
} from './workbench.test-support.ts'
import type { Served, Typed } from './workbench.test-support.ts'

let served: Served
let browser: Browser

beforeAll(async () => {
  served = await serveWorkbench()
  browser = await startChromium()
})

afterAll(async () => {
  await browser.close()
  await served.stop()
})

const patient: Typed = {
  ...firstExample,
  fields: { ...firstExample.fields, potassium: '3.3', magnesium: '' },
}

const screens = [
  '',
  'note',
  'calendar',
  'pathway',
  'what-if',
  'logic',
  'load',
  'share',
  'limits',
  'keys',
]

const show = async (page: Page, screen: string): Promise<void> => {
  await page.evaluate((name) => {
    window.location.hash = `#/${name}`
  }, screen)
  await page.locator(screen === '' ? '#plan-title' : '#screen-title').waitFor()
  await page.waitForLoadState('networkidle')
}

const violations = async (page: Page): Promise<readonly string[]> => {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  )
}

const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.querySelectorAll('details').forEach((one) => {
      one.open = true
    })
  })

describe('axe finds no fault', () => {
  test.each([
    ['in light', { colorScheme: 'light' }],
    ['in dark', { colorScheme: 'dark' }],
    ['in forced colors', { forcedColors: 'active' }],
    ['at 320 pixels', { viewport: { width: 320, height: 640 } }],
  ] as const)('%s, on every screen', async (_how, options) => {
    const { context, page } = await openWorkbench(browser, served.address, options)
    await typePatient(page, patient)
    for (const screen of screens) {
      await show(page, screen)
      await openAll(page)
      expect(await violations(page), screen).toEqual([])
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wider, `${screen} scrolls sideways`).toBeLessThanOrEqual(0)
    }
    await context.close()
  })

  test('in print, in the evidence drawer and with text at 200 %', async () => {
    const { context, page } = await openWorkbench(browser, served.address)
    await typePatient(page, patient)
    await page.emulateMedia({ media: 'print' })
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ media: 'screen' })
    await page.locator('#row-increase-baclofen .basis').click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await violations(page)).toEqual([])
    await context.close()
  })
})

test('every row says its status in a word, and on whose word it stands', async () => {
  const { context, page } = await openWorkbench(browser, served.address)
  await typePatient(page, patient)
  await openAll(page)
  const rows = page.locator('.row')
  expect(await rows.count()).toBe(50)
  for (const row of await rows.all()) {
    expect(await row.locator('.row-status').innerText()).toMatch(/[A-Z][a-z]+/)
    expect(await row.locator('.basis').innerText()).toMatch(/[SR]\d\d|outside/)
  }
  await context.close()
})

test('in a language that is two fifths longer all has room, and nothing is left out of the catalog', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(`${served.address}?lang=pseudo`)
  await page.locator('#plan-title').waitFor()
  await typePatient(page, firstExample)
  const chrome = page.locator('.top button, .actions button, #plan-title, .row-status span')
  const texts = (await chrome.allInnerTexts()).filter((text) => text !== '')
  expect(texts.length).toBeGreaterThan(10)
  for (const text of texts) expect(text).toContain('·')
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wider).toBeLessThanOrEqual(0)
  await context.close()
})

test('what-if tries on a copy: the plan of the patient stays', async () => {
  const { context, page } = await openWorkbench(browser, served.address)
  await typePatient(page, firstExample)
  await show(page, 'what-if')
  await page.getByText('WHAT IF: not this patient’s data').waitFor()
  await page.getByRole('button', { name: 'eGFR: next change down' }).click()
  const removed = page.locator('.lanes section').last()
  await removed.getByText('Increase baclofen').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.locator('#fact-eGfr').inputValue()).toBe('78')
  await page.locator('#row-increase-baclofen.status-doNow').waitFor()
  await context.close()
})

test('the pathway shows the way of the patient to where it ends', async () => {
  const { context, page } = await openWorkbench(browser, served.address)
  await typePatient(page, firstExample)
  await show(page, 'pathway')
  const dose = page.getByRole('region', { name: 'The dose of baclofen' })
  expect(await dose.locator('.on-path').last().innerText()).toMatch(/Raise[\s\S]*You are here/)
  await context.close()
})

test('a narrow window shows the plan first, then what is known, in chips', async () => {
  const { context, page } = await openWorkbench(browser, served.address, {
    viewport: { width: 420, height: 900 },
  })
  const plan = await page.locator('.plan').boundingBox()
  const chips = await page.locator('.chips').boundingBox()
  expect(plan?.y ?? 0).toBeLessThan(chips?.y ?? 0)
  await page.getByRole('button', { name: /^eGFR/ }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('fact-eGfr')
  await page.keyboard.type('7')
  await page.keyboard.type('8')
  expect(await page.locator('#fact-eGfr').inputValue()).toBe('78')
  await context.close()
})
