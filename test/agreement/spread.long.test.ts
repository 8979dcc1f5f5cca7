import { expect, test } from 'vitest'
import { guideline } from '../../src/guideline/index.ts'
import { traced } from './engine.ts'
import { randomPatients } from './patients.ts'

test('the random patients give each statement all three truths, each many times', () => {
  const patients = randomPatients(guideline, 10_000, 20261125)
  const counts = new Map<string, number>()
  for (const patient of patients) {
    traced(guideline, patient).forEach((truth, index) => {
      const key = `${guideline.statements[index]?.id ?? ''} ${truth}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    })
  }
  const rare = guideline.statements
    .flatMap(({ id }) => ['true', 'false', 'unknown'].map((truth) => `${id} ${truth}`))
    .filter((key) => (counts.get(key) ?? 0) < 10)
  expect(rare).toEqual([])
})
