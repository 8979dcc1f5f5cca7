import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from '../repository.test-support.ts'
import { syntheticRecord } from './record.test-support.ts'
import { firstExample, typePatient } from './workbench.test-support.ts'
import { withWorkbench } from './with-workbench.test-support.ts'

const record = JSON.stringify(syntheticRecord)

const workbench = withWorkbench()

test('a record fills the fields, each with its source and date; what was typed is wiped', async () => {
  const { context, page } = await workbench.open()
  await typePatient(page, { fields: { age: '93' }, answers: { onDialysis: 'Yes' } })
  await page.getByRole('button', { name: 'Load a record' }).click()
  await page.getByLabel('Or pasted text').fill(record)
  await page.getByRole('button', { name: 'Read it' }).click()
  const eGfr = page.locator('.field:has(#fact-eGfr)')
  await eGfr.waitFor()
  expect(await page.locator('#fact-age').inputValue()).not.toBe('93')
  expect(await page.locator('#row-avoid-baclofen-severe-renal.status-urgent').count()).toBe(0)
  expect(await eGfr.innerText()).toMatch(/Observation\//)
  expect(await eGfr.innerText()).toMatch(/\d{2}-Nov-2026|\d{2}-Oct-2026/)
  const before = await page.locator('#fact-eGfr').inputValue()
  await typePatient(page, { fields: { eGfr: '25' } })
  await page.locator('#row-avoid-baclofen-severe-renal:not(.status-notIndicated)').waitFor()
  await eGfr.getByRole('button', { name: 'Use the record' }).click()
  expect(await page.locator('#fact-eGfr').inputValue()).toBe(before)
  await context.close()
})

test('a result of the record that cannot be used is named at its field, with why; a bound is shown', async () => {
  const example = readFileSync(`${root}/examples/records/01-increase.json`, 'utf8')
  const wrong = JSON.parse(example, (key, value: unknown) =>
    key === 'valueQuantity' && (value as { value: number }).value === 4.1
      ? { value: 16, unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' }
      : value,
  ) as unknown
  const { context, page } = await workbench.open()
  await page.getByRole('button', { name: 'Load a record' }).click()
  await page.getByLabel('Or pasted text').fill(JSON.stringify(wrong))
  await page.getByRole('button', { name: 'Read it' }).click()
  const potassium = page.locator('.field:has(#fact-potassium)')
  await potassium.getByText('16 mg/dL: that is not a unit of potassium').waitFor()
  expect(await page.locator('#fact-potassium').inputValue()).toBe('')
  expect(await page.locator('.field:has(#fact-daysAtDose)').innerText()).toMatch(
    /From the record: at least \d+ days/,
  )
  await context.close()
})

test('what is no record is refused with its place, and changes nothing', async () => {
  const { context, page } = await workbench.open()
  await typePatient(page, { fields: { age: '58' } })
  await page.getByRole('button', { name: 'Load a record' }).click()
  await page.getByLabel('Or pasted text').fill('{"resourceType": "Bundle",')
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByText('This record cannot be read; nothing was changed.').waitFor()
  await page.getByRole('button', { name: 'Back to the plan' }).click()
  expect(await page.locator('#fact-age').inputValue()).toBe('58')
  await context.close()
})

test('a link is made only when asked for, opens to the same plan, and leaves the address', async () => {
  const { context, page } = await workbench.open()
  await typePatient(page, firstExample)
  expect(page.url()).not.toContain('v1')
  await page.getByRole('button', { name: 'Copy link' }).click()
  const link = await page.locator('textarea').inputValue()
  expect(link).toContain('#v1.')
  const other = await context.newPage()
  await other.goto(link)
  await other.locator('#row-increase-baclofen').waitFor()
  expect(await other.locator('#fact-eGfr').inputValue()).toBe('78')
  expect(other.url()).not.toContain('v1.')
  const third = await context.newPage()
  await third.goto(`${workbench.served.address}#v1.broken`)
  await third.getByText('This link is damaged').waitFor()
  await context.close()
})

test('where the clipboard is closed, the note stands selected to be copied by hand', async () => {
  const { context, page } = await workbench.open()
  await typePatient(page, firstExample)
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('blocked')) },
    })
  })
  await page.getByRole('button', { name: /Copy note/ }).click()
  await page.getByRole('button', { name: 'Copy note', exact: true }).click()
  await page.getByText('press Ctrl+C').waitFor()
  const selected = await page.evaluate(() => window.getSelection()?.toString() ?? '')
  expect(selected).toContain('Increase baclofen')
  await context.close()
})
