import { linesOfInput, viewOfInput } from './inputs.ts'
import type { SparkInput } from './inputs.ts'
import type { SparkParts } from './parts.ts'
import { afterCells, beforeCells, personInput } from './read-people.ts'
import { lineInput, lineOutput } from './read-lines.ts'
import { outcomesSql, resultsSql } from './results.ts'
import { below, name, text, throughCommand, viewOf, written } from './sql.ts'
import { summarySql } from './summary-sql.ts'

/** What a screen on Spark is to do. */
export interface ScriptOptions {
  readonly inputs: readonly SparkInput[]
  /** Where the results go, as Spark is told it. */
  readonly out: string
  /** Where it keeps what it works with. */
  readonly work: string
  /** The day of the assessments, `YYYY-MM-DD`. */
  readonly on: string
  /** The command on the workers that reads lines and people. */
  readonly reader: string
  /** The version that this command must be of: this one. */
  readonly program: string
  /** That the guideline is not signed off. */
  readonly status: string
  /** That the guideline is past its review date; undefined until then. */
  readonly outOfDate?: string | undefined
}

/** What is printed before each step, so that whoever runs it sees how far it is. */
export const stepMark = 'crampwise step'

interface Step {
  readonly what: string
  readonly sql: readonly string[]
}

const columnTypes = { boolean: 'BOOLEAN', double: 'DOUBLE' } as const

/** A column of the facts, from the text that the reader wrote. */
const typed = ({ name: column, type }: SparkParts['columns'][number]): string => {
  const value = `nullif(${name(column)}, '')`
  return `${type === 'text' ? value : `CAST(${value} AS ${columnTypes[type]})`} AS ${name(column)}`
}

/** All resources of everybody, and the Medications that entries of a person refer to. */
const everybody = `(
  SELECT ${personInput.join(', ')} FROM (
    SELECT ${personInput.join(', ')} FROM resources WHERE kind = 'line'
    UNION ALL
    SELECT entries.person, medications.type, medications.id, medications.bearing, medications.text
    FROM (SELECT DISTINCT person, medication FROM resources WHERE kind = 'line' AND medication <> '') entries
    JOIN (SELECT medication, type, id, bearing, text FROM resources WHERE kind = 'medication') medications
    ON entries.medication = medications.medication
  ) DISTRIBUTE BY person SORT BY person
) people`

const stepsOf = (parts: SparkParts, options: ScriptOptions): readonly Step[] => {
  const { inputs, on, outOfDate } = options
  const reading = (what: string): string =>
    `${options.reader} spark-reader ${what} --for ${options.program}`
  const [resources, people, outcomes] = ['resources', 'people', 'outcomes'].map((entry) =>
    below(options.work, entry),
  ) as [string, string, string]
  const [facts, results, summary] = ['facts.parquet', 'results.parquet', 'summary'].map((entry) =>
    below(options.out, entry),
  ) as [string, string, string]
  const columns = parts.columns.map((column) => column.name)
  const ofInputs = inputs.map((input, index) => {
    const view = `export_${String(index + 1)}`
    return { view: viewOfInput(input, view) ?? [], lines: linesOfInput(input, view) }
  })
  const lines = ofInputs.map((one) => one.lines).join('\n  UNION ALL\n  ')
  return [
    {
      what: 'looking for the reader on a worker',
      sql: [throughCommand(['word'], reading('check'), ['word'], `(SELECT 'ready' AS word) words`)],
    },
    {
      what: 'reading the lines of the export',
      sql: [
        ...ofInputs.flatMap(({ view }) => view),
        written(
          resources,
          'parquet',
          throughCommand(lineInput, reading('lines'), lineOutput, `(\n  ${lines}\n) lines`),
        ),
        viewOf('resources', resources),
      ],
    },
    {
      what: 'reading the records of those concerned',
      sql: [
        written(
          people,
          'parquet',
          throughCommand(
            personInput,
            `${reading('people')} --on ${on}`,
            [...beforeCells, ...columns, afterCells],
            everybody,
          ),
        ),
        viewOf('people', people),
      ],
    },
    {
      what: 'writing the facts, and what could not be read',
      sql: [
        written(
          facts,
          'parquet',
          `SELECT\n  ${parts.columns.map(typed).join(',\n  ')}\nFROM people WHERE kind = 'facts'`,
        ),
        written(
          below(options.out, 'rejected'),
          'text',
          `SELECT text AS value FROM resources WHERE kind = 'rejected'`,
        ),
        written(
          below(options.out, 'notes'),
          'text',
          `SELECT notes AS value FROM people WHERE kind <> 'count' AND notes <> ''`,
        ),
        viewOf('facts', facts),
      ],
    },
    {
      what: 'deciding',
      sql: [
        written(outcomes, 'parquet', outcomesSql(parts, on, 'facts')),
        viewOf('outcomes', outcomes),
        written(results, 'parquet', resultsSql(parts, on, 'outcomes', outOfDate)),
        viewOf('results', results),
      ],
    },
    {
      what: 'counting',
      sql: [written(summary, 'text', summarySql(parts)), `SELECT value FROM text.${name(summary)}`],
    },
  ]
}

/** A screen as one script of Spark SQL, from an export to results. */
export const sparkScript = (parts: SparkParts, options: ScriptOptions): string => {
  const steps = stepsOf(parts, options)
  const of = String(steps.length)
  const marked = steps.flatMap(({ what, sql }, index) => [
    `SELECT ${text(`${stepMark} ${String(index + 1)} of ${of}: ${what}`)} AS step`,
    ...sql,
  ])
  return [
    `-- ${options.status}`,
    ...(options.outOfDate === undefined ? [] : [`-- ${options.outOfDate}`]),
    `-- A screen as of ${options.on}. What it writes is patient data.`,
    `-- "${options.reader}" must be there on every worker.`,
    '',
    ...marked.map((sql) => `${sql.trimEnd()};\n`),
  ].join('\n')
}
