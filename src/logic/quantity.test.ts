import { describe, expect, test } from 'vitest'
import {
  days,
  formatNumber,
  formatQuantity,
  mgPerDay,
  mlPerMinPer173m2,
  mmolPerL,
  units,
  years,
} from './quantity.ts'
import type { Quantity } from './quantity.ts'

describe('a quantity in words names its unit', () => {
  test.each<[Quantity, string]>([
    [years(65), '65 years'],
    [days(7), '7 days'],
    [mgPerDay(12.5), '12.5 mg/day'],
    [mlPerMinPer173m2(60), '60 mL/min/1.73 m²'],
    [mmolPerL(0.7), '0.7 mmol/L'],
  ])('%o reads "%s"', (quantity, words) => {
    expect(formatQuantity(quantity)).toBe(words)
  })
})

test('each unit has a column suffix of its own that a database takes unquoted', () => {
  const suffixes = Object.values(units).map(({ suffix }) => suffix)
  expect(suffixes).toEqual(['years', 'days', 'mg_per_day', 'ml_per_min_per_173m2', 'mmol_per_l'])
})

describe('a number as a reader wants it', () => {
  test.each<[number, string]>([
    [30, '30'],
    [12.5, '12.5'],
    [0.7, '0.7'],
    [0.1 + 0.2, '0.3'],
    [0.69945, '0.6995'],
    [0.699_43, '0.6994'],
    [100, '100'],
    [0, '0'],
  ])('%d reads "%s"', (value, words) => {
    expect(formatNumber(value)).toBe(words)
  })
})
