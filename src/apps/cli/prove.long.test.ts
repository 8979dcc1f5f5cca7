import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { prove } from '../../proof/index.ts'
import type { ProofReport } from '../../proof/index.ts'
import { guideline } from '../../guideline/index.ts'
import { promises } from '../../guideline/promises.ts'
import { catchOutput } from './output.test-support.ts'
import { runProve } from './prove.ts'
import { proofText } from './prove-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'crampwise-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const caught = catchOutput()

describe('crampwise prove', () => {
  test('exits with 0 when what was asked for is proved, and says of whom it speaks', async () => {
    expect(await runProve({ only: ['9', '4-never-a-sudden-stop'] })).toBe(0)
    expect(caught.out).toContain(' 4. Whenever baclofen is taken')
    expect(caught.out).toMatch(/proved in \d+\.\d s/)
    expect(caught.out).toContain('Somebody of whom it speaks: baclofen dose 20 mg/day.')
    expect(caught.out).toContain('Proved: 2 promises, for every patient')
    expect(caught.err).toBe('')
  })
  test('prints a report as JSON, with times', async () => {
    expect(await runProve({ only: ['9'], json: true })).toBe(0)
    const report = JSON.parse(caught.out) as ProofReport
    expect(report).toMatchObject({ proved: true, promises: [{ verdict: 'proved' }] })
    expect(report.promises[0]?.ms).toBeGreaterThanOrEqual(0)
  })
  test('writes the whole report as Markdown, and no time into it', async () => {
    expect(await runProve({ out: join(folder, 'new', 'proof') })).toBe(0)
    const written = readFileSync(join(folder, 'new', 'proof', 'report.md'), 'utf8')
    expect(written).toContain('**All 24 promises are proved.**')
    expect(written).toContain('### 11. An open gate always leads to')
    expect(written).not.toMatch(/\d (ms|s)\b/)
  })
  test('refuses a promise that is not there, and writes nothing', async () => {
    expect(await runProve({ only: ['99'] })).toBe(2)
    expect(caught.err).toContain('--only: There is no promise "99".')
    expect(caught.out).toBe('')
  })
  test('writes no report of a part of the promises', async () => {
    expect(await runProve({ only: ['1'], out: join(folder, 'part') })).toBe(2)
    expect(caught.err).toContain('Leave out --only, or --out.')
    expect(existsSync(join(folder, 'part'))).toBe(false)
  })
})

test('a promise that is broken is told with a patient, in words and as facts to assess', async () => {
  const broken = {
    ...guideline,
    statements: guideline.statements.map((statement) =>
      statement.id === 'never-stop-abruptly'
        ? { ...statement, when: { op: 'any' as const, of: [] } }
        : statement,
    ),
  }
  const text = proofText(await prove(broken, promises, { only: ['4'], survey: false }))
  expect(text).toContain('REFUTED')
  expect(text).toContain('A patient who breaks it: baclofen dose 20 mg/day.')
  expect(text).toContain('{"baclofenDose":20}')
  expect(text).toContain('NOT PROVED: 1 of 1 promise.')
})
