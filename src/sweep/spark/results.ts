import { concerns, withQuestions } from '../asked.ts'
import { isTrue, namesOfNumbers, numbers, urgency, worst } from '../decided.ts'
import type { SparkParts } from './parts.ts'
import { name, sparkOn, text } from './sql.ts'

/** Every statement decided for every person, over a view of the facts: one row a person. */
export const outcomesSql = (parts: SparkParts, on: string, facts: string): string => {
  const { definition, rules, quantityColumns } = parts
  const { low, high } = quantityColumns(rules.drug.dose)
  const days = quantityColumns(rules.drug.days).low
  const lacks = definition.statements.map(({ id }) => name(`${id} lacks`))
  return `SELECT decided.*, ${worst(sparkOn(on), definition)} AS worst, ${lacks.join(' | ')} AS lacks,
  CASE WHEN ${low} = ${high} THEN ${low} END AS dose, ${days} AS days
FROM (
${parts.statementsSql(withQuestions(definition, parts.concerns), facts)}) decided
JOIN (SELECT patient, ${low}, ${high}, ${days} FROM ${facts}) numbers USING (patient)`
}

const isConcerned = `${name(concerns)} <> 'false'`

const urgencies = ['emergency', 'urgent', 'routine']

/** The facts that the bits of a sum stand for, in words. */
const missing = (lacks: string, { definition }: SparkParts): string =>
  `nullif(concat_ws(' ', ${definition.facts
    .map(
      ({ id }, place) => `IF((${lacks} & ${String(2n ** BigInt(place))}L) <> 0, ${text(id)}, NULL)`,
    )
    .join(', ')}), '')`

/** A row for each statement that holds, or cannot be decided, for each person: the worst first. */
export const resultsSql = (
  parts: SparkParts,
  on: string,
  outcomes: string,
  outOfDate?: string,
): string => {
  const engine = sparkOn(on)
  const rows = parts.definition.statements.map((statement, place) => {
    const columns = numbers(engine, statement, true).map(
      (value, at) => `${value} AS ${String(namesOfNumbers[at])}`,
    )
    const held = `CASE WHEN ${isTrue(engine, statement)} THEN ${text(statement.action.kind)} END`
    return `    struct(${String(place)} AS place, ${text(statement.id)} AS statement, ${name(statement.id)} AS outcome,
      ${urgency(engine, statement)} AS urgency, CAST(${name(`${statement.id} lacks`)} AS BIGINT) AS lacks, ${held} AS action,
      ${columns.join(', ')})`
  })
  const heading = outOfDate === undefined ? '' : `${text(outOfDate)} AS note, `
  return `SELECT ${heading}patient, statement, outcome, element_at(array(${urgencies.map(text).join(', ')}), urgency + 1) AS urgency,
  ${missing('lacks', parts)} AS missing, action, ${namesOfNumbers.join(', ')}
FROM (
  SELECT patient, worst, inline(filter(array(
${rows.join(',\n')}
  ), one -> one.outcome <> 'false'))
  FROM ${outcomes} WHERE ${isConcerned}
) stated
ORDER BY worst, patient, outcome <> 'true', stated.urgency, place`
}
