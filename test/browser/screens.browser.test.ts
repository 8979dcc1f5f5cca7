import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { definitionJson } from '../../src/outputs/definition-json.ts'
import { guideline } from '../../src/guideline/index.ts'
import { press, tabTo } from './keyboard.test-support.ts'
import { firstExample, typePatient } from './workbench.test-support.ts'
import type { Typed } from './workbench.test-support.ts'
import { withWorkbench } from './with-workbench.test-support.ts'

const workbench = withWorkbench()

const withoutMagnesium: Typed = {
  ...firstExample,
  fields: { ...firstExample.fields, magnesium: '' },
}

const opened = async (
  typed: Typed,
  key: string,
): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> => {
  const { context, page } = await workbench.open()
  await typePatient(page, typed)
  await page.locator('#plan-title').click()
  await page.keyboard.press(key)
  await page.locator('#screen-title').waitFor()
  return { page, close: () => context.close() }
}

const text = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replace(/\u00a0/g, ' ')

describe('the pathway, by keyboard', () => {
  test('draws the way of the patient, and says the same in its lists', async () => {
    const { page, close } = await opened(firstExample, 'p')
    const drawing = page.locator('.lane-svg').first()
    const drawn = await drawing.locator('.box.on-way').count()
    const listed = page.getByRole('region', { name: 'The dose of baclofen' }).locator('.on-path')
    expect(drawn).toBe(await listed.count())
    expect(await drawing.locator('.box.is-here').innerHTML()).toContain('Raise')
    // A way is thick and numbered, not only of another color.
    const [taken, other] = await Promise.all(
      ['.way-taken path', '.way-not-taken path'].map((of) =>
        drawing
          .locator(of)
          .first()
          .evaluate((path) => Number.parseFloat(getComputedStyle(path).strokeWidth)),
      ),
    )
    expect(taken).toBeGreaterThan(2 * (other ?? 0))
    expect(await drawing.locator('.number').count()).toBe(drawn)
    await close()
  })

  test('stops with a dashed box at what is not known, and leads to its field', async () => {
    const { page, close } = await opened(withoutMagnesium, 'p')
    expect(await page.locator('.box.is-open .number').first().textContent()).toBe('?')
    await press(page, 'Enter: Magnesium')
    await page.waitForFunction(() => document.activeElement?.id === 'fact-magnesium')
    await close()
  })

  test('opens evidence over itself, and Escape leads back to where it was opened', async () => {
    const { page, close } = await opened(firstExample, 'p')
    await press(page, 'Increase baclofen')
    await page.getByRole('dialog', { name: 'Increase baclofen' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await text(page, '#screen-title')).toBe('Pathway')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Increase baclofen')
    await close()
  })

  test('a line for each lane stands under the plan', async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, firstExample)
    const lines = page.locator('.breadcrumb li')
    await lines.first().waitFor()
    expect(await lines.count()).toBe(3)
    expect(await lines.first().innerText()).toMatch(/Older adult\? No.*Raise/s)
    await context.close()
  })
})

describe('what if, by keyboard', () => {
  test('a ruler is cut where the plan changes, each band with a letter, a pattern and words', async () => {
    const { page, close } = await opened(firstExample, 'w')
    const ruler = page.getByRole('region', { name: 'eGFR', exact: true })
    expect(await ruler.locator('.bands .band').allInnerTexts()).toEqual(['A', 'B', 'C'])
    const words = (await ruler.locator('.band-list li').allInnerTexts()).join('\n')
    expect(words.replace(/\u00a0/g, ' ')).toMatch(
      /below 30 mL.*Avoid baclofen[\s\S]*30 to 60 mL[\s\S]*above 60 mL.*patient/,
    )
    const patterns = await ruler
      .locator('.bands .band')
      .evaluateAll((bands) => bands.map((band) => getComputedStyle(band).backgroundImage))
    expect(patterns[0]).not.toBe(patterns[2])
    await close()
  })

  test('the slider, the box and the next changes move the trial; the patient stays', async () => {
    const { page, close } = await opened(firstExample, 'w')
    await press(page, 'eGFR: next change down')
    const changes = page.getByRole('region', { name: 'Now and if' })
    await changes.getByText('Increase baclofen').waitFor()
    expect(await changes.getByRole('row', { name: /Increase baclofen/ }).innerText()).toContain(
      'removed',
    )
    expect(await page.getByLabel(/^eGFR: value to try/).inputValue()).toBe('60')
    await tabTo(page, /^eGFR: slider/)
    await page.keyboard.press('ArrowRight')
    expect(await page.getByLabel(/^eGFR: value to try/).inputValue()).toBe('60.1')
    await press(page, 'Back to the patient’s values')
    await page.getByText('Nothing was changed yet').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#plan-title').waitFor()
    expect(await page.locator('#fact-eGfr').inputValue()).toBe('78')
    await close()
  })

  test('a copy of the trial says first and last that it is not the patient', async () => {
    const { page, close } = await opened(firstExample, 'w')
    await press(page, 'eGFR: next change down')
    const copy = page.getByLabel('Copy this trial').last()
    await copy.waitFor()
    const lines = (await copy.inputValue()).split('\n')
    expect(lines[0]).toBe('WHAT IF: not this patient’s data')
    expect(lines.at(-1)).toBe(lines[0])
    await close()
  })
})

describe('the logic review', () => {
  const logic = async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, { fields: { age: '58' } })
    await press(page, 'Logic review')
    await page.locator('.numbers-table').waitFor()
    return { context, page }
  }

  test('has every number with statements, tests and promises, and finds by what is typed', async () => {
    const { context, page } = await logic()
    expect(await page.locator('.numbers-table tbody tr').count()).toBe(80)
    await tabTo(page, 'Find in the table')
    await page.keyboard.type('S12')
    const rows = page.locator('.numbers-table tbody tr')
    const row = rows.filter({ has: page.getByRole('rowheader', { name: 'S12' }) })
    expect(await row.innerText()).toMatch(/reduce-baclofen-moderate-renal[\s\S]*test files/)
    expect(await row.innerText()).toContain('R02')
    await context.close()
  })

  test('“Try” opens another window where the statement holds, and leaves this one as it is', async () => {
    const { context, page } = await logic()
    const other = context.waitForEvent('page')
    await press(page, /^Try reduce-baclofen-moderate-renal/)
    const tried = await other
    await tried.locator('#row-reduce-baclofen-moderate-renal:not(.status-notIndicated)').waitFor()
    expect(tried.url()).not.toContain('v1.')
    await page.keyboard.press('Escape')
    expect(await page.locator('#fact-age').inputValue()).toBe('58')
    await context.close()
  })

  test('shows decision tables and promises, each leading to its statements', async () => {
    const { context, page } = await logic()
    await press(page, 'Decision tables')
    const table = page.getByRole('region', { name: 'Decision table: The dose' })
    await table.waitFor()
    expect(await table.locator('tbody tr').count()).toBeGreaterThan(5)
    await press(page, 'Promises and proofs')
    await page.locator('.promises').waitFor()
    expect(await page.locator('.promises > li').count()).toBe(24)
    await context.close()
  })

  test('compares another version, read here, and says what it does not prove', async () => {
    const { context, page } = await logic()
    await press(page, 'Compare versions')
    const file = page.getByLabel('Earlier definition.json')
    const give = (content: string) =>
      file.setInputFiles({
        name: 'definition.json',
        mimeType: 'application/json',
        buffer: Buffer.from(content),
      })
    await give('{"format": "other"}')
    await page.getByRole('alert').getByText('cannot be compared').waitFor()
    await give(JSON.stringify(definitionJson(guideline)))
    await page.getByText(/None of \d+ made-up people has another plan/).waitFor()
    const json = definitionJson(guideline)
    const limits = json.limits.map((limit) =>
      limit.name === 'moderateRenalUpper' ? { ...limit, value: 45 } : limit,
    )
    const earlier = JSON.stringify({ ...json, version: '0.9.0', limits })
    await give(earlier)
    await page.getByRole('heading', { name: 'From version 0.9.0 to 1.0.0' }).waitFor()
    expect(
      await page
        .getByRole('row', { name: /Increase baclofen/ })
        .first()
        .innerText(),
    ).toMatch(/held\s+does not hold/)
    expect(await text(page, '.screen')).toContain('crampwise diff')
    await context.close()
  })
})

describe('the follow-up visit', () => {
  const save = async (typed: Typed, cramps: string, on: string): Promise<string> => {
    const { context, page } = await workbench.open({ on })
    await typePatient(page, typed)
    await page.locator('#plan-title').click()
    await page.keyboard.press('f')
    await tabTo(page, 'Cramps per week now, if counted')
    await page.keyboard.type(cramps)
    const download = page.waitForEvent('download')
    await press(page, 'Save this visit to a file')
    const content = readFileSync(await (await download).path(), 'utf8')
    expect((await download).suggestedFilename()).toBe(`visit-${on}.json`)
    await context.close()
    return content
  }

  test('compares with a file that this page saved: what changed, what became of the plan, what was done', async () => {
    const file = await save(firstExample, '5', '2026-11-01')
    const { page, close } = await opened(
      {
        ...firstExample,
        fields: { ...firstExample.fields, baclofenDose: '30', daysAtDose: '21' },
      },
      'f',
    )
    await tabTo(page, 'Cramps per week now, if counted')
    await page.keyboard.type('4')
    await page.getByLabel(/^Or paste/).fill(file)
    await press(page, 'Read it')
    expect(await text(page, '.story')).toContain(
      'On 30 mg per day for 21 days, cramps 5 → 4 per week, cramps persist.',
    )
    const dose = await page.getByRole('row', { name: /Baclofen by mouth/ }).innerText()
    expect(dose.replace(/\s+/g, ' ')).toContain('20 mg per day 30 mg per day 10 mg per day more')
    const became = page.getByRole('region', { name: 'What became of the plan' })
    expect(await became.innerText()).toMatch(/Baclofen is at its ceiling/)
    await tabTo(page, 'Was it done: Increase baclofen')
    await page.keyboard.type('Yes')
    const copied = await page.getByLabel('Copy this comparison').last().inputValue()
    expect(copied).toMatch(/Increase baclofen: Was it done\? Yes/)
    expect(await page.locator('.chart circle').count()).toBe(4)
    await close()
  })

  test('takes a link of this page, and asks whether it is the same person', async () => {
    const { context, page } = await workbench.open()
    await typePatient(page, { ...firstExample, fields: { ...firstExample.fields, age: '70' } })
    await press(page, 'Copy link')
    const link = await page.locator('textarea').inputValue()
    await page.keyboard.press('Escape')
    await typePatient(page, { fields: { age: '58' } })
    await page.locator('#plan-title').click()
    await page.keyboard.press('f')
    await page.getByLabel(/^Or paste/).fill(link)
    await press(page, 'Read it')
    await page.getByRole('alert').getByText('Is this the same person?').waitFor()
    await page.getByText('Day not recorded').first().waitFor()
    await context.close()
  })

  test('refuses what is no visit with its place, and adds nothing', async () => {
    const { page, close } = await opened(firstExample, 'f')
    await page.getByLabel(/^Or paste/).fill('{"resourceType": "Bundle"}')
    await press(page, 'Read it')
    await page
      .getByRole('alert')
      .getByText(/no earlier visit.*guideline is missing/)
      .waitFor()
    expect(await page.locator('.story').count()).toBe(0)
    await close()
  })
})

test('eGFR is estimated from creatinine, says so, and is taken only when it is accepted', async () => {
  const { context, page } = await workbench.open()
  await typePatient(page, { ...firstExample, fields: { ...firstExample.fields, eGfr: '' } })
  await page.locator('#fact-eGfr').focus()
  await press(page, 'Estimate from creatinine')
  await tabTo(page, /^Creatinine/)
  await page.keyboard.type('88,4')
  await tabTo(page, 'Unit of creatinine')
  await page.keyboard.type('micromol')
  await tabTo(page, 'Female')
  await page.keyboard.press('ArrowRight')
  await page.getByText('Estimated eGFR: 87.2 mL/min/1.73 m²').waitFor()
  expect(await page.locator('#fact-eGfr').inputValue()).toBe('')
  await press(page, 'Use 87.2 as the eGFR')
  expect(await page.locator('#fact-eGfr').inputValue()).toBe('87.2')
  const field = page.locator('.field:has(> .field-line > #fact-eGfr)')
  expect(await field.innerText()).toContain(
    'Estimated by CKD-EPI 2021 from creatinine 88,4 micromol/L, male',
  )
  await typePatient(page, { fields: { eGfr: '80' } })
  expect(await field.innerText()).not.toContain('Estimated by')
  await context.close()
})
