import type { Definition } from '../logic/definition.ts'
import { concerns } from './asked.ts'
import { name, text } from './database.ts'
import type { Database } from './database.ts'
import { isConcerned } from './results.ts'

/** How many people a statement holds for, cannot be decided for, and does not hold for. */
export interface Counts {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly true: number
  readonly unknown: number
  readonly false: number
}

/** What was found in all. */
export interface Findings {
  /** People who take the drug, and people of whom that is not known. */
  readonly taking: number
  readonly mayTake: number
  /** People read who do not take it (any more). */
  readonly notTaking: number
  readonly statements: readonly Counts[]
  /** Facts by the number of people for whom something cannot be decided without them. */
  readonly missing: readonly {
    readonly fact: string
    readonly words: string
    readonly people: number
  }[]
  readonly urgent: {
    readonly emergencies: number
    readonly urgent: number
    /** The first of them; all are in the results. */
    readonly first: readonly {
      readonly patient: string
      readonly urgency: 'emergency' | 'urgent'
      readonly statements: readonly string[]
    }[]
  }
}

/** So many people are named in the summary; all of them are in the results. */
const mostNamed = 1000

/** Counts what the outcomes say. */
export const findingsOf = async (
  database: Database,
  { statements, facts }: Definition,
): Promise<Findings> => {
  const count = (condition: string): string => `count(*) FILTER (WHERE ${condition})`
  const of = statements.map(({ id }, index) =>
    ['true', 'unknown', 'false']
      .map(
        (outcome) => `${count(`${name(id)} = ${text(outcome)}`)} AS "${String(index)} ${outcome}"`,
      )
      .join(', '),
  )
  const lacking = facts.map(
    (_fact, place) =>
      `${count(`(lacks >> ${String(place)}::BIGINT) & 1 = 1`)} AS "lacks ${String(place)}"`,
  )
  const [row = {}] = await database.rows(`SELECT ${of.join(', ')}, ${lacking.join(', ')},
  ${count('worst = 0')} AS emergencies, ${count('worst = 1')} AS urgent FROM outcomes WHERE ${isConcerned}`)
  const [whom = {}] = await database.rows(
    `SELECT ${count(`${name(concerns)} = 'true'`)} AS taking, ${count(`${name(concerns)} = 'unknown'`)} AS may, ${count(`${name(concerns)} = 'false'`)} AS others FROM outcomes`,
  )
  const first =
    await database.rows(`SELECT patient, worst, list(statement ORDER BY place) AS statements
FROM stated WHERE worst < 2 AND outcome = 'true' AND urgency < 2 GROUP BY patient, worst ORDER BY worst, patient LIMIT ${String(mostNamed)}`)
  const number = (column: string): number => Number(row[column] ?? 0)
  return {
    taking: Number(whom['taking']),
    mayTake: Number(whom['may']),
    notTaking: Number(whom['others']),
    statements: statements.map(({ id, title, kind }, index) => ({
      id,
      title,
      kind,
      true: number(`${String(index)} true`),
      unknown: number(`${String(index)} unknown`),
      false: number(`${String(index)} false`),
    })),
    missing: facts
      .map(({ id, words }, place) => ({
        fact: id,
        words,
        people: number(`lacks ${String(place)}`),
      }))
      .filter(({ people }) => people > 0)
      .sort((one, other) => other.people - one.people),
    urgent: {
      emergencies: number('emergencies'),
      urgent: number('urgent'),
      first: first.map((one) => ({
        patient: String(one['patient']),
        urgency: Number(one['worst']) === 0 ? 'emergency' : 'urgent',
        statements: one['statements'] as unknown as readonly string[],
      })),
    },
  }
}
