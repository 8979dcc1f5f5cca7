import type { Definition } from '../logic/definition.ts'
import { concerns } from './asked.ts'
import { name } from './database.ts'
import type { Database } from './database.ts'
import { isConcerned, statedSql } from './results.ts'

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
  const outcomes = await database.rows(
    `SELECT place, holds, count(*) AS people FROM ${statedSql} GROUP BY ALL`,
  )
  const peopleOf = (place: number, holds: boolean): number =>
    Number(
      outcomes.find((row) => Number(row['place']) === place && row['holds'] === holds)?.[
        'people'
      ] ?? 0,
    )
  const combinations = await database.rows(
    `SELECT lacks, count(*) AS people FROM outcomes WHERE ${isConcerned} AND lacks IS NOT NULL GROUP BY lacks`,
  )
  const lacking = (place: number): number =>
    combinations.reduce((sum, { lacks, people }) => {
      const isLacking = (BigInt(String(lacks)) >> BigInt(place)) & 1n
      return isLacking === 1n ? sum + Number(people) : sum
    }, 0)
  const whom = await database.rows(
    `SELECT ${name(concerns)} AS concerned, worst, count(*) AS people FROM outcomes GROUP BY ALL`,
  )
  const howMany = (is: (row: (typeof whom)[number]) => boolean): number =>
    whom.filter(is).reduce((sum, { people }) => sum + Number(people), 0)
  const concerned = howMany((row) => row['concerned'] !== 'false')
  const first = await database.rows(`SELECT patient, worst, list(place ORDER BY place) AS places
FROM (SELECT * FROM ${statedSql} WHERE holds AND urgency < 2) JOIN people USING (rank) WHERE worst < 2
GROUP BY rank, patient, worst ORDER BY rank LIMIT ${String(mostNamed)}`)
  return {
    taking: howMany((row) => row['concerned'] === 'true'),
    mayTake: howMany((row) => row['concerned'] === 'unknown'),
    notTaking: howMany((row) => row['concerned'] === 'false'),
    statements: statements.map(({ id, title, kind }, place) => {
      const [holds, open] = [peopleOf(place, true), peopleOf(place, false)]
      return { id, title, kind, true: holds, unknown: open, false: concerned - holds - open }
    }),
    missing: facts
      .map(({ id, words }, place) => ({ fact: id, words, people: lacking(place) }))
      .filter(({ people }) => people > 0)
      .sort((one, other) => other.people - one.people),
    urgent: {
      emergencies: howMany((row) => row['concerned'] !== 'false' && Number(row['worst']) === 0),
      urgent: howMany((row) => row['concerned'] !== 'false' && Number(row['worst']) === 1),
      first: first.map((one) => ({
        patient: String(one['patient']),
        urgency: Number(one['worst']) === 0 ? 'emergency' : 'urgent',
        statements: (one['places'] as unknown as readonly (number | string)[]).map(
          (place) => statements[Number(place)]?.id ?? '',
        ),
      })),
    },
  }
}
