import type { Definition } from '../logic/definition.ts'
import type { Statement } from '../logic/statement.ts'
import { urgencyOf } from './asked.ts'

/** What an engine of SQL writes otherwise than another, in what is decided. */
export interface Engine {
  /** A name that may hold spaces and signs. */
  readonly name: (name: string) => string
  /** The day so many days on, a number in SQL, as text. */
  readonly daysOn: (days: string) => string
  readonly double: string
  readonly integer: string
  readonly text: string
}

/** That a statement holds. */
export const isTrue = ({ name }: Engine, { id }: Statement): string => `${name(id)} = 'true'`

/** How urgent a statement is for a person: 0 an emergency, 1 urgent, 2 routine. */
export const urgency = ({ name }: Engine, statement: Statement): string => {
  if (statement.kind === 'emergency') return '0'
  if (statement.kind === 'urgent') return '1'
  return statement.urgentUnlessFalse === undefined
    ? '2'
    : `CASE WHEN ${name(urgencyOf(statement))} <> 'false' THEN 1 ELSE 2 END`
}

const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'FALSE' : `(${conditions.join(' OR ')})`

/** The most urgent of the statements that hold for a person. */
export const worst = (engine: Engine, { statements }: Definition): string => {
  const emergencies = statements.filter(({ kind }) => kind === 'emergency')
  const urgent = statements.filter((statement) => !['0', '2'].includes(urgency(engine, statement)))
  const holds = urgent.map(
    (statement) => `(${isTrue(engine, statement)} AND ${urgency(engine, statement)} = 1)`,
  )
  const isEmergency = anyOf(emergencies.map((statement) => isTrue(engine, statement)))
  return `CASE WHEN ${isEmergency} THEN 0 WHEN ${anyOf(holds)} THEN 1 ELSE 2 END`
}

/** Numbers of an action, by the columns of the results; `dose` and `days` are columns. */
export const numbersOf = (
  engine: Engine,
  { action }: Statement,
): Readonly<Record<string, string>> => {
  switch (action.kind) {
    case 'titrate':
      return {
        from_mg_per_day: 'dose',
        to_mg_per_day: `least(dose + ${String(action.step.value)}, ${String(action.ceiling.value)})`,
        step_mg_per_day: String(action.step.value),
        every_days: String(action.everyDays),
      }
    case 'reduce':
      return { from_mg_per_day: 'dose', to_mg_per_day: String(action.to.value) }
    case 'taper':
      return { from_mg_per_day: 'dose', to_mg_per_day: '0' }
    case 'wait':
      return { earliest: engine.daysOn(`ceil(${String(action.days)} - coalesce(days, 0))`) }
    case 'supplement':
      return { mmol_per_day: String(action.mmolPerDay) }
    default:
      return {}
  }
}

/** The columns of the results that hold numbers of actions, with the type of each. */
export const numberColumns = {
  from_mg_per_day: 'double',
  to_mg_per_day: 'double',
  step_mg_per_day: 'double',
  every_days: 'integer',
  mmol_per_day: 'double',
  earliest: 'text',
} as const satisfies Readonly<Record<string, keyof Engine>>

/** The columns of the results that hold numbers of actions. */
export const namesOfNumbers = Object.keys(numberColumns)

/** The numbers of what is to be done where a statement holds, in the order of their columns. */
export const numbers = (
  engine: Engine,
  statement: Statement,
  given: boolean,
): readonly string[] => {
  const values = given ? numbersOf(engine, statement) : {}
  return Object.entries(numberColumns).map(([column, type]) => {
    const value = values[column]
    const holds =
      value === undefined ? 'NULL' : `CASE WHEN ${isTrue(engine, statement)} THEN ${value} END`
    return `CAST(${holds} AS ${engine[type]})`
  })
}
