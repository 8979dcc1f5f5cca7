import type { Definition } from '../../logic/definition.ts'
import type { QuantityFact } from '../../logic/fact.ts'
import type { Interval } from '../../logic/interval.ts'
import { formatNumber } from '../../logic/quantity.ts'
import type { Urgency } from '../../logic/statement.ts'
import { name } from '../database.ts'
import type { Cell, Database } from '../database.ts'
import { isConcerned } from '../results.ts'
import type { Deciding } from '../results.ts'
import type { Findings } from '../summary.ts'
import type { DoseAtKidney, ReportInput, ReportRow } from './report-data.ts'

/** What a report tells besides what was decided. */
export interface Told {
  readonly notices: readonly string[]
  /** That the guideline is not signed off, and more that every reader must be told. */
  readonly status: string
  /** People in the export. */
  readonly patients: number
  readonly rejectedLines: number
}

/** So many patients are in the page; all are in the results. */
const mostRows = 20_000

type Row = Readonly<Record<string, Cell>>

const urgencies: readonly Urgency[] = ['emergency', 'urgent', 'routine']

const quantity = ({ facts }: Definition, id: string): QuantityFact => {
  const fact = facts.find((one) => one.id === id)
  if (fact?.kind !== 'quantity') throw new Error(`The guideline has no quantity ${id}.`)
  return fact
}

const limit = ({ limits }: Definition, named: string): number => {
  const found = limits.find((one) => one.name === named)
  if (found === undefined) throw new Error(`The guideline has no limit ${named}.`)
  return found.value
}

const ends = ['low', 'high', 'lowOpen', 'highOpen'] as const

/** The columns of a quantity, under names that are short: "eGfr low". */
const selected = ({ parts }: Deciding, fact: QuantityFact): string => {
  const columns = parts.quantityColumns(fact)
  return ends.map((end) => `f.${name(columns[end])} AS ${name(`${fact.id} ${end}`)}`).join(', ')
}

/** The quantity as it was found; undefined where it is not known. */
const intervalIn = (row: Row, { id }: QuantityFact): Interval | undefined => {
  const [low, high, lowOpen, highOpen] = ends.map((end) => row[`${id} ${end}`] ?? null)
  if (low === null && high === null) return undefined
  return {
    low: low === null ? -Infinity : Number(low),
    high: high === null ? Infinity : Number(high),
    ...(lowOpen === true ? { lowOpen } : {}),
    ...(highOpen === true ? { highOpen } : {}),
  }
}

const words = ({ low, high, lowOpen, highOpen }: Interval): string => {
  if (low === high) return formatNumber(low)
  if (high === Infinity) return `${lowOpen === true ? '>' : '>='}${formatNumber(low)}`
  if (low === -Infinity) return `${highOpen === true ? '<' : '<='}${formatNumber(high)}`
  return `${formatNumber(low)} to ${formatNumber(high)}`
}

const shown = <Key extends 'eGfr' | 'dose' | 'age'>(
  key: Key,
  found: Interval | undefined,
  date: Cell = null,
): Partial<Record<Key, string>> => {
  if (found === undefined) return {}
  const on = typeof date === 'string' && date !== '' ? ` on ${date}` : ''
  return { [key]: words(found) + on } as Partial<Record<Key, string>>
}

/** Takes from the outcomes of a run what its report shows. */
export const reportInput = async (
  database: Database,
  deciding: Deciding,
  findings: Findings,
  { notices, status, patients, rejectedLines }: Told,
): Promise<ReportInput> => {
  const { parts, definition, facts, on } = deciding
  const { statements } = definition
  const eGfr = quantity(definition, 'eGfr')
  const age = quantity(definition, 'age')
  const { dose } = parts.rules.drug
  const whom = `FROM outcomes o JOIN ${facts} f USING (patient) WHERE o.${isConcerned}`
  const letters = statements.map(({ id }) => `left(o.${name(id)}, 1)`).join(' || ')
  const holding = statements.map(({ id }) => `(o.${name(id)} = 'true')::INTEGER`).join(' + ')
  const rows = await database.rows(
    `SELECT patient, o.worst, coalesce(o.lacks, 0) AS lacks, ${letters} AS outcomes, f.${name(`${parts.columnOf(eGfr)}_date`)} AS date, ${[eGfr, dose, age].map((fact) => selected(deciding, fact)).join(', ')} ${whom} ORDER BY o.worst, ${holding} DESC, patient LIMIT ${String(mostRows)}`,
  )
  const groups = await database.rows(
    `SELECT ${selected(deciding, eGfr)}, ${selected(deciding, dose)}, count(*) AS patients ${whom} GROUP BY ALL ORDER BY ALL`,
  )
  const bits = findings.missing.map(
    ({ fact }) => 1n << BigInt(definition.facts.findIndex(({ id }) => id === fact)),
  )
  const rowOf = (row: Row): ReportRow => {
    const lacks = BigInt(String(row['lacks']))
    return {
      patient: String(row['patient']),
      urgency: urgencies[Number(row['worst'])] ?? 'routine',
      outcomes: String(row['outcomes']),
      missing: bits.flatMap((bit, place) => ((lacks & bit) === 0n ? [] : [place])),
      ...shown('eGfr', intervalIn(row, eGfr), row['date']),
      ...shown('dose', intervalIn(row, dose)),
      ...shown('age', intervalIn(row, age)),
    }
  }
  const doseOf = (row: Row): DoseAtKidney => {
    const [kidney, amount] = [intervalIn(row, eGfr), intervalIn(row, dose)]
    return {
      ...(kidney === undefined ? {} : { eGfr: kidney }),
      ...(amount === undefined ? {} : { dose: amount }),
      patients: Number(row['patients']),
    }
  }
  const assessed = findings.taking + findings.mayTake
  const { emergencies, urgent } = findings.urgent
  return {
    guideline: { id: definition.id, version: definition.version, status },
    on,
    notices,
    patients,
    assessed,
    urgency: { emergency: emergencies, urgent, routine: assessed - emergencies - urgent },
    rejectedLines,
    statements: statements.map(({ id, title, kind }) => {
      const counts = findings.statements.find((one) => one.id === id)
      const { true: holds = 0, unknown = 0, false: not = 0 } = counts ?? {}
      return { id, title, kind, counts: { true: holds, unknown, false: not } }
    }),
    missing: findings.missing.map(({ fact, words: told, people }) => ({
      fact,
      words: told,
      patients: people,
    })),
    worklist: rows.map(rowOf),
    leftOut: assessed - rows.length,
    doses: groups.map(doseOf),
    limits: {
      severe: limit(definition, 'severeRenal'),
      moderate: limit(definition, 'moderateRenalUpper'),
      ceiling: limit(definition, 'ceiling'),
      reduced: limit(definition, 'moderateRenalDose'),
    },
  }
}
