import { describe } from 'vitest'
import { guideline } from '../../src/guideline/index.ts'
import { agrees, catches, replaced } from './agrees.test-support.ts'
import type { Lent } from './agrees.test-support.ts'
import { duckDb } from './engine-duckdb.ts'

const lent =
  (plant?: (sql: string) => string): Lent =>
  async (work) =>
    work(await duckDb(guideline, plant))

describe('DuckDB gives the truths of the explained evaluation', () => {
  agrees(lent(), { random: 20_000 })
  catches(
    {
      title: 'a comparison takes in its limit',
      engine: lent(
        replaced(
          '(potassium_high_mmol_per_l < 2.5::DOUBLE)',
          '(potassium_high_mmol_per_l <= 2.5::DOUBLE)',
        ),
      ),
      statement: 'critical-hypokalemia',
      patient: 'potassium 2.5 mmol/L {"potassium":2.5}',
    },
    {
      title: 'an exception is dropped',
      engine: lent(replaced('(NOT "red-flags")', 'TRUE')),
      statement: 'stretch-and-massage',
      patient: 'has a red flag for a cause other than simple cramps {"redFlags":true}',
    },
    {
      title: 'what is not known is read as false',
      engine: lent(replaced("ELSE 'unknown'", "ELSE 'false'")),
      statement: 'suspected-neurotoxicity',
      patient:
        'asked and not known: has signs of baclofen neurotoxicity {"neurotoxicitySigns":"unknown"}',
    },
  )
})
