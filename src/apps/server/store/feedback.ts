import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** What a user did with a card, as it is kept. */
export interface FeedbackEntry {
  readonly card: string
  readonly outcome: 'accepted' | 'overridden'
  /** RFC 3339, to the microsecond. */
  readonly outcomeTimestamp: string
  readonly service: string
  readonly suggestions: readonly string[]
  readonly reason?: string
  readonly comment?: string
}

/**
 * Keeps feedback; resolves when it is on the disk, with how much of it was new. What was already kept
 * (the same card, outcome and time) stays as it is. One statement: all of a call, or none.
 */
export const keepFeedback = async (
  db: Kysely<Tables>,
  entries: readonly FeedbackEntry[],
): Promise<number> => {
  if (entries.length === 0) return 0
  const kept = await db
    .insertInto('feedback')
    .values(
      entries.map((entry) => ({
        card: entry.card,
        outcome: entry.outcome,
        outcome_at: entry.outcomeTimestamp,
        service: entry.service,
        suggestions: sql<readonly string[]>`${[...entry.suggestions]}::uuid[]`,
        reason: entry.reason ?? null,
        comment: entry.comment ?? null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['card', 'outcome', 'outcome_at']).doNothing())
    .returning('id')
    .execute()
  return kept.length
}
