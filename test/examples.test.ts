import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assessRecord } from '../src/record.ts'
import { root } from './repository.test-support.ts'

const folder = join(root, 'examples')
const on = '2026-11-23'

/** What each record is there to show, in a sentence that a clinician could dispute. */
const sentences: Readonly<Record<string, string>> = {
  '01-increase': '20 mg/day for two weeks, eGFR 78, cramps persist: raise to 30 mg/day',
  '02-egfr-never-measured': 'eGFR never measured: nothing is raised before it is',
  '03-egfr-60': 'an eGFR of exactly 60: a prescriber reviews a lower dose',
  '04-dialysis': 'on dialysis: supervised gradual withdrawal, urgently, never a sudden stop',
  '05-older-adult-at-15': '65 years at 15 mg/day: more only after a review',
  '06-last-step-to-ceiling': '64 years at 25 mg/day: 30 mg/day, not 35',
  '07-cirrhosis-at-ceiling': 'cirrhosis at 30 mg/day and nothing helped: consider albumin',
  '08-low-magnesium': 'low magnesium, depletion not assessed: ask before magnesium is given',
  '09-side-effects': 'side effects: no more baclofen, and no stop',
  '10-suspected-neurotoxicity': 'new confusion at an eGFR of 24: an emergency',
  '11-older-adult-small-step': '72 years at 10 mg/day: a step of 5 mg/day to 15',
  '12-above-30': '40 mg/day: outside this guideline',
  '13-pump': 'a pump: outside this guideline, and never stopped suddenly',
  '14-quinidine': 'quinidine is taken: urgent review, and not stopped unasked',
  '15-no-option-left': '78 years and nothing of the second line open: a specialist',
  '16-decided-to-stop': 'stopping was decided: a gradual withdrawal',
  '17-potassium-urgent': 'potassium 2.8 mmol/L: corrected urgently',
  '18-as-sent': 'a record as systems send it: what it does not say stays unknown',
  '19-several-sources':
    'a draft, a mistaken eGFR and a pair by race among the rest: only what counts is read',
  '20-page-missing': 'a page of the record is missing: what may stand there is asked, not assumed',
}

/** The plan, short: what holds with its urgency and its next dose, what cannot be decided, what is asked. */
const plan = (record: unknown): unknown => {
  const assessed = assessRecord(record, { on })
  if (!('statements' in assessed)) return { problems: assessed.problems }
  const { statements, ask, facts, notFound } = assessed
  return {
    holds: Object.fromEntries(
      statements
        .filter(({ holds }) => holds === 'true')
        .map(({ id, urgency, action }) => [
          id,
          typeof action?.['to'] === 'number' ? `${urgency}, to ${String(action['to'])}` : urgency,
        ]),
    ),
    undecided: statements.filter(({ holds }) => holds === 'unknown').map(({ id }) => id),
    ask: ask.map(({ fact }) => fact),
    known: Object.fromEntries(
      Object.entries(facts).map(([id, { value, comparator, low, high }]) => [
        id,
        low === undefined
          ? comparator === undefined
            ? value
            : `${comparator}${String(value)}`
          : `${String(low)} to ${String(high)}`,
      ]),
    ),
    notFound: Object.fromEntries(notFound.map(({ fact, why }) => [fact, why])),
  }
}

const names = readdirSync(join(folder, 'records')).map((file) => file.replace(/\.json$/, ''))
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

describe('the example records', () => {
  test('each has a sentence, and each sentence a record', () => {
    expect(names).toEqual(Object.keys(sentences))
  })

  test.each(names)('%s gives the plan that is expected of it', (name) => {
    const expected = join(folder, 'expected', `${name}.json`)
    const given = plan(json(join(folder, 'records', `${name}.json`)))
    // Only on purpose, by npm run regenerate, and then read in the diff.
    if (process.env['CRAMPWISE_EXPECT'] === '1') {
      writeFileSync(expected, `${JSON.stringify(given, null, 2)}\n`)
    }
    const why = `${sentences[name] ?? name} (if another plan is meant: npm run regenerate)`
    expect(existsSync(expected), why).toBe(true)
    expect(given, why).toEqual(json(expected))
  })

  test.each(names)('%s says that it is synthetic, and names nobody', (name) => {
    const text = readFileSync(join(folder, 'records', `${name}.json`), 'utf8')
    expect(text).toContain('Synthetic: not a person.')
    expect(text).toContain('HTEST')
    expect(text).not.toMatch(/"(family|given)"/)
  })
})
