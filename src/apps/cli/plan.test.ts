import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runPlan } from './plan.ts'
import type { PlanName, PlanOptions } from './plan.ts'

const folder = mkdtempSync(join(tmpdir(), 'crampwise-'))
const file = join(folder, 'facts.json')

let out = ''
let err = ''

beforeEach(() => {
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text)
    return true
  })
})

afterEach(() => {
  vi.restoreAllMocks()
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

const typical = {
  age: 58,
  baclofenDose: 20,
  daysAtDose: 14,
  eGfr: 78,
  baclofenSideEffects: false,
  crampsPersist: true,
  potassium: 4.1,
  magnesium: 0.6,
  waterAndSodiumDepletion: false,
  liverDisease: true,
  stoppingBaclofen: false,
}

/** The exit code of a plan for one person, asked for on 25 November 2026. */
const run = async (
  name: PlanName,
  options: PlanOptions,
  change: Readonly<Record<string, unknown>> = {},
): Promise<number> => {
  writeFileSync(file, JSON.stringify({ ...typical, ...change }))
  return runPlan(name, file, { on: '2026-11-25', ...options })
}

const start = '2026-11-30'

describe('crampwise plan', () => {
  test('prints a titration as text', async () => {
    expect(await run('titration', { start, strengths: '5,10' })).toBe(0)
    expect(out).toContain('STEP 1: 30 mg per day\n  From Monday 30 November 2026 on')
    expect(err).toBe('')
  })

  test('prints a taper as JSON', async () => {
    const options: PlanOptions = { start, strengths: '10', step: '5', every: '7', json: true }
    expect(await run('taper', options, { stoppingBaclofen: true })).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      kind: 'taper',
      stepMgPerDay: 5,
      everyDays: 7,
      steps: [{ mgPerDay: 15 }, { mgPerDay: 10 }, { mgPerDay: 5 }, { mgPerDay: 0 }],
    })
  })

  test('prints a magnesium course as iCalendar', async () => {
    expect(await run('magnesium', { start, nights: '14', tablet: '4 mmol', ics: true })).toBe(0)
    expect(out).toMatch(/^BEGIN:VCALENDAR\r\n[^]*DTEND;VALUE=DATE:20261214\r\n/)
    expect(out).not.toContain('mmol')
  })

  test('shows doses in an iCalendar only when they are asked for', async () => {
    const options: PlanOptions = { start, strengths: '10', icsDoses: true, series: 'b7' }
    expect(await run('titration', options)).toBe(0)
    expect(out).toContain('SUMMARY:Medicine plan: step 1 (30 mg per day)')
    expect(out).toContain('UID:up-b7-2026-11-30-1@crampwise')
  })

  test('prints monitoring dates for several changes', async () => {
    expect(await run('monitoring', { start, changes: '2026-12-07, 2026-12-14' })).toBe(0)
    expect(out).toContain('[ ] Monday 11 January 2027 (28 days after change 3)')
  })

  test('answers 1 with the reason and the remedy when the assessment does not allow it', async () => {
    expect(await run('titration', { start, strengths: '10' }, { eGfr: 60 })).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('this assessment allows no titration calendar')
    expect(err).toMatch(
      /increase-baclofen: It does not hold\..*\n {4}Act on this first: no-increase-moderate-renal/,
    )
  })

  test('answers 1 to a review that was not made, and says how to say that it was', async () => {
    const older = { age: 70, baclofenDose: 15 }
    expect(await run('titration', { start, strengths: '10' }, older)).toBe(1)
    expect(err).toContain('weakness, urinary function, cognition, sedation')
    expect(err).toContain('--reviewed')
    expect(await run('titration', { start, strengths: '10', reviewed: true }, older)).toBe(0)
  })

  test('answers 2 with every bad option by its name on the command line', async () => {
    const options: PlanOptions = { start: 'soon', strengths: '5,a', dosesPerDay: '4', every: 'x' }
    expect(await run('taper', options, { stoppingBaclofen: true })).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('5 problems in the options; no calendar was made.')
    for (const flag of ['--start:', '--strengths:', '--doses-per-day:', '--step:', '--every:']) {
      expect(err).toContain(`\n  ${flag} `)
    }
  })

  test('answers 2 to a tablet that does not say of what its mass is', async () => {
    expect(await run('magnesium', { start, nights: '14', tablet: '400 mg' })).toBe(2)
    expect(err).toContain('--tablet: "400 mg" does not say')
  })

  test('answers 2 to two forms at once', async () => {
    expect(await run('titration', { start, strengths: '10', json: true, ics: true })).toBe(2)
    expect(err).toContain('Give either --json or --ics.')
  })

  test('answers 2 to facts that are refused, before it looks at the calendar', async () => {
    expect(await run('titration', {}, { eGfr: -1 })).toBe(2)
    expect(err).toContain('nothing was assessed')
  })

  test('prints a calendar that tablets do not make, and says that it must not be used', async () => {
    expect(await run('titration', { start, strengths: '20' }, { baclofenDose: 5 })).toBe(0)
    expect(out).toContain('DO NOT USE THIS CALENDAR YET')
    expect(err).toContain('must not be used as it is')
  })
})
