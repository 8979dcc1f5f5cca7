import { fold } from '../logic/condition.ts'
import type { Cases, Condition, Limit } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Fact, PresenceFact, QuantityFact } from '../logic/fact.ts'
import type { Comparison } from '../logic/interval.ts'
import { formatNumber } from '../logic/quantity.ts'
import { applies } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'
import type { SqlDialect } from './sql-dialect.ts'
import { quantityColumns, snakeCase } from './sql-facts.ts'

/** An expression, and the layer of the query in which all that it names is there. */
interface Piece {
  readonly sql: string
  readonly layer: number
  /** The facts that it hangs on where it is not decided: a bit for each, 0 where it is decided. */
  readonly lacks: string
}

/** What is written besides the outcomes. */
export interface SqlOptions {
  /**
   * After each outcome a column `<id> lacks`: the facts that an unknown outcome hangs on, as the sum
   * of 2 to the power of their places in the definition.
   */
  readonly missing?: boolean
  /** The type of the outcomes, where it is another than text: one whose values are these three words. */
  readonly type?: string
}

interface Layer {
  readonly name: string
  readonly comment: string
  readonly columns: Map<string, string>
}

/** True, false or NULL exactly where every value of the interval agrees, disagrees, or neither. */
const comparison = (
  dialect: SqlDialect,
  fact: QuantityFact,
  by: Comparison,
  limit: Limit,
): string => {
  const { low, high, lowOpen, highOpen, lowerLimit } = quantityColumns(fact)
  const number = dialect.number(limit.value)
  const at = limit.ownFirst === true ? `COALESCE(${lowerLimit}, ${number})` : number
  const below = `(${high} < ${at}) OR ((${high} = ${at}) AND ${highOpen})`
  const above = `(${low} > ${at}) OR ((${low} = ${at}) AND ${lowOpen})`
  const [yes, no] = {
    '<': [below, `${low} >= ${at}`],
    '<=': [`${high} <= ${at}`, above],
    '>': [above, `${high} <= ${at}`],
    '>=': [`${low} >= ${at}`, below],
  }[by] as [string, string]
  return `CASE WHEN ${yes} THEN TRUE WHEN ${no} THEN FALSE END`
}

const comparisonName = (fact: QuantityFact, by: Comparison, limit: Limit): string =>
  `${fact.words} ${by} ${limit.ownFirst === true ? 'own limit or ' : ''}${formatNumber(limit.value)}`

const joined = (word: 'AND' | 'OR', parts: readonly string[]): string =>
  parts.length === 0
    ? word === 'AND'
      ? 'TRUE'
      : 'FALSE'
    : parts.length === 1
      ? (parts[0] as string)
      : `(${parts.join(` ${word} `)})`

/** What an expression lacks: what its parts lack, where it is not decided. */
const unless = (sql: string, parts: readonly string[]): string => {
  const lacking = [...new Set(parts.filter((part) => part !== '0'))]
  if (lacking.length === 0) return '0'
  return `CASE WHEN (${sql}) IS NULL THEN ${lacking.join(' | ')} ELSE 0 END`
}

/** The comment that stands above a statement: its title and what it rests on. */
const heading = (statement: Statement): string => {
  const basis = [
    statement.implements.join(', '),
    ...(statement.outside.length === 0 ? [] : [`outside: ${statement.outside.join(', ')}`]),
  ]
  return `-- ${statement.title} (${basis.filter((part) => part !== '').join('; ')})`
}

/**
 * Lays a definition out as layers of columns: first the comparisons, then the implications one by
 * one, then the named ideas and the statements, each after those it builds on.
 */
const layersOf = (
  definition: Definition,
  dialect: SqlDialect,
  { missing = false }: SqlOptions,
): { readonly layers: readonly Layer[]; readonly statement: (of: Statement) => Piece } => {
  const compared: Layer = {
    name: 'compared',
    comment: 'What every value that a result leaves open agrees on; NULL where they do not.',
    columns: new Map(),
  }
  const implied: Layer[] = []
  const ideas: Layer[] = []
  const presence = new Map<string, string>()

  /** Puts an expression into a layer; another expression of the same name gets a number. */
  const column = (layer: Layer, name: string, sql: string): string => {
    for (let number = 1; ; number++) {
      const unique = dialect.quoted(number === 1 ? name : `${name} (${String(number)})`)
      const taken = [compared, ...ideas].find(({ columns }) => columns.has(unique))
      if (taken === undefined) layer.columns.set(unique, sql)
      if (taken === undefined || taken.columns.get(unique) === sql) return unique
    }
  }
  const layerAt = (place: number): Layer => {
    const name = `decided_${String(place)}`
    const comment = 'Ideas and statements, each after those that it builds on.'
    return (ideas[place - 1] ??= { name, comment, columns: new Map() })
  }
  const presenceColumn = (fact: PresenceFact): string => presence.get(fact.id) ?? snakeCase(fact.id)
  const known = (fact: Fact): string => {
    if (fact.kind === 'presence') return `(${presenceColumn(fact)} IS NOT NULL)`
    const { low, high } = quantityColumns(fact)
    return `((${low} IS NOT NULL) OR (${high} IS NOT NULL))`
  }
  const bitOf = (fact: Fact, sql: string): string => {
    const place = definition.facts.findIndex(({ id }) => id === fact.id)
    return missing ? unless(sql, [String(2n ** BigInt(place))]) : '0'
  }
  const highest = (parts: readonly Piece[]): number =>
    Math.max(0, ...parts.map(({ layer }) => layer))
  const group =
    (word: 'AND' | 'OR', shares: boolean) =>
    (parts: readonly Piece[], name?: string): Piece => {
      const sql = joined(
        word,
        parts.map((part) => part.sql),
      )
      const layer = highest(parts)
      const lacking = parts.map(({ lacks }) => lacks)
      if (name === undefined || !shares) return { sql, layer, lacks: unless(sql, lacking) }
      const shared = column(layerAt(layer + 1), name, sql)
      const lacks = unless(sql, lacking)
      return {
        sql: shared,
        layer: layer + 1,
        lacks: lacks === '0' ? lacks : column(layerAt(layer + 1), `${name} lacks`, lacks),
      }
    }
  /** Ideas become columns of their own only where `shares`; before the implications they may not. */
  const cases = (shares: boolean): Cases<Piece> => ({
    is: (fact) => {
      const sql = presenceColumn(fact)
      return { sql, layer: 0, lacks: bitOf(fact, sql) }
    },
    compare: (fact, by, limit) => {
      const name = comparisonName(fact, by, limit)
      const sql = column(compared, name, comparison(dialect, fact, by, limit))
      return { sql, layer: 0, lacks: bitOf(fact, sql) }
    },
    known: (fact) => ({ sql: known(fact), layer: 0, lacks: '0' }),
    all: group('AND', shares),
    any: group('OR', shares),
    not: (part) => ({ ...part, sql: `(NOT ${part.sql})` }),
  })

  definition.implications.forEach(({ when, fact, is }, index) => {
    const stated = presenceColumn(fact)
    const drawn = `CASE WHEN ${fold(when, cases(false)).sql} THEN ${is.toUpperCase()} END`
    const number = String(index + 1)
    const name = `${snakeCase(fact.id)}_implied_${number}`
    implied.push({
      name: `implied_${number}`,
      comment: `What follows for: ${fact.words}. What is stated is never overwritten.`,
      columns: new Map([[name, `COALESCE(${stated}, ${drawn})`]]),
    })
    presence.set(fact.id, name)
  })
  const made = new Map<Condition, Piece>()
  const pieces = definition.statements.map((statement) =>
    fold(applies(statement), cases(true), made),
  )
  return {
    layers: [compared, ...implied, ...ideas].filter(({ columns }) => columns.size > 0),
    statement: (of) => pieces[definition.statements.indexOf(of)] as Piece,
  }
}

/**
 * Every statement of a definition as one SELECT over a facts table: `'true'`, `'false'` or
 * `'unknown'` in a column of the statement's id, for every patient. No patient is ever filtered out.
 */
export const statementsSql = (
  definition: Definition,
  dialect: SqlDialect,
  table = 'facts',
  options: SqlOptions = {},
): string => {
  const { layers, statement } = layersOf(definition, dialect, options)
  const common = layers.map((layer, index) => {
    const from = layers[index - 1]?.name ?? table
    const columns = [...layer.columns].map(([name, sql]) => `,\n    ${sql}\n      AS ${name}`)
    return `-- ${layer.comment}\n${layer.name} AS (\n  SELECT *${columns.join('')}\n  FROM ${from}\n)`
  })
  const word = (truth: string): string =>
    options.type === undefined ? `'${truth}'` : `'${truth}'::${options.type}`
  const outcomes = definition.statements.map((of, index) => {
    const { sql, lacks } = statement(of)
    const comma = index === definition.statements.length - 1 ? '' : ','
    return [
      `  ${heading(of)}`,
      `  CASE WHEN ${sql} THEN ${word('true')} WHEN (NOT ${sql}) THEN ${word('false')} ELSE ${word('unknown')} END`,
      `    AS ${dialect.quoted(of.id)}${options.missing === true ? `,\n  ${lacks} AS ${dialect.quoted(`${of.id} lacks`)}` : ''}${comma}`,
    ].join('\n')
  })
  return [
    `-- ${definition.title}, version ${definition.version}, for ${dialect.name}. Generated: do not edit.`,
    ...(common.length === 0 ? [] : [`WITH\n${common.join(',\n')}`]),
    `SELECT\n  patient${outcomes.length === 0 ? '' : ','}`,
    ...outcomes,
    `FROM ${layers.at(-1)?.name ?? table}`,
    '',
  ].join('\n')
}
