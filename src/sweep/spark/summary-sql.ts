import type { Statement } from '../../logic/statement.ts'
import { concerns } from '../asked.ts'
import { isTrue, urgency } from '../decided.ts'
import type { SparkParts } from './parts.ts'
import { name, sparkOn, text } from './sql.ts'

/** So many people are named in the summary; all of them are in the results. */
const mostNamed = 1000

/** A row of the summary as JSON: what it tells of, then its values. */
const json = (what: string, values: Readonly<Record<string, string>>): string =>
  `to_json(named_struct('what', ${text(what)}, ${Object.entries(values)
    .map(([key, value]) => `${text(key)}, ${value}`)
    .join(', ')}))`

/** The sum of what each of the readers counted. */
const counted = (what: string, from: string, column: string, names: readonly string[]): string => {
  const schema = names.map((one) => `${one} BIGINT`).join(', ')
  const sums = names.map((one) => [one, `coalesce(sum(one.${one}), 0)`])
  return `SELECT ${json(what, Object.fromEntries(sums) as Record<string, string>)} AS value
FROM (SELECT from_json(${column}, ${text(schema)}) AS one FROM ${from} WHERE kind = 'count')`
}

/** What was found, counted: rows of JSON. */
export const summarySql = (parts: SparkParts): string => {
  const { definition } = parts
  // No day is asked of what is counted here.
  const engine = sparkOn('1970-01-01')
  const isConcerned = `${name(concerns)} <> 'false'`
  const whom = (truth: string): string => `count_if(${name(concerns)} = ${text(truth)})`
  const urgent = (statement: Statement): string =>
    `CASE WHEN ${isTrue(engine, statement)} AND ${urgency(engine, statement)} < 2 THEN ${text(statement.id)} END`
  const holding = definition.statements
    .filter((statement) => urgency(engine, statement) !== '2')
    .map(urgent)
  const lacking = definition.facts.map(({ id }, place) => [
    id,
    `count_if(${isConcerned} AND (lacks & ${String(2n ** BigInt(place))}L) <> 0)`,
  ])
  return [
    `SELECT ${json('engine', { version: 'version()' })} AS value`,
    counted('lines', 'resources', 'text', ['lines', 'resources', 'synthetic']),
    counted('people', 'people', 'notes', [
      'screened',
      'withoutMedicationList',
      'read',
      'notAssessed',
      'setAside',
    ]),
    `SELECT ${json('rejected', { reason: 'reason', lines: 'count(*)' })} AS value
FROM (SELECT get_json_object(text, '$.reason') AS reason FROM resources WHERE kind = 'rejected') GROUP BY reason`,
    `SELECT ${json('concerned', {
      taking: whom('true'),
      mayTake: whom('unknown'),
      notTaking: whom('false'),
      emergencies: `count_if(${isConcerned} AND worst = 0)`,
      urgent: `count_if(${isConcerned} AND worst = 1)`,
    })} AS value FROM outcomes`,
    `SELECT ${json('statement', {
      id: 'statement',
      true: `count_if(outcome = 'true')`,
      unknown: `count_if(outcome = 'unknown')`,
    })} AS value FROM results GROUP BY statement`,
    `SELECT ${json('missing', Object.fromEntries(lacking) as Record<string, string>)} AS value FROM outcomes`,
    `SELECT ${json('first', { patient: 'patient', worst: 'worst', statements: 'statements' })} AS value FROM (
  SELECT patient, worst, filter(array(${holding.join(', ')}), one -> one IS NOT NULL) AS statements
  FROM outcomes WHERE ${isConcerned} AND worst < 2 ORDER BY worst, patient LIMIT ${String(mostNamed)}
)`,
  ].join('\nUNION ALL\n')
}
