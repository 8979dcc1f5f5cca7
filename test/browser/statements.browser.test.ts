import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { tryDraft } from '../../src/apps/web/logic/try-draft.ts'
import type { Draft } from '../../src/apps/web/state/draft.ts'
import { guideline } from '../../src/guideline/index.ts'
import { typePatient } from './workbench.test-support.ts'
import type { Typed } from './workbench.test-support.ts'
import { withWorkbench } from './with-workbench.test-support.ts'

const workbench = withWorkbench()
let context: BrowserContext
let page: Page

beforeAll(async () => {
  ;({ context, page } = await workbench.open())
})

afterAll(async () => {
  await context.close()
})

const liverOf = ({ answers }: Draft): string | undefined => {
  if (answers.cirrhosis === 'yes') return 'Cirrhosis, confirmed'
  if (answers.liverDisease === 'yes') {
    return answers.cirrhosis === 'no' ? 'Liver disease, no' : 'Liver disease, cirrhosis not'
  }
  return answers.liverDisease === 'no' ? 'None' : undefined
}

/** A draft as it is typed: the dose says by itself whether baclofen is taken, and the liver is one question. */
const typedOf = (draft: Draft): Typed => {
  const fields = Object.fromEntries(
    Object.entries(draft.quantities).map(([id, { text }]) => [id, text]),
  )
  const answers = Object.fromEntries(
    Object.entries(draft.answers).flatMap(([id, answer]) =>
      id === 'liverDisease' ||
      id === 'cirrhosis' ||
      (id === 'takesBaclofen' && 'baclofenDose' in fields)
        ? []
        : [[id, answer === 'yes' ? ('Yes' as const) : ('No' as const)]],
    ),
  )
  const liver = liverOf(draft)
  return { fields, answers, ...(liver === undefined ? {} : { liver }) }
}

describe('typed by keyboard, every statement of the guideline comes to hold', () => {
  test.each(guideline.statements.map((one) => [one.id, one] as const))(
    '%s',
    async (id, statement) => {
      const draft = tryDraft(guideline, statement)
      if (draft === undefined) throw new Error('nobody was found')
      await page.getByRole('button', { name: 'New patient' }).click()
      await typePatient(page, typedOf(draft))
      const row = page.locator(`#row-${id}`)
      await row.waitFor({ state: 'attached' })
      expect(await row.getAttribute('class')).not.toMatch(/status-(needData|notIndicated)/)
    },
  )
})
