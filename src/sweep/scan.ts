import { name, text } from './quoted.ts'
import { elementsOf, medicineTypes, readTypes } from './elements.ts'
import type { ReadType } from './elements.ts'
import type { Source } from './inputs.ts'
import { relevanceOf } from './relevance.ts'
import type { SweepParts } from './parts.ts'

/** The largest line that is read, in bytes. */
export const longestLine = 16 * 1024 * 1024

/** The table of what was read: one row for each line that may matter, those that do with their text. */
export const linesTable = `CREATE TABLE lines (
  file UINTEGER, type VARCHAR, fault VARCHAR, key UBIGINT, person UBIGINT,
  listed BOOLEAN, mentions BOOLEAN, text VARCHAR
)`

const reference = 'STRUCT(reference VARCHAR)'

/** Reads elements of a file as they stand; of a line that cannot be read every one is NULL. */
const ndjson = (source: Source, elements: readonly string[]): string => {
  const columns = [
    "resourceType: 'VARCHAR'",
    `subject: '${reference}'`,
    `patient: '${reference}'`,
    ...elements.map((element) => `${name(element)}: 'JSON'`),
  ]
  const given = elements.map((element) => `${name(element)}::VARCHAR AS ${name(element)}`)
  return `(SELECT "resourceType", subject, patient, ${given.join(', ')} FROM read_json(${text(source.path)}, format = 'newline_delimited', columns = {${columns.join(', ')}}, ignore_errors = true, maximum_object_size = ${String(longestLine)}, compression = '${source.packed === 'no' ? 'uncompressed' : source.packed}'))`
}

/** The same of a Parquet file, whose columns are the elements. */
const parquet = (source: Source, elements: readonly string[], has: ReadonlySet<string>): string => {
  const referenceIn = (column: string): string =>
    has.has(column)
      ? `{reference: json_extract_string(to_json(${name(column)}), '$.reference')}`
      : `NULL::${reference}`
  const columns = [
    `${has.has('resourceType') ? '"resourceType"::VARCHAR' : text(source.type ?? '')} AS "resourceType"`,
    `${referenceIn('subject')} AS subject`,
    `${referenceIn('patient')} AS patient`,
    ...elements.map((element) =>
      has.has(element)
        ? `CASE WHEN ${name(element)} IS NOT NULL THEN to_json(${name(element)})::VARCHAR END AS ${name(element)}`
        : `NULL::VARCHAR AS ${name(element)}`,
    ),
  ]
  return `(SELECT ${columns.join(', ')} FROM read_parquet(${text(source.path)}))`
}

/** Where the elements of a file come from. */
export const relationOf = (
  source: Source,
  elements: readonly string[],
  columns: ReadonlySet<string>,
): string =>
  source.format === 'parquet' ? parquet(source, elements, columns) : ndjson(source, elements)

/**
 * A reference to a patient as "Patient/1", from that, from its full address or from a version of it;
 * NULL where it names none.
 */
export const patientIn = (column: string): string =>
  `CASE WHEN starts_with(${column}, 'Patient/') AND NOT contains(${column}, '/_history/') THEN ${column} ` +
  `WHEN ${column} IS NULL OR trim(${column}) = '' THEN NULL ` +
  `WHEN NOT contains(${column}, '/') THEN 'Patient/' || ${column} ` +
  `ELSE nullif(regexp_extract(${column}, '(?:^|/)(Patient/[^/]+)(?:/_history/.*)?$', 1), '') END`

/** The person whom a resource is of, as "Patient/1"; NULL where it names nobody. */
export const personOf = (type: string): string =>
  type === 'Patient'
    ? `CASE WHEN starts_with(id, '"') THEN 'Patient/' || CASE WHEN contains(id, '\\') THEN json_extract_string(id, '$') ELSE id[2:-2] END END`
    : patientIn('coalesce(subject.reference, patient.reference)')

/** Types that are of nobody where they name no person; a device may be of nobody. */
const subjects = readTypes.filter((type) => !['Patient', 'Medication', 'Device'].includes(type))

/** What makes a row no resource that can be used, as a reason; NULL where it is one. */
export const faultOf = (): string =>
  `CASE WHEN "resourceType" IS NULL OR NOT regexp_full_match("resourceType", '[A-Za-z]+') THEN 'unreadable' ` +
  `WHEN "resourceType" = 'Patient' AND (${personOf('Patient')}) IS NULL THEN 'no id' ` +
  `WHEN "resourceType" IN (${subjects.map(text).join(', ')}) AND (${personOf('')}) IS NULL THEN 'no subject' END`

/** A resource with the elements that are looked at, as JSON. */
const written = (type: ReadType): string => {
  const parts = elementsOf(type).map((element) =>
    // Of what stands about the resource only the time of its last change is read.
    element === 'meta'
      ? `coalesce(',"meta":{"lastUpdated":' || json_extract(meta, '$.lastUpdated') || '}', '')`
      : `coalesce(',"${element}":' || ${name(element)}, '')`,
  )
  const whose = ['subject', 'patient'].map(
    (column) => `coalesce(',"${column}":{"reference":' || to_json(${column}.reference) || '}', '')`,
  )
  return `('{"resourceType":"${type}"' || ${[...whose, ...parts].join(' || ')} || '}')`
}

/** Whether an entry of another medicine shows, plainly, that the list of medicines is supplied. */
const listed = (
  type: ReadType,
  { statuses, intents }: SweepParts['listed'],
  on: string,
): string => {
  const known = statuses[type]
  if (known === undefined) return 'FALSE'
  const quoted = (values: readonly string[]): string =>
    values.map((value) => text(JSON.stringify(value))).join(', ')
  const dates =
    type === 'MedicationRequest'
      ? ['authoredOn']
      : ['effectiveDateTime', 'effectivePeriod', 'dateAsserted']
  const past = dates.map((date) =>
    date === 'effectivePeriod'
      ? `("effectivePeriod" IS NULL OR regexp_extract("effectivePeriod", '"start":"(\\d{4}-\\d\\d-\\d\\d)', 1) BETWEEN '1900-01-01' AND ${text(on)})`
      : `(${name(date)} IS NULL OR (regexp_full_match(${name(date)}, '"\\d{4}-\\d\\d-\\d\\d.*"') AND substr(${name(date)}, 2, 10) <= ${text(on)}))`,
  )
  return [
    `coalesce(status IN (${quoted(known)}), FALSE)`,
    `(intent IS NULL OR intent IN (${quoted(intents)}))`,
    `("doNotPerform" IS NULL OR "doNotPerform" = 'false')`,
    ...past,
  ].join(' AND ')
}

/** How to read one file. */
export interface ScanOptions {
  /** The number of the file. */
  readonly file: number
  /** The type to read; left out, it is only told which types there are. */
  readonly type: ReadType | undefined
  readonly on: string
  /** Keep only people in this table, where it is given. Of patients the others are kept by key alone. */
  readonly among?: string
  /** The columns of a Parquet file. */
  readonly columns: ReadonlySet<string>
  /** Whether the file is read for the first time: then faults, and resources of other types, are noted. */
  readonly first: boolean
}

interface Expressions {
  readonly listed: string
  readonly mentions: string
  readonly bears: string
  readonly text: string
  readonly wanted: string
}

const expressionsOf = (type: ReadType, parts: SweepParts, options: ScanOptions): Expressions => {
  const { on, among } = options
  const { bears, mentions } = relevanceOf(type, parts.rules)
  const isList = parts.listed.statuses[type] !== undefined
  // Whom an entry of a medicine is of is not known before: all of them are kept.
  const ofAll = medicineTypes.includes(type) || among === undefined
  const isAmong = ofAll ? 'TRUE' : `person IN (SELECT person FROM ${among})`
  return {
    listed: isList ? `(${listed(type, parts.listed, on)})` : 'FALSE',
    mentions,
    bears,
    text: `CASE WHEN ${type === 'Patient' ? isAmong : 'TRUE'} AND (mentions OR bears${isList ? ' OR NOT listed' : ''}) THEN ${written(type)} END`,
    wanted: type === 'Patient' ? 'TRUE' : `(mentions OR ${isAmong})`,
  }
}

/** Only tells which types there are, and which lines are none. */
const census = (source: Source, file: number, columns: ReadonlySet<string>): string =>
  `SELECT ${String(file)}, "resourceType", ${faultOf()}, NULL, NULL, FALSE, FALSE, NULL
FROM ${relationOf(source, ['id'], columns)}`

/** Reads one file for one type of resource into the table of lines. */
export const scanSql = (source: Source, parts: SweepParts, options: ScanOptions): string => {
  const { type, file, columns, first } = options
  if (type === undefined) return `INSERT INTO lines ${census(source, file, columns)}`
  const of = expressionsOf(type, parts, options)
  const owner = type === 'Medication' ? `'Medication'` : personOf(type)
  const isType = `coalesce("resourceType" = ${text(type)}, FALSE)`
  const resources = relationOf(source, elementsOf(type), columns)
  const typed = (sql: string, otherwise: string): string =>
    first ? `CASE WHEN typed THEN ${sql} ELSE ${otherwise} END` : sql
  const flag = (sql: string): string =>
    sql === 'FALSE' ? sql : typed(`coalesce(${sql}, FALSE)`, 'FALSE')
  return `INSERT INTO lines
SELECT ${String(file)}, "resourceType", fault,
  ${typed(`CASE WHEN id IS NULL THEN 0 ELSE hash(${text(type)}, id) END`, 'NULL')}, person,
  listed, mentions, ${typed(of.text, 'NULL')}
FROM (
  SELECT *, ${typed('NULL', faultOf())} AS fault, hash(owner) AS person,
    ${flag(of.mentions)} AS mentions, ${flag(of.bears)} AS bears, ${flag(of.listed)} AS listed
  FROM (
    SELECT *, owner IS NOT NULL AS typed
    FROM (SELECT *, CASE WHEN ${isType} THEN ${owner} END AS owner FROM ${resources})
  )${first ? '' : ' WHERE typed'}
)
WHERE ${of.wanted}${first ? ' OR NOT typed' : ''}`
}

/** The faults of a file by the number of their line, blank lines not counted. */
export const faultsSql = (source: Source, columns: ReadonlySet<string>): string =>
  `SELECT line, fault FROM (
  SELECT row_number() OVER () AS line, ${faultOf()} AS fault FROM ${relationOf(source, ['id'], columns)}
) WHERE fault IS NOT NULL ORDER BY line`
