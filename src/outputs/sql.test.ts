import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, test } from 'vitest'
import type { Findings } from '../logic/fact.ts'
import { exactly } from '../logic/interval.ts'
import { small } from './small-definition.test-support.ts'
import { duckdb, spark } from './sql-dialect.ts'
import { factsRow, factsTableSql, snakeCase } from './sql-facts.ts'
import { statementsSql } from './sql.ts'

const forSpark = `-- A small guideline, version 1.2.3, for Spark. Generated: do not edit.
WITH
-- What every value that a result leaves open agrees on; NULL where they do not.
compared AS (
  SELECT *,
    CASE WHEN (daily_dose_low_mg_per_day > 0D) OR ((daily_dose_low_mg_per_day = 0D) AND daily_dose_low_open) THEN TRUE WHEN daily_dose_high_mg_per_day <= 0D THEN FALSE END
      AS \`daily dose > 0\`,
    CASE WHEN (potassium_high_mmol_per_l < COALESCE(potassium_lower_limit_mmol_per_l, 3.5D)) OR ((potassium_high_mmol_per_l = COALESCE(potassium_lower_limit_mmol_per_l, 3.5D)) AND potassium_high_open) THEN TRUE WHEN potassium_low_mmol_per_l >= COALESCE(potassium_lower_limit_mmol_per_l, 3.5D) THEN FALSE END
      AS \`potassium < own limit or 3.5\`
  FROM facts
),
-- What follows for: takes it. What is stated is never overwritten.
implied_1 AS (
  SELECT *,
    COALESCE(takes_it, CASE WHEN \`daily dose > 0\` THEN TRUE END)
      AS takes_it_implied_1
  FROM compared
),
-- Ideas and statements, each after those that it builds on.
decided_1 AS (
  SELECT *,
    \`potassium < own limit or 3.5\`
      AS \`low potassium\`
  FROM implied_1
),
-- Ideas and statements, each after those that it builds on.
decided_2 AS (
  SELECT *,
    (on_dialysis OR (takes_it_implied_1 AND (NOT \`low potassium\`)))
      AS \`avoid-it\`
  FROM decided_1
),
-- Ideas and statements, each after those that it builds on.
decided_3 AS (
  SELECT *,
    ((\`daily dose > 0\` AND (NOT ((potassium_low_mmol_per_l IS NOT NULL) OR (potassium_high_mmol_per_l IS NOT NULL))) AND \`low potassium\`) AND (NOT \`avoid-it\`))
      AS \`measure-it\`
  FROM decided_2
)
SELECT
  patient,
  -- Avoid it (S01, R02)
  CASE WHEN \`avoid-it\` THEN 'true' WHEN (NOT \`avoid-it\`) THEN 'false' ELSE 'unknown' END
    AS \`avoid-it\`,
  -- Measure "it" (S01, R02; outside: a-label)
  CASE WHEN \`measure-it\` THEN 'true' WHEN (NOT \`measure-it\`) THEN 'false' ELSE 'unknown' END
    AS \`measure-it\`
FROM decided_3
`

const sparkTable = `CREATE TABLE facts (
  patient STRING, -- one row a patient
  takes_it BOOLEAN, -- takes it; NULL when not known
  on_dialysis BOOLEAN, -- is on dialysis; left unsaid it is FALSE, asked and not known it is NULL
  daily_dose_low_mg_per_day DOUBLE, -- daily dose: not less than this; both ends NULL when not known
  daily_dose_high_mg_per_day DOUBLE, -- daily dose: not more than this
  daily_dose_low_open BOOLEAN, -- daily dose: the low end itself is left out
  daily_dose_high_open BOOLEAN, -- daily dose: the high end itself is left out
  potassium_low_mmol_per_l DOUBLE, -- potassium: not less than this; both ends NULL when not known
  potassium_high_mmol_per_l DOUBLE, -- potassium: not more than this
  potassium_low_open BOOLEAN, -- potassium: the low end itself is left out
  potassium_high_open BOOLEAN, -- potassium: the high end itself is left out
  potassium_lower_limit_mmol_per_l DOUBLE -- potassium: the laboratory's own lower limit, if given
)`

describe('the statements as SQL', () => {
  test('for Spark this is the whole text', () => {
    expect(statementsSql(small, spark)).toBe(forSpark)
    expect(factsTableSql(small, spark)).toBe(sparkTable)
  })
  test('for DuckDB only names and numbers are written otherwise', () => {
    const alike = (text: string): string =>
      text
        .replace(/\b(\d+(?:\.\d+)?)(?:D\b|::DOUBLE)/g, '$1')
        .replace(/"(?!it")([^"\n]*)"/g, '`$1`')
        .replace('for DuckDB', 'for Spark')
    expect(alike(statementsSql(small, duckdb))).toBe(alike(statementsSql(small, spark)))
  })
  test('every patient comes out, and a definition without statements gives only patients', () => {
    expect(statementsSql({ ...small, statements: [], implications: [] }, duckdb)).toBe(
      [
        '-- A small guideline, version 1.2.3, for DuckDB. Generated: do not edit.',
        'SELECT',
        '  patient',
        'FROM facts',
        '',
      ].join('\n'),
    )
    expect(statementsSql(small, duckdb)).not.toContain('WHERE')
  })
})

describe('a row of the facts table', () => {
  const nothing = {
    patient: 'p',
    takes_it: null,
    on_dialysis: null,
    daily_dose_low_mg_per_day: null,
    daily_dose_high_mg_per_day: null,
    daily_dose_low_open: null,
    daily_dose_high_open: null,
    potassium_low_mmol_per_l: null,
    potassium_high_mmol_per_l: null,
    potassium_low_open: null,
    potassium_high_open: null,
    potassium_lower_limit_mmol_per_l: null,
  }
  const row = (findings: Findings) => factsRow(small, 'p', findings)
  test('holds NULL for all that is not known', () => {
    expect(row({})).toEqual(nothing)
    expect(row({ takesIt: 'unknown' })).toEqual(nothing)
  })
  test('holds an exact value as two equal ends, and the laboratory’s own limit', () => {
    expect(row({ potassium: { ...exactly(3.2), lowerLimit: 3.6 } })).toEqual({
      ...nothing,
      potassium_low_mmol_per_l: 3.2,
      potassium_high_mmol_per_l: 3.2,
      potassium_low_open: false,
      potassium_high_open: false,
      potassium_lower_limit_mmol_per_l: 3.6,
    })
  })
  test('holds NULL for an end without a limit, unless both are, which is not the same as not known', () => {
    const above = row({ dailyDose: { low: 10, lowOpen: true, high: Infinity } })
    expect(above['daily_dose_low_mg_per_day']).toBe(10)
    expect(above['daily_dose_low_open']).toBe(true)
    expect(above['daily_dose_high_mg_per_day']).toBeNull()
    const below = row({ dailyDose: { low: -Infinity, high: 10 } })
    expect(below['daily_dose_low_mg_per_day']).toBeNull()
    expect(below['daily_dose_high_mg_per_day']).toBe(10)
    const anything = row({ dailyDose: { low: -Infinity, high: Infinity } })
    expect(anything['daily_dose_low_mg_per_day']).toBe(-Infinity)
    expect(anything['daily_dose_high_mg_per_day']).toBe(Infinity)
  })
  test('has names in small letters', () => {
    expect(snakeCase('baclofenDose')).toBe('baclofen_dose')
    expect(snakeCase('eGfr')).toBe('e_gfr')
  })
})

describe('DuckDB on the small definition', () => {
  const ask = async (...rows: readonly Findings[]) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    await connection.run(factsTableSql(small, duckdb, 'people'))
    for (const [index, findings] of rows.entries()) {
      const cells = Object.values(factsRow(small, String(index), findings)).map((cell) =>
        typeof cell === 'string' ? `'${cell}'` : cell === Infinity ? `'Infinity'` : String(cell),
      )
      await connection.run(`INSERT INTO people VALUES (${cells.join(', ')})`)
    }
    const found = await connection.runAndReadAll(
      `SELECT * EXCLUDE (patient) FROM (${statementsSql(small, duckdb, 'people')}) ORDER BY patient`,
    )
    return found.getRows()
  }
  test('a low potassium by the laboratory’s own limit, and by the usual one', async () => {
    const known = { takesIt: 'true', onDialysis: 'false' } as const
    expect(
      await ask(
        { ...known, potassium: { ...exactly(3.55), lowerLimit: 3.6 } },
        { ...known, potassium: exactly(3.55) },
        { ...known, potassium: { low: 3.4, high: 3.6 } },
        known,
      ),
    ).toEqual([
      ['false', 'false'],
      ['true', 'false'],
      ['unknown', 'false'],
      ['unknown', 'unknown'],
    ])
  })
  test('a dose above 0 means that it is taken, where nothing else is stated', async () => {
    const potassium = exactly(4)
    expect(
      await ask(
        { dailyDose: { low: 0, lowOpen: true, high: Infinity }, potassium, onDialysis: 'false' },
        { dailyDose: { low: 0, high: Infinity }, potassium, onDialysis: 'false' },
        { dailyDose: exactly(10), takesIt: 'false', potassium, onDialysis: 'false' },
      ),
    ).toEqual([
      ['true', 'false'],
      ['unknown', 'false'],
      ['false', 'false'],
    ])
  })
})
