import { name, text } from './database.ts'
import { elementsOf, readTypes } from './elements.ts'
import type { ReadType } from './elements.ts'
import type { Source } from './inputs.ts'
import { relevanceOf } from './relevance.ts'
import type { SweepParts } from './parts.ts'

/** The largest line that is read, in bytes. */
export const longestLine = 64 * 1024 * 1024

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

/** The id of the patient that a reference names: of "Patient/1", of its full address, of a version of it. */
export const patientIn = (column: string): string =>
  `CASE WHEN starts_with(${column}, 'Patient/') AND NOT contains(${column}[9:], '/') THEN ${column}[9:] ` +
  `WHEN ${column} IS NULL OR trim(${column}) = '' THEN NULL ` +
  `WHEN NOT contains(${column}, '/') THEN ${column} ` +
  `ELSE nullif(regexp_extract(${column}, '(?:^|/)Patient/([^/]+)(?:/_history/.*)?$', 1), '') END`

const referenceOf = 'coalesce(subject.reference, patient.reference)'

/** The key of the person whom a resource is of; NULL where it names nobody. */
export const personOf = (type: string): string =>
  type === 'Patient'
    ? `CASE WHEN starts_with(id, '"') THEN hash(CASE WHEN contains(id, '\\') THEN json_extract_string(id, '$') ELSE substr(id, 2, length(id) - 2) END) END`
    : `hash(${patientIn(referenceOf)})`

const subjects = readTypes.filter((type) => type !== 'Patient' && type !== 'Medication')

/** What makes a row no resource that can be used, as a reason; NULL where it is one. */
export const faultOf = (): string =>
  `CASE WHEN "resourceType" IS NULL THEN 'unreadable' ` +
  `WHEN NOT regexp_full_match("resourceType", '[A-Za-z]+') THEN 'unreadable' ` +
  `WHEN "resourceType" = 'Patient' AND NOT coalesce(starts_with(id, '"'), FALSE) THEN 'no id' ` +
  `WHEN "resourceType" IN (${subjects.map(text).join(', ')}) AND (${patientIn(referenceOf)}) IS NULL THEN 'no subject' END`

/** A resource with the elements that are looked at, as JSON. */
const written = (type: ReadType): string => {
  const parts = elementsOf(type).map(
    (element) =>
      `CASE WHEN ${name(element)} IS NOT NULL THEN concat(',"${element}":', ${name(element)}) ELSE '' END`,
  )
  const whose = (column: string): string =>
    `CASE WHEN ${column}.reference IS NOT NULL THEN concat(',"${column}":{"reference":', to_json(${column}.reference), '}') ELSE '' END`
  return `concat('{"resourceType":"${type}"', ${whose('subject')}, ${whose('patient')}, ${parts.join(', ')}, '}')`
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
  readonly person: string
  readonly listed: string
  readonly mentions: string
  readonly text: string
  readonly wanted: string
}

const expressionsOf = (type: ReadType, parts: SweepParts, options: ScanOptions): Expressions => {
  const { on, among } = options
  const { bears, mentions } = relevanceOf(type, parts.rules)
  const isList = parts.listed.statuses[type] !== undefined
  const plainly = isList ? `(${listed(type, parts.listed, on)})` : 'FALSE'
  const ofAll = type === 'Medication' || among === undefined
  const isAmong = ofAll ? 'TRUE' : `person IN (SELECT person FROM ${among})`
  const kept = isList ? `(${bears} OR NOT ${plainly})` : bears
  return {
    person: type === 'Medication' ? '0::UBIGINT' : personOf(type),
    listed: plainly,
    mentions,
    text: `CASE WHEN ${type === 'Patient' ? isAmong : 'TRUE'} AND (${kept}) THEN ${written(type)} END`,
    wanted: type === 'Patient' ? 'TRUE' : isAmong,
  }
}

/** Reads one file for one type of resource into the table of lines. */
export const scanSql = (source: Source, parts: SweepParts, options: ScanOptions): string => {
  const { type, file, columns, first } = options
  const resources = relationOf(source, type === undefined ? ['id'] : elementsOf(type), columns)
  const of =
    type === undefined
      ? {
          person: 'NULL::UBIGINT',
          listed: 'FALSE',
          mentions: 'FALSE',
          text: 'NULL',
          wanted: 'FALSE',
        }
      : expressionsOf(type, parts, options)
  const isType = type === undefined ? 'FALSE' : `("resourceType" = ${text(type)})`
  const typed = (sql: string, otherwise: string): string =>
    type === undefined ? otherwise : `CASE WHEN typed THEN ${sql} ELSE ${otherwise} END`
  return `INSERT INTO lines
SELECT ${String(file)}, "resourceType", fault, CASE WHEN typed THEN coalesce(CASE WHEN id IS NOT NULL THEN hash("resourceType", id) END, 0) END, person,
  ${typed(of.listed, 'FALSE')}, mentions, ${typed(of.text, 'NULL')}
FROM (
  SELECT *, ${faultOf()} AS fault,
    ${typed(of.person, 'NULL')} AS person, ${typed(`coalesce(${of.mentions}, FALSE)`, 'FALSE')} AS mentions
  FROM (SELECT *, coalesce(${isType}, FALSE) AS typed FROM ${resources})
)
WHERE (typed AND fault IS NULL AND ${of.wanted})${first ? ' OR fault IS NOT NULL OR NOT typed' : ''}`
}

/** The faults of a file by the number of their line, blank lines not counted. */
export const faultsSql = (source: Source, columns: ReadonlySet<string>): string =>
  `SELECT line, fault FROM (
  SELECT row_number() OVER () AS line, ${faultOf()} AS fault FROM ${relationOf(source, ['id'], columns)}
) WHERE fault IS NOT NULL ORDER BY line`
