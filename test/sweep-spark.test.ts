import { describe, expect, test } from 'vitest'
import { is } from '../src/logic/condition.ts'
import { guideline } from '../src/guideline/index.ts'
import { dose, small, takesIt } from '../src/outputs/small-definition.test-support.ts'
import { spark } from '../src/outputs/sql-dialect.ts'
import { factsColumns, quantityColumns } from '../src/outputs/sql-facts.ts'
import { statementsSql } from '../src/outputs/sql.ts'
import { sparkParts } from '../src/sweep.ts'
import type { SparkParts } from '../src/sweep/spark/parts.ts'
import { resultsSql } from '../src/sweep/spark/results.ts'
import { sparkScript } from '../src/sweep/spark/script.ts'
import { summaryOf } from '../src/sweep/spark/summary.ts'
import { on } from './sweep.test-support.ts'

const parts: SparkParts = {
  definition: small,
  rules: { ...sparkParts.rules, drug: { ...sparkParts.rules.drug, dose, days: dose } },
  concerns: is(takesIt),
  columns: factsColumns(small),
  quantityColumns,
  statementsSql: (definition, table) => statementsSql(definition, spark, table, { missing: true }),
}

const options = {
  inputs: [
    { kind: 'lines', path: 's3://bucket/export', isFolder: false },
    { kind: 'rows', from: '`fhir`.`patient`', type: 'Patient' },
  ],
  out: 's3://bucket/screened',
  work: 's3://bucket/work',
  on,
  reader: 'crampwise',
  program: '0.1.0',
  status: 'Not signed off.',
} as const

const numbers =
  'CAST(NULL AS DOUBLE) AS from_mg_per_day, CAST(NULL AS DOUBLE) AS to_mg_per_day, CAST(NULL AS DOUBLE) AS step_mg_per_day, CAST(NULL AS INT) AS every_days, CAST(NULL AS DOUBLE) AS mmol_per_day, CAST(NULL AS STRING) AS earliest'

const results = `SELECT patient, statement, outcome, element_at(array('emergency', 'urgent', 'routine'), urgency + 1) AS urgency,
  nullif(concat_ws(' ', IF((lacks & 1L) <> 0, 'takesIt', NULL), IF((lacks & 2L) <> 0, 'onDialysis', NULL), IF((lacks & 4L) <> 0, 'dailyDose', NULL), IF((lacks & 8L) <> 0, 'potassium', NULL)), '') AS missing, action, from_mg_per_day, to_mg_per_day, step_mg_per_day, every_days, mmol_per_day, earliest
FROM (
  SELECT patient, worst, inline(filter(array(
    struct(0 AS place, 'avoid-it' AS statement, \`avoid-it\` AS outcome,
      CASE WHEN \`avoid-it is urgent\` <> 'false' THEN 1 ELSE 2 END AS urgency, CAST(\`avoid-it lacks\` AS BIGINT) AS lacks, CASE WHEN \`avoid-it\` = 'true' THEN 'inform' END AS action,
      ${numbers}),
    struct(1 AS place, 'measure-it' AS statement, \`measure-it\` AS outcome,
      2 AS urgency, CAST(\`measure-it lacks\` AS BIGINT) AS lacks, CASE WHEN \`measure-it\` = 'true' THEN 'inform' END AS action,
      ${numbers})
  ), one -> one.outcome <> 'false'))
  FROM outcomes WHERE \`is concerned\` <> 'false'
) stated
ORDER BY worst, patient, outcome <> 'true', stated.urgency, place`

const begins = `-- Not signed off.
-- A screen as of 2026-11-23. What it writes is patient data.
-- "crampwise" must be there on every worker.

SELECT 'crampwise step 1 of 6: looking for the reader on a worker' AS step;

SELECT TRANSFORM (word) ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t'
  USING 'crampwise spark-reader check --for 0.1.0'
  AS (\`word\` STRING) ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t'
FROM (SELECT 'ready' AS word) words;

SELECT 'crampwise step 2 of 6: reading the lines of the export' AS step;

CREATE OR REPLACE TEMPORARY VIEW export_1 USING text OPTIONS (path 's3://bucket/export', lineSep '\\n');

INSERT OVERWRITE DIRECTORY 's3://bucket/work/resources' USING parquet
SELECT TRANSFORM (type, file, block, octets, sound, value) ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t'
  USING 'crampwise spark-reader lines --for 0.1.0'
  AS (\`kind\` STRING, \`person\` STRING, \`type\` STRING, \`id\` STRING, \`medication\` STRING, \`bearing\` STRING, \`text\` STRING) ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t'
FROM (
  SELECT '' AS type, input_file_name() AS file, CAST(input_file_block_start() AS STRING) AS block, octet_length(value) AS octets,
    encode(value, 'UTF-8') = CAST(value AS BINARY) AS sound, value
  FROM export_1
  UNION ALL
  SELECT 'Patient' AS type, input_file_name() AS file, '' AS block, 0 AS octets, TRUE AS sound, to_json(struct(*)) AS value
  FROM \`fhir\`.\`patient\`
) lines;
`

describe('a screen as a script for Spark', () => {
  const script = sparkScript(parts, options)

  test('begins with the lines of all inputs, and each with its place', () => {
    expect(script.slice(0, begins.length)).toBe(begins)
  })

  test('reads each person whole, on one worker', () => {
    expect(script).toContain("USING 'crampwise spark-reader people --for 0.1.0 --on 2026-11-23'")
    expect(script).toContain(') DISTRIBUTE BY person SORT BY person\n) people;')
  })

  test('writes the facts in the types of their columns, and nothing as nothing', () => {
    expect(script).toContain(`SELECT
  nullif(\`patient\`, '') AS \`patient\`,
  CAST(nullif(\`takes_it\`, '') AS BOOLEAN) AS \`takes_it\`,
  CAST(nullif(\`on_dialysis\`, '') AS BOOLEAN) AS \`on_dialysis\`,
  CAST(nullif(\`daily_dose_low_mg_per_day\`, '') AS DOUBLE) AS \`daily_dose_low_mg_per_day\`,`)
  })

  test('gives the results of DuckDB, with the same columns in the same order', () => {
    expect(resultsSql(parts, on, 'outcomes')).toBe(results)
    expect(script).toContain(results)
  })

  test('says past the review date that the guideline is out of date, in every row', () => {
    const late = sparkScript(parts, { ...options, outOfDate: "It's past its review date." })
    expect(late).toContain("SELECT 'It\\'s past its review date.' AS note, patient, statement")
    expect(late.split('\n')[1]).toBe("-- It's past its review date.")
  })

  test('of the guideline itself holds nothing that spark-sql would put something else in for', () => {
    const whole = sparkScript(sparkParts, options)
    expect(whole).not.toContain('${')
    for (const { id } of guideline.statements) expect(whole).toContain(`'${id}' AS statement`)
  })

  test('puts into a text of SQL whatever a path or a command may hold', () => {
    const odd = sparkScript(parts, { ...options, reader: "'/opt/it\\s' here", out: "s3://b/it's" })
    expect(odd).toContain(String.raw`USING '\'/opt/it\\s\' here spark-reader lines --for 0.1.0'`)
    expect(odd).toContain(String.raw`DIRECTORY 's3://b/it\'s/results.parquet'`)
  })
})

test('what a screen counted is told as by DuckDB', () => {
  const printed = [
    'something else',
    '{"what":"engine","version":"4.0.1 0123abc"}',
    '{"what":"lines","lines":12,"resources":10,"synthetic":10}',
    '{"what":"people","screened":5,"withoutMedicationList":1,"read":4,"notAssessed":1,"setAside":2}',
    '{"what":"rejected","reason":"not JSON","lines":2}',
    '{"what":"concerned","taking":2,"mayTake":1,"notTaking":0,"emergencies":0,"urgent":1}',
    '{"what":"statement","id":"avoid-it","true":1,"unknown":1}',
    '{"what":"missing","takesIt":1,"potassium":2}',
    '{"what":"first","patient":"1","worst":1,"statements":["avoid-it"]}',
  ]
  expect(summaryOf(small, printed)).toMatchObject({
    engine: 'Spark 4.0.1',
    ...{ screened: 5, withoutMedicationList: 1, read: 4, notAssessed: 1, setAside: 2 },
    rejected: { lines: 2, reasons: { 'not JSON': 2 } },
    synthetic: true,
    ...{ taking: 2, mayTake: 1, notTaking: 0 },
    statements: [
      { id: 'avoid-it', true: 1, unknown: 1, false: 1 },
      { id: 'measure-it', true: 0, unknown: 0, false: 3 },
    ],
    missing: [
      { fact: 'potassium', people: 2 },
      { fact: 'takesIt', people: 1 },
    ],
    urgent: {
      emergencies: 0,
      urgent: 1,
      first: [{ patient: '1', urgency: 'urgent', statements: ['avoid-it'] }],
    },
  })
})
