import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportHtml } from '../../src/sweep/report/report.ts'
import { harmful, sampleReport } from '../../src/sweep/report/sample.test-support.ts'
import { startChromium } from './workbench.test-support.ts'

const patients = 20_000

let browser: Browser
let folder = ''
let file = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crampwise-report-'))
  file = join(folder, 'report.html')
  writeFileSync(file, reportHtml(sampleReport(patients)))
  browser = await startChromium()
})

afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** Opens the file as its reader does, and collects what goes wrong or leaves the page. */
const open = async (options: BrowserContextOptions = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) faults.push(request.url())
  })
  await page.goto(pathToFileURL(file).href)
  return { context, page, faults }
}

const violations = async (page: Page): Promise<readonly string[]> => {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  )
}

const status = (page: Page): Promise<string> => page.getByRole('status').innerText()

describe('axe finds no fault', () => {
  test.each([
    ['in light', { colorScheme: 'light' }],
    ['in dark', { colorScheme: 'dark' }],
    ['in forced colors', { forcedColors: 'active' }],
    ['at 320 pixels', { viewport: { width: 320, height: 640 } }],
  ] as const)('%s', async (_how, options) => {
    const { context, page } = await open(options)
    expect(await violations(page)).toEqual([])
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wider).toBeLessThanOrEqual(0)
    await page.emulateMedia({ media: 'print' })
    expect(await violations(page)).toEqual([])
    await context.close()
  })
})

test('twenty thousand patients are there at once, the worst first, page by page', async () => {
  const { context, page, faults } = await open()
  expect(await status(page)).toBe('20,000 patients, page 1 of 400')
  expect(await page.locator('#rows tr').count()).toBe(50)
  expect(await page.locator('#rows tr td:nth-child(2)').first().innerText()).toBe('emergency')
  await page.getByRole('button', { name: 'Next page' }).focus()
  await page.keyboard.press('Enter')
  expect(await status(page)).toBe('20,000 patients, page 2 of 400')
  expect(faults).toEqual([])
  await context.close()
})

test('an id that holds markup is text, and does nothing', async () => {
  const { context, page, faults } = await open()
  await page.getByLabel('Patient id contains').fill('onerror')
  expect(await status(page)).toBe('1 patient')
  expect(await page.locator('#rows th').innerText()).toBe(harmful)
  expect(await page.title()).toBe('Population screen of 2026-11-23')
  expect(faults).toEqual([])
  await context.close()
})

test('the policy stops a script that is put in, and a request', async () => {
  const { context, page } = await open()
  const stopped = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = "document.title = 'taken'"
    document.body.append(script)
    return fetch('http://127.0.0.1:9/').then(
      () => 'sent',
      () => 'stopped',
    )
  })
  expect(stopped).toBe('stopped')
  expect(await page.title()).toBe('Population screen of 2026-11-23')
  await context.close()
})

describe('the filter', () => {
  test('is by statement, outcome, urgency and missing fact, from the keyboard', async () => {
    const { context, page } = await open()
    await page.getByLabel('Statement', { exact: true }).selectOption({ label: 'Check the kidneys' })
    expect(await page.getByLabel('Outcome', { exact: true }).inputValue()).toBe('t')
    expect(await status(page)).toBe('3,999 patients, page 1 of 80')
    await page.getByLabel('Outcome', { exact: true }).selectOption('u')
    expect(await status(page)).toContain('12,002 patients')
    await page.getByLabel('Urgency', { exact: true }).selectOption('urgent')
    expect(await status(page)).toContain('4,002 patients')
    await page.getByLabel('Missing', { exact: true }).selectOption({ label: 'magnesium' })
    expect(await page.locator('#rows td:nth-child(4)').first().innerText()).toContain('magnesium')
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.waitForFunction(() =>
      document.querySelector('#status')?.textContent.startsWith('20,000 patients'),
    )
    await context.close()
  })

  test('decides what is exported, with every id as it is and none as a formula', async () => {
    const { context, page, faults } = await open({ acceptDownloads: true })
    await page.getByLabel('Patient id contains').fill('=hyperlink')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download these 1 as CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('worklist-2026-11-23.csv')
    const [notice, head, line, ...rest] = readFileSync(await download.path(), 'utf8').split('\r\n')
    expect(notice).toContain('not this guideline')
    expect(head).toMatch(/^patient,urgency,holds/)
    expect(line).toBe(
      `"'=HYPERLINK(""x""),""a""",urgent,,avoid-baclofen-severe-renal check-renal-function never-stop-abruptly,,22 on 2026-11-01,20,70,`,
    )
    expect(rest).toEqual([''])
    expect(faults).toEqual([])
    await context.close()
  })
})

test('what is printed is what was found, up to a length that is said', async () => {
  const { context, page } = await open()
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await page.locator('#rows tr').count()).toBe(2000)
  expect(await page.locator('#printed').innerText()).toContain('first 2000 of 20000')
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  expect(await page.locator('#rows tr').count()).toBe(50)
  await context.close()
})
