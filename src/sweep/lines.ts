import { text } from './database.ts'
import type { Database } from './database.ts'
import type { Scanned } from './collect.ts'
import { medicineTypes } from './elements.ts'
import { longestLine, patientIn } from './scan.ts'

const referenceIn = `coalesce(json_extract_string(json, '$.subject.reference'), json_extract_string(json, '$.patient.reference'))`

/** A whole resource, in a column `json`, as a row of the table of lines. */
const wholeRow = (file: number): string => `SELECT ${String(file)}, type, NULL,
  coalesce(CASE WHEN id IS NOT NULL THEN hash(type, id) END, 0),
  CASE type WHEN 'Patient' THEN hash('Patient/' || json_extract_string(json, '$.id'))
    WHEN 'Medication' THEN hash('Medication') ELSE hash(${patientIn('reference')}) END,
  FALSE, type IN (${medicineTypes.map(text).join(', ')}), json
FROM (
  SELECT json, json_extract_string(json, '$.resourceType') AS type, json_extract(json, '$.id') AS id,
    ${referenceIn} AS reference
  FROM whole
)`

/** Adds resources that DuckDB does not read and JSON.parse does, whole. */
export const addReadable = async (
  database: Database,
  file: number,
  resources: readonly Readonly<Record<string, unknown>>[],
): Promise<void> => {
  for (const resource of resources) {
    // Halves of a character are written as escapes, as JSON.stringify does.
    const json = JSON.stringify(resource).replaceAll(/\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g, '\\uFFFD')
    await database.run(
      `INSERT INTO lines WITH whole AS (SELECT ${text(json)} AS json) ${wholeRow(file)}`,
    )
  }
}

/** The first object of a line: all of it, but where a line feed is missing between two. */
const firstOf = (line: string): string =>
  `CASE WHEN json_valid(${line}) THEN ${line} ELSE left(${line}, instr(${line}, '}{')) END`

/**
 * Where an id stands more than once, versions of one resource may differ in what is not looked at:
 * all of them are fetched as they stand, so that reading can tell which is the newest.
 */
export const fetchDoubled = async (
  database: Database,
  scanned: readonly Scanned[],
): Promise<number> => {
  await database.run(`CREATE TABLE doubled AS
SELECT key FROM lines WHERE key <> 0
  AND (type = 'Medication' OR person IN (SELECT person FROM candidates))
GROUP BY key HAVING count(*) > 1 AND count(text) > 0`)
  const files = await database.rows(
    'SELECT DISTINCT file FROM lines WHERE key IN (SELECT key FROM doubled) ORDER BY file',
  )
  if (files.length === 0) return 0
  await database.run(
    'CREATE TABLE set_by AS SELECT * FROM lines WHERE key IN (SELECT key FROM doubled)',
  )
  await database.run('DELETE FROM lines WHERE key IN (SELECT key FROM doubled)')
  for (const row of files) {
    const file = Number(row['file'])
    const of = scanned[file]
    if (of === undefined) continue
    const packed = of.source.packed === 'no' ? 'uncompressed' : of.source.packed
    const whole =
      of.source.format === 'parquet'
        ? `SELECT to_json(one)::VARCHAR AS json FROM read_parquet(${text(of.source.path)}) one`
        : `SELECT ${firstOf('json::VARCHAR')} AS json FROM read_ndjson_objects(${text(of.source.path)}, ignore_errors = true, maximum_object_size = ${String(longestLine)}, compression = '${packed}') WHERE json IS NOT NULL`
    await database.run(`INSERT INTO lines WITH whole AS MATERIALIZED (
  SELECT json FROM (${whole}) WHERE hash(TRY(json_extract_string(json, '$.resourceType')), TRY(json_extract(json, '$.id'))) IN (SELECT key FROM doubled)
) ${wholeRow(file)}`)
  }
  // What could not be fetched whole stays as it was read: nothing is lost for being there twice.
  await database.run(`INSERT INTO lines SELECT set_by.* FROM set_by
WHERE key NOT IN (SELECT key FROM lines WHERE key IN (SELECT key FROM doubled))`)
  await database.run('DROP TABLE set_by')
  const [row] = await database.rows('SELECT count(*) AS count FROM doubled')
  return Number(row?.['count'])
}
