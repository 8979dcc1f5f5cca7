import { expect, test } from 'vitest'
import { isDefinition, readDefinition } from '../../../assess/definition-input.ts'
import { guideline } from '../../../guideline/index.ts'
import type { Definition } from '../../../logic/definition.ts'
import { exactValue } from '../../../logic/interval.ts'
import { definitionJson } from '../../../outputs/definition-json.ts'
import { compareDefinitions } from './compare.ts'

type Json = Record<string, unknown>

const changedBy = (change: (definition: Json) => void): Definition => {
  const json = JSON.parse(JSON.stringify(definitionJson(guideline))) as Json
  change(json)
  const read = readDefinition(json)
  if (!isDefinition(read)) throw new Error(read.problems[0]?.message)
  return read
}

const limit = (name: string, value: number): Definition =>
  changedBy((json) => {
    for (const one of json['limits'] as Json[]) if (one['name'] === name) one['value'] = value
  })

test('a definition that was exported and read again changes nobody’s plan', () => {
  const { people, changed, turned, texts } = compareDefinitions(
    changedBy(() => undefined),
    guideline,
  )
  expect([changed, turned, texts]).toEqual([0, [], []])
  expect(people).toBeGreaterThan(1000)
})

test('a renal limit of 45 instead of 60 is found, with somebody between the two', () => {
  const { turned, texts } = compareDefinitions(limit('moderateRenalUpper', 45), guideline)
  const increase = turned.find(({ id }) => id === 'increase-baclofen')
  const lost = increase?.turns.find(({ from, to }) => from === 'true' && to === 'false')
  const eGfr = lost?.example['eGfr']
  const value = typeof eGfr === 'object' ? exactValue(eGfr) : undefined
  expect(value).toBeGreaterThan(45)
  expect(value).toBeLessThanOrEqual(60)
  expect(texts.flatMap(({ what }) => what).join()).toContain('45')
})

test('each limit that is moved is found', () => {
  for (const { name, value } of guideline.limits) {
    const { changed } = compareDefinitions(limit(name, value * 1.1 + 0.2), guideline)
    expect(changed, name).toBeGreaterThan(0)
  }
})

test('a statement that is gone, and one whose exception is gone, are found', () => {
  const gone = changedBy((json) => {
    json['statements'] = (json['statements'] as Json[]).filter(({ id }) => id !== 'apply-ice')
  })
  const back = compareDefinitions(gone, guideline).turned.find(({ id }) => id === 'apply-ice')
  expect(back?.turns).toContainEqual(expect.objectContaining({ from: 'absent', to: 'true' }))
  const unguarded = changedBy((json) => {
    for (const one of json['statements'] as Json[]) {
      if (one['id'] === 'increase-baclofen') delete one['unless']
    }
  })
  expect(
    compareDefinitions(unguarded, guideline).turned.some(({ id }) => id === 'increase-baclofen'),
  ).toBe(true)
})
