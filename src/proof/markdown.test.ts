import { expect, test } from 'vitest'
import { coveredWords, proofMarkdown } from './markdown.ts'
import type { ProofReport, PromiseResult } from './result.ts'

const covered = { claims: 2, quantities: 1, presences: 3, others: 5, later: false, onData: 0 }

const proved: PromiseResult = {
  promise: { id: '1-kept', title: 'It is kept.', why: 'Because.', further: false },
  verdict: 'proved',
  covered,
  witness: { words: 'age 58 years', facts: { age: 58 } },
  faults: [],
  ms: 12,
}

const broken: PromiseResult = {
  promise: { id: '12-broken', title: 'It is broken.', why: 'Because.', further: true },
  verdict: 'refuted',
  covered,
  counterexample: {
    words: 'age 58 years',
    facts: { age: 58 },
    later: { words: 'age 58 years; on dialysis', facts: { age: 58, onDialysis: true } },
  },
  faults: ['Somebody breaks this: wherever a: b.'],
  ms: 34,
}

const report = (...promises: readonly PromiseResult[]): ProofReport => ({
  guideline: { id: 'g', version: '1.0.0', title: 'Cramps', facts: 9, statements: 3 },
  proved: promises.every(({ verdict }) => verdict === 'proved'),
  promises,
  ms: 4567,
})

test('a report says first whether all is proved', () => {
  expect(proofMarkdown(report(proved))).toContain('**The promise is proved.**')
  expect(proofMarkdown(report(proved, broken))).toContain(
    '**1 of 2 promises are not proved: 12-broken.**',
  )
})

test('a broken promise shows the patient, before and after, as facts too', () => {
  const text = proofMarkdown(report(proved, broken))
  expect(text).toContain('### 12. It is broken.\n\n**BROKEN**. Because. (`12-broken`)')
  expect(text).toContain('**A patient who breaks it:** age 58 years.\n\n```json\n{"age":58}\n```')
  expect(text).toContain('**The same patient later:** age 58 years; on dialysis.')
  expect(text).toContain('- Somebody breaks this: wherever a: b.')
})

test('further promises stand apart from those of the guideline', () => {
  const text = proofMarkdown(report(proved, broken))
  expect(text.indexOf('## The promises of the guideline')).toBeLessThan(text.indexOf('### 1.'))
  expect(text.indexOf('## Further promises')).toBeLessThan(text.indexOf('### 12.'))
})

test('no time stands in a report that is to be compared', () => {
  const text = proofMarkdown(report(proved, broken))
  for (const time of ['12 ms', '34', '4567', '4.6']) expect(text).not.toContain(time)
})

test.each([
  [
    covered,
    '2 claims. Every patient: 1 quantity at every value, bound and range, and not known; 3 other facts as yes, no and not known. The other 5 facts cannot change it.',
  ],
  [
    { ...covered, claims: 1, quantities: 2, presences: 0, others: 0 },
    '1 claim. Every patient: 2 quantities at every value, bound and range, and not known.',
  ],
  [
    { ...covered, claims: 1, quantities: 0, presences: 0, onData: 1 },
    '1 claim. 1 claim read in the text of all statements.',
  ],
])('what was covered is told in words', (what, words) => {
  expect(coveredWords(what)).toBe(words)
})
