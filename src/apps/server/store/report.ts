import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** What users did with the cards that said a statement. */
export interface StatementFeedback {
  readonly statement: string
  /** How often a card with it was served. Most cards are neither accepted nor overridden. */
  readonly shown: number
  readonly accepted: number
  readonly overridden: number
  /** Of the overridden, how many gave which reason; `none` for a bare dismissal. */
  readonly reasons: Readonly<Record<string, number>>
}

/** Feedback by statement. Nothing in it is about a patient. */
export interface FeedbackReport {
  /** Only what was received from this moment on (RFC 3339), and shown from its day on. */
  readonly since?: string
  /** Entries of feedback; one on a card of several statements counts once here. */
  readonly entries: number
  readonly statements: readonly StatementFeedback[]
  /** Feedback on cards that this store does not know, so that its statement cannot be told. */
  readonly unknownCards: { readonly accepted: number; readonly overridden: number }
}

interface Counted {
  readonly statement: string | null
  readonly outcome: 'accepted' | 'overridden'
  readonly reason: string | null
  readonly entries: number
}

/** Sums feedback by statement; a card that merges several counts for each. */
export const reportFeedback = async (
  db: Kysely<Tables>,
  since?: string,
): Promise<FeedbackReport> => {
  const from = since ?? '-infinity'
  const { rows: counted } = await sql<Counted>`
    select card_statement.statement, feedback.outcome, feedback.reason, count(*)::int as entries
    from feedback left join card_statement on card_statement.card = feedback.card
    where feedback.received_at >= ${from}::timestamptz
    group by 1, 2, 3`.execute(db)
  const { rows: shown } = await sql<{ readonly statement: string; readonly times: number }>`
    select statement, sum(times)::float8 as times from shown
    where day >= (${from}::timestamptz at time zone 'UTC')::date
    group by 1`.execute(db)
  const { rows: total } = await sql<{ readonly entries: number }>`
    select count(*)::int as entries from feedback
    where received_at >= ${from}::timestamptz`.execute(db)
  const ids = new Set([
    ...shown.map(({ statement }) => statement),
    ...counted.flatMap(({ statement }) => (statement === null ? [] : [statement])),
  ])
  const unknown = counted.filter(({ statement }) => statement === null)
  return {
    ...(since === undefined ? {} : { since }),
    entries: total[0]?.entries ?? 0,
    statements: [...ids].sort().map((id) => {
      const own = counted.filter(({ statement }) => statement === id)
      return {
        statement: id,
        shown: shown.find(({ statement }) => statement === id)?.times ?? 0,
        accepted: sum(own, 'accepted'),
        overridden: sum(own, 'overridden'),
        reasons: reasonsOf(own),
      }
    }),
    unknownCards: { accepted: sum(unknown, 'accepted'), overridden: sum(unknown, 'overridden') },
  }
}

const sum = (counted: readonly Counted[], outcome: Counted['outcome']): number =>
  counted.reduce((all, row) => all + (row.outcome === outcome ? row.entries : 0), 0)

const reasonsOf = (counted: readonly Counted[]): Readonly<Record<string, number>> =>
  Object.fromEntries<number>(
    counted
      .filter(({ outcome }) => outcome === 'overridden')
      .map(({ reason, entries }) => [reason ?? 'none', entries] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )

/** What a user typed, where the site keeps it. It may name a patient: handle it so. */
export interface FeedbackComment {
  readonly at: string
  readonly service: string
  readonly statements: readonly string[]
  readonly comment: string
}

/** The comments that are kept, oldest first, at most the newest thousand. */
export const listComments = async (
  db: Kysely<Tables>,
  since?: string,
): Promise<readonly FeedbackComment[]> => {
  const { rows } = await sql<Omit<FeedbackComment, 'at'> & { readonly at: Date }>`
    select received_at as at, service, comment,
      array(select statement from card_statement where card = feedback.card order by 1) as statements
    from feedback
    where comment is not null and received_at >= ${since ?? '-infinity'}::timestamptz
    order by received_at desc limit 1000`.execute(db)
  return rows.reverse().map((row) => ({ ...row, at: row.at.toISOString() }))
}
