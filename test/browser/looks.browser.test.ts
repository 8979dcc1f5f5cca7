import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { guideline } from '../../src/index.ts'
import { firstExample, goToScreen, typePatient } from './workbench.test-support.ts'
import type { Typed } from './workbench.test-support.ts'
import { withWorkbench } from './with-workbench.test-support.ts'

const workbench = withWorkbench()

const patient: Typed = {
  ...firstExample,
  fields: { ...firstExample.fields, potassium: '3.3', magnesium: '' },
}

const screens = [
  '',
  'note',
  'calendar',
  'calendar/taper',
  'pathway',
  'pathway/evidence/increase-baclofen',
  'what-if',
  'follow-up',
  'logic',
  'logic/tables',
  'logic/promises',
  'logic/compare',
  'load',
  'share',
  'limits',
  'keys',
]

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong: by all rules but some, or by a few that alone can find something anew. */
const violations = async (
  page: Page,
  rules: { readonly without?: readonly string[]; readonly only?: readonly string[] } = {},
): Promise<readonly string[]> => {
  const { without = [], only } = rules
  const axe = new AxeBuilder({ page })
  const found = await (
    only === undefined ? axe.withTags(tags).disableRules([...without]) : axe.withRules([...only])
  ).analyze()
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

const colorRules = ['color-contrast', 'link-in-text-block']

describe('axe finds no fault', () => {
  test.each([
    ['in light', { colorScheme: 'light' }, {}],
    // In other colors the page is the same page: only what hangs on color can be wrong.
    ['in dark', { colorScheme: 'dark' }, { only: colorRules }],
    ['in forced colors', { forcedColors: 'active' }, { only: colorRules }],
    ['at 320 pixels', { viewport: { width: 320, height: 640 } }, {}],
    // Nobody presses what is printed.
    ['in print', {}, { without: ['target-size'] }],
    ['with text at 200 %', {}, { only: ['color-contrast', 'target-size'] }],
  ] as const)(
    '%s, on every screen',
    async (how, options, rules) => {
      const { context, page } = await workbench.open(options)
      await typePatient(page, patient)
      if (how === 'in print') await page.emulateMedia({ media: 'print' })
      if (how === 'with text at 200 %') {
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%'
        })
      }
      // The drawer is not printed.
      const shown = screens.filter((one) => how !== 'in print' || !one.includes('evidence'))
      for (const screen of shown) {
        await goToScreen(page, screen)
        await openAll(page)
        expect(await violations(page, rules), screen).toEqual([])
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(wider, `${screen} scrolls sideways`).toBeLessThanOrEqual(0)
      }
      await context.close()
      // Axe goes through every row of the long tables.
    },
    480_000,
  )

  test('in the evidence drawer', async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, patient)
    await page.locator('#row-increase-baclofen .basis').click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    await context.close()
  })

  test('in the estimate from creatinine, in a follow-up and in a trial', async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, patient)
    await page.getByText('Estimate from creatinine').click()
    await page.getByRole('textbox', { name: /Creatinine/ }).fill('1.1')
    await page.getByLabel('Female').check()
    await page.getByText('Estimated eGFR').waitFor()
    expect(await violations(page)).toEqual([])
    await goToScreen(page, 'share')
    const link = await page.locator('textarea').inputValue()
    await goToScreen(page, 'follow-up')
    await page.getByLabel(/^Or paste/).fill(link)
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.locator('.story').waitFor()
    expect(await violations(page)).toEqual([])
    await goToScreen(page, 'what-if')
    await page.getByRole('button', { name: 'eGFR: next change down' }).click()
    await page.locator('.now-and-if').waitFor()
    expect(await violations(page)).toEqual([])
    await context.close()
  })
})

test('every row says its status in a word, and on whose word it stands', async () => {
  const { context, page } = await workbench.open()
  await typePatient(page, patient)
  await openAll(page)
  const rows = page.locator('.row')
  expect(await rows.count()).toBe(guideline.statements.length)
  for (const row of await rows.all()) {
    expect(await row.locator('.row-status').innerText()).toMatch(/[A-Z][a-z]+/)
    expect(await row.locator('.basis').innerText()).toMatch(/[SR]\d\d|outside/)
  }
  await context.close()
})

test('a narrow window shows the plan first, then what is known, in chips', async () => {
  const { context, page } = await workbench.open({
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
