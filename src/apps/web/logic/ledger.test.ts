import { expect, test } from 'vitest'
import { ledger } from './ledger.ts'

test('every number of the source and every reading is there, once', () => {
  const numbers = ledger.map(({ number }) => number)
  expect(numbers.filter((number) => number.startsWith('S'))).toHaveLength(53)
  expect(numbers.filter((number) => number.startsWith('R'))).toHaveLength(27)
  expect(new Set(numbers).size).toBe(80)
})

test('what has no statement says why', () => {
  for (const { number, status, reason } of ledger) {
    if (status === 'none') expect(reason, number).toBeDefined()
  }
})

test('S12 leaves the size of the reduction open, and R02 reads it', () => {
  const row = ledger.find(({ number }) => number === 'S12')
  expect(row).toMatchObject({ status: 'read', readBy: ['R02'] })
  expect(row?.statements.map(({ id }) => id)).toContain('reduce-baclofen-moderate-renal')
  expect(row?.promises.length).toBeGreaterThan(0)
})
