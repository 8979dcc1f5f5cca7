import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { assess } from '../../assess/assess.ts'
import type { FactsInput } from '../../assess/input.ts'
import { guideline } from '../../guideline/index.ts'
import { definitionJson } from '../../outputs/definition-json.ts'
import type { DefinitionDiff } from '../../proof/index.ts'
import { runDiff } from './diff.ts'
import { catchOutput } from './output.test-support.ts'

const folder = mkdtempSync(join(tmpdir(), 'crampwise-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

type Json = Record<string, unknown>

const write = (name: string, change: (definition: Json) => void = () => undefined): string => {
  const definition = JSON.parse(JSON.stringify(definitionJson(guideline))) as Json
  change(definition)
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(definition))
  return file
}

const old = write('old.json')
const withLimit = (name: string, value: number, version: string): string =>
  write(`${version}.json`, (definition) => {
    definition['version'] = version
    for (const limit of definition['limits'] as Json[]) {
      if (limit['name'] === name) limit['value'] = value
    }
  })

const later = withLimit('moderateRenalUpper', 45, '1.1.0')
const lowerRange = withLimit('effectiveDose', 5, '1.0.1')

const caught = catchOutput()

describe('crampwise diff', () => {
  test('exits with 0 where nothing is different', async () => {
    expect(await runDiff(old, write('same.json'), {})).toBe(0)
    expect(caught.out).toBe('Version 1.0.0: nothing is different.\n')
  })
  test('the renal limit from 60 to 45: those in between get an increase and lose the review', async () => {
    expect(await runDiff(old, later, { json: true })).toBe(1)
    const found = JSON.parse(caught.out) as DefinitionDiff
    const example = (id: string, from: string, to: string): FactsInput | undefined =>
      found.statements
        .find((statement) => statement.id === id)
        ?.truths.find((change) => change.from === from && change.to === to)?.example.facts
    for (const facts of [
      example('increase-baclofen', 'false', 'true'),
      example('reduce-baclofen-moderate-renal', 'true', 'false'),
    ]) {
      expect(facts?.eGfr).toBeGreaterThan(45)
      expect(facts?.eGfr).toBeLessThanOrEqual(60)
      expect(assess(facts ?? {}, { on: '2026-11-23' })).toHaveProperty('statements')
    }
    expect(example('suspected-neurotoxicity', 'false', 'true')).toBeUndefined()
  })
  test('says in words who is affected, with the facts beside them', async () => {
    expect(await runDiff(old, lowerRange, {})).toBe(1)
    expect(caught.out).toContain('  - limit effectiveDose: 10 mg/day → 5 mg/day.\n')
    expect(caught.out).toContain(
      'Dose below the effective range (check-dose-adequacy)\n  - Lost: held, now does not hold.\n',
    )
    expect(caught.out).toMatch(/\n {4}\{"age":58,"baclofenDose":[56789](\.5)?,"eGfr":78\}\n/)
    expect(caught.out).toContain('Version 1.0.0 → 1.0.1: one statement changes.')
  })
  test('and as Markdown for the changelog', async () => {
    expect(await runDiff(old, lowerRange, { markdown: true })).toBe(1)
    expect(caught.out).toMatch(/^## Version 1\.0\.0 → 1\.0\.1\n/)
    expect(caught.out).toContain('### Dose below the effective range (check-dose-adequacy)')
  })
  test('another order of the statements changes nobody', async () => {
    const reordered = write('reordered.json', (definition) => {
      definition['statements'] = [...(definition['statements'] as Json[])].reverse()
    })
    expect(await runDiff(old, reordered, {})).toBe(1)
    expect(caught.out).toMatch(/^Order\n/)
    expect(caught.out).toContain('nobody’s plan is different')
    expect(caught.out).not.toContain('For example')
  })
  test.each([
    ['a file that is not there', 'missing.json', undefined, 'There is no such file.'],
    ['a file that is not JSON', 'text.json', 'no json', 'Not JSON'],
    ['another file', 'facts.json', '{"age": 58}', 'not "crampwise-definition/1"'],
  ])('refuses %s with its place, and compares nothing', async (_what, name, text, said) => {
    const file = join(folder, name)
    if (text !== undefined) writeFileSync(file, text)
    expect(await runDiff(old, file, {})).toBe(2)
    expect(caught.err).toContain(file)
    expect(caught.err).toContain(said)
    expect(caught.out).toBe('')
  })
  test('refuses a fact that means two things', async () => {
    const other = write('unit.json', (definition) => {
      const facts = definition['facts'] as Json[]
      definition['facts'] = facts.map((fact) =>
        fact['id'] === 'age' ? { ...fact, unit: 'd' } : fact,
      )
      const limits = definition['limits'] as Json[]
      definition['limits'] = limits.map((limit) =>
        limit['unit'] === 'a' ? { ...limit, unit: 'd' } : limit,
      )
    })
    expect(await runDiff(old, other, {})).toBe(2)
    expect(caught.err).toContain('facts (age): age is in a before, and in d after.')
  })
  test('standard input is one file only', async () => {
    expect(await runDiff('-', '-', {})).toBe(2)
    expect(caught.err).toContain('can be read only once')
  })
})
