import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { firstExample, typePatient } from './workbench.test-support.ts'
import type { Typed } from './workbench.test-support.ts'
import { withWorkbench } from './with-workbench.test-support.ts'

const workbench = withWorkbench()

const plus = (typed: Typed): Typed => ({
  fields: { ...firstExample.fields, ...typed.fields },
  answers: { ...firstExample.answers, ...typed.answers },
  liver: typed.liver ?? firstExample.liver ?? '',
})

/** The rows of the plan that say a status, by statement. */
const rowsOf = (page: Page, status: string): Promise<readonly string[]> =>
  page
    .locator(`.row.status-${status}`)
    .evaluateAll((rows) => rows.map(({ id }) => id.replace('row-', '')))

interface Example {
  readonly who: string
  readonly typed: Typed
  readonly holds: readonly string[]
  readonly open?: readonly string[]
  readonly not?: readonly string[]
  readonly says?: string
}

const examples: readonly Example[] = [
  {
    who: '58 years, 20 mg/day for 14 days, eGFR 78',
    typed: {},
    holds: ['increase-baclofen', 'stretch-and-massage', 'apply-ice'],
    says: 'from 20 mg per day to 30 mg per day',
  },
  {
    who: 'the same, eGFR never measured',
    typed: { fields: { eGfr: '' } },
    holds: ['check-renal-function'],
    open: ['increase-baclofen'],
  },
  {
    who: 'the same, eGFR 60',
    typed: { fields: { eGfr: '60' } },
    holds: ['no-increase-moderate-renal', 'reduce-baclofen-moderate-renal'],
    not: ['increase-baclofen'],
  },
  {
    who: 'the same, on dialysis',
    typed: { answers: { onDialysis: 'Yes' } },
    holds: ['avoid-baclofen-severe-renal', 'taper-baclofen', 'never-stop-abruptly'],
    not: ['increase-baclofen'],
  },
  {
    who: '65 years, 15 mg/day, eGFR 90',
    typed: { fields: { age: '65', baclofenDose: '15', eGfr: '90' } },
    holds: ['review-before-exceeding-15-mg', 'monitor-older-adult'],
    not: ['increase-baclofen'],
  },
  {
    who: '64 years, 25 mg/day for 7 days, eGFR 61',
    typed: { fields: { age: '64', baclofenDose: '25', daysAtDose: '7', eGfr: '61' } },
    holds: ['increase-baclofen'],
    says: 'to 30 mg per day',
  },
  {
    who: '50 years, 30 mg/day, cirrhosis, physical measures tried, K 4.0, Mg 0.80',
    typed: {
      fields: { age: '50', baclofenDose: '30', potassium: '4.0', magnesium: '0.80' },
      answers: { physicalMeasuresTried: 'Yes' },
      liver: 'Cirrhosis',
    },
    holds: ['baclofen-at-ceiling', 'consider-albumin', 'monitor-first-month'],
    says: '20 to 40 g',
  },
  {
    who: '45 years, 10 mg/day, eGFR 95, Mg 0,6 with a comma, depletion not assessed',
    typed: { fields: { age: '45', baclofenDose: '10', eGfr: '95', magnesium: '0,6' } },
    holds: ['increase-baclofen', 'correct-hypomagnesemia'],
    open: ['magnesium-oxide-at-night'],
    says: 'to 20 mg per day',
  },
]

const held = ['emergency', 'scope', 'urgent', 'doNow', 'consider', 'avoid', 'watch', 'know']

describe('typed by keyboard, each worked example of the guideline shows its plan', () => {
  test.each(examples)('$who', async ({ typed, holds, open = [], not = [], says }) => {
    const { context, page } = await workbench.open()
    await typePatient(page, plus(typed))
    for (const id of holds) await page.locator(`#row-${id}`).waitFor()
    const holding = (await Promise.all(held.map((status) => rowsOf(page, status)))).flat()
    expect(holding).toEqual(expect.arrayContaining([...holds]))
    expect(await rowsOf(page, 'needData')).toEqual(expect.arrayContaining([...open]))
    expect(await rowsOf(page, 'notIndicated')).toEqual(expect.arrayContaining([...not]))
    if (says !== undefined) {
      expect((await page.locator('.plan').innerText()).replace(/\u00a0/g, ' ')).toContain(says)
    }
    await context.close()
  })
})

test('magnesium 12 mmol at night is printed in its three figures, each named', async () => {
  const { context, page } = await workbench.open()
  await typePatient(
    page,
    plus({ fields: { magnesium: '0.6' }, answers: { waterAndSodiumDepletion: 'No' } }),
  )
  const words = await page.locator('#row-magnesium-oxide-at-night').innerText()
  expect(words.replace(/\u00a0/g, ' ')).toMatch(/12 mmol.*484 mg.*oxide.*292 mg.*elemental/s)
  await context.close()
})

test('the plan is never stale: each field that is changed changes it at once', async () => {
  const { context, page } = await workbench.open()
  await typePatient(page, firstExample)
  const changes: readonly (readonly [string, string, string])[] = [
    ['age', '17', 'outside-guideline'],
    ['baclofenDose', '31', 'outside-guideline'],
    ['daysAtDose', '3', 'wait-before-next-increase'],
    ['eGfr', '29', 'avoid-baclofen-severe-renal'],
    ['potassium', '2.4', 'critical-hypokalemia'],
    ['magnesium', '0.4', 'correct-hypomagnesemia'],
  ]
  for (const [id, text, row] of changes) {
    const before = firstExample.fields?.[id] ?? ''
    await typePatient(page, { fields: { [id]: text } })
    const now = (await Promise.all(held.map((status) => rowsOf(page, status)))).flat()
    expect(now, `${id} ${text}`).toContain(row)
    await typePatient(page, { fields: { [id]: before } })
    const back = (await Promise.all(held.map((status) => rowsOf(page, status)))).flat()
    expect(back, `${id} ${before}`).not.toContain(row)
  }
  await context.close()
})
