import { expect, test } from 'vitest'
import { pathway } from '../../../guideline/pathway.ts'
import type { Lane } from '../../../logic/pathway.ts'
import { derived } from '../plan/plan.test-support.ts'
import { walk } from './walk.ts'

const dose = pathway.lanes[0] as Lane

const end = (...change: Parameters<typeof derived>) =>
  walk(dose, derived(...change).picture.findings).at(-1)

test.each<[string, Parameters<typeof derived>, object]>([
  ['the first worked example is raised', [], { id: 'raise' }],
  ['without an eGFR it is measured first', [{ eGfr: '' }], { id: 'measure' }],
  ['at an eGFR of 60 it is not raised', [{ eGfr: '60' }], { id: 'stay' }],
  ['on dialysis it is withdrawn', [{}, { onDialysis: 'yes' }], { id: 'kidneys' }],
  [
    'at 65 and 15 mg/day a clinician decides',
    [{ age: '65', baclofenDose: '15' }],
    { id: 'review' },
  ],
  ['an unknown age is awaited', [{ age: '' }], { id: 'scope', answer: 'unknown' }],
])('%s', (_who, change, expected) => {
  expect(end(...change)).toEqual(expected)
})
