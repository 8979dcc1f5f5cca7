import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { firstExample, typePatient } from './workbench.test-support.ts'
import type { Typed } from './workbench.test-support.ts'
import { withWorkbench } from './with-workbench.test-support.ts'

const workbench = withWorkbench()

const person: Typed = {
  ...firstExample,
  fields: { ...firstExample.fields, baclofenDose: '10', potassium: '3.3', magnesium: '' },
}

/** Seventy-seconds of an inch: the width and height of each kind of paper. */
const papers = { A4: [595, 842], Letter: [612, 792] } as const

type Paper = keyof typeof papers

interface Printed {
  readonly text: string
  readonly pages: number
  readonly size: readonly number[]
  /** Grays of the first page, from 0 (black) to 255, one for each point. */
  readonly grays: Uint8Array
}

const print = async (page: Page, format: Paper): Promise<Printed> => {
  const input = await page.pdf({ format })
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' })
  const info = execFileSync('pdfinfo', ['-'], { input, encoding: 'utf8' })
  const folder = mkdtempSync(join(tmpdir(), 'crampwise-print-'))
  writeFileSync(join(folder, 'page.pdf'), input)
  const to = join(folder, 'page')
  execFileSync('pdftoppm', ['-gray', '-r', '72', '-singlefile', join(folder, 'page.pdf'), to])
  const image = readFileSync(`${to}.pgm`)
  rmSync(folder, { recursive: true })
  const [, width = '', height = ''] = /Page size: +([\d.]+) x ([\d.]+)/.exec(info) ?? []
  return {
    text: text.replace(/\s+/g, ' '),
    pages: Number(/Pages: +(\d+)/.exec(info)?.[1]),
    size: [Math.round(Number(width)), Math.round(Number(height))],
    grays: image.subarray(image.indexOf('\n255\n') + 5),
  }
}

/** The paper that was asked for; browsers round it up to whole dots. */
const expectPaper = ({ size }: Printed, paper: Paper): void => {
  papers[paper].forEach((side, index) => {
    expect(Math.abs((size[index] ?? 0) - side)).toBeLessThanOrEqual(1)
  })
}

const share = (grays: Uint8Array, is: (gray: number) => boolean): number =>
  grays.filter(is).length / grays.length

/** Without color: ink is dark on white, and no dark surface lies behind anything. */
const expectPlainInk = ({ grays }: Printed): void => {
  expect(share(grays, (gray) => gray > 240)).toBeGreaterThan(0.85)
  expect(share(grays, (gray) => gray < 90)).toBeGreaterThan(0.003)
  expect(share(grays, (gray) => gray < 90)).toBeLessThan(0.12)
}

const openScreen = async (key: string, colorScheme: 'light' | 'dark') => {
  const opened = await workbench.open({ colorScheme })
  await typePatient(opened.page, person)
  await opened.page.locator('#plan-title').click()
  if (key !== '') {
    await opened.page.keyboard.press(key)
    await opened.page.locator('#screen-title').waitFor()
  }
  return opened
}

describe.each(['A4', 'Letter'] as const)('on %s, from a dark screen, in gray', (paper) => {
  test('the plan: each row with its status in a word, its reason and its numbers', async () => {
    const { context, page } = await openScreen('', 'dark')
    const printed = await print(page, paper)
    expectPaper(printed, paper)
    expectPlainInk(printed)
    expect(printed.text).toMatch(/1 Do now Increase baclofen/)
    expect(printed.text).toContain('Do not stop baclofen suddenly')
    expect(printed.text).toMatch(/Because: .*Evidence: S\d\d/)
    expect(printed.text).toMatch(/Rules \d+\.\d+\.\d+ · review by/)
    expect(printed.text).toContain('not clinically signed off')
    expect(printed.text).toContain(`Page 1 of ${String(printed.pages)}`)
    await context.close()
  })

  test('the note: all of it, however long', async () => {
    const { context, page } = await openScreen('n', 'dark')
    await page.getByLabel('Full').check()
    const note = await page.locator('textarea').inputValue()
    const printed = await print(page, paper)
    expectPaper(printed, paper)
    expectPlainInk(printed)
    for (const line of note.split('\n')) {
      expect(printed.text).toContain(line.replace(/\s+/g, ' ').trim())
    }
    await context.close()
  })

  test('the calendar and the handout: days, tablets and doses, on one page each', async () => {
    const { context, page } = await openScreen('d', 'dark')
    await page.getByLabel('10 mg per tablet').check()
    const calendar = await print(page, paper)
    expectPaper(calendar, paper)
    expectPlainInk(calendar)
    expect(calendar.pages).toBe(1)
    expect(calendar.text).toMatch(/25-Nov-2026.*02-Dec-2026/)
    expect(calendar.text).toContain('30 mg per day (source maximum for cramps)')
    expect(calendar.text).toContain('20 mg per day')
    await page.getByLabel(/I have gone through this calendar/).check()
    const handout = await print(page, paper)
    expectPlainInk(handout)
    expect(handout.pages).toBeLessThanOrEqual(2)
    expect(handout.text).toContain('Do not stop suddenly')
    expect(handout.text).toContain('Wednesday 25')
    expect(handout.text).toContain('Get help at once')
    expect(handout.text).not.toContain('Load a record')
    await context.close()
  })
})

test('a status is told apart in gray by its word and its shape, not by its color alone', async () => {
  const { context, page } = await openScreen('', 'light')
  await page.emulateMedia({ media: 'print' })
  const marks = await page.locator('.row').evaluateAll((rows) =>
    rows.map((row) => ({
      word: row.querySelector('.row-status span')?.textContent.replace(/^\d+ /, ''),
      shape: row.querySelector('.row-status svg')?.innerHTML,
    })),
  )
  const shapes = new Map(marks.map(({ word, shape }) => [word, shape]))
  const first = ['Do now', 'Need data', 'Not indicated'].map((word) => shapes.get(word))
  expect(first.filter((shape) => shape === undefined)).toEqual([])
  expect(new Set(first).size).toBe(first.length)
  await context.close()
})
