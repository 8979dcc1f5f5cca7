import type { Generated } from 'kysely'

/**
 * The tables of the store. None holds anything about a patient: a card is known by the uuid that this
 * service gave it, and what a user typed is kept only where the site switched that on.
 */
export interface Tables {
  readonly feedback: FeedbackTable
  readonly card: CardTable
  readonly card_statement: CardStatementTable
  readonly shown: ShownTable
  readonly used_token: UsedTokenTable
}

/** One answer of a user to one card. */
interface FeedbackTable {
  readonly id: Generated<string>
  readonly card: string
  readonly outcome: 'accepted' | 'overridden'
  readonly outcome_at: string
  readonly received_at: Generated<Date>
  readonly service: string
  /** The uuids of the suggestions that were accepted. */
  readonly suggestions: readonly string[]
  /** One of the reasons that our cards offer, or `other`. */
  readonly reason: string | null
  readonly comment: string | null
}

/** A card that was served, so that feedback on its uuid can be told by statement. */
interface CardTable {
  readonly uuid: string
  readonly service: string
  readonly served_on: string
}

/** What a card says: the statements that were merged into it. */
interface CardStatementTable {
  readonly card: string
  readonly statement: string
}

/** How often a statement was shown by a service, per day (UTC). */
interface ShownTable {
  readonly day: string
  readonly service: string
  readonly statement: string
  readonly times: number
}

/** A token that was used, as a hash of its issuer and `jti`, until it expires. */
interface UsedTokenTable {
  readonly hash: string
  readonly expires_at: Date
}
