import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { IssuedCard } from '../parts.ts'
import type { Tables } from './tables.ts'

/** Of a card that was served what is kept: its uuid, its service, and the statements that it tells. */
export type ServedCard = Pick<IssuedCard, 'uuid' | 'service' | 'statements'>

/** Cards on their way into the store. */
export interface CardQueue {
  /** Takes cards in without waiting; what does not fit is dropped and counted. */
  readonly record: (cards: readonly ServedCard[]) => void
  /** Writes all that waits. */
  readonly flush: () => Promise<void>
  /** Stops the clock and writes all that waits; answers with how many cards could not be written. */
  readonly stop: () => Promise<number>
}

/** The sizes of the queue. */
export interface CardQueueOptions {
  readonly now: () => Date
  /** The most cards that wait. */
  readonly most?: number
  /** Milliseconds between writes. */
  readonly every?: number
  readonly onDropped?: (count: number) => void
  readonly onFailed?: (error: unknown) => void
  /** Something was written after it had failed. */
  readonly onRecovered?: () => void
}

const batch = 200
const remembered = 20_000

/** While writing fails it is tried more and more seldom, at the least so often. */
const longest = 30_000

/**
 * A bounded queue before the store, so that an answer never waits for it. Cards that were written today
 * are remembered and not written again; how often a statement was shown is summed before it is written.
 */
export const cardQueue = (db: Kysely<Tables>, options: CardQueueOptions): CardQueue => {
  const { now, most = 10_000, every = 500, onDropped, onFailed, onRecovered } = options
  const waiting = new Map<string, ServedCard>()
  const shown = new Map<string, number>()
  const known = new Set<string>()
  let day = ''
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let writing: Promise<void> = Promise.resolve()

  const record = (cards: readonly ServedCard[]): void => {
    const today = now().toISOString().slice(0, 10)
    if (today !== day) {
      day = today
      known.clear()
    }
    let dropped = 0
    for (const card of cards) {
      for (const statement of card.statements) {
        const key = [today, card.service, statement].join(' ')
        shown.set(key, (shown.get(key) ?? 0) + 1)
      }
      if (known.has(card.uuid) || waiting.has(card.uuid)) continue
      if (waiting.size >= most) dropped += 1
      else waiting.set(card.uuid, card)
    }
    if (dropped > 0) onDropped?.(dropped)
  }

  const writeAll = async (): Promise<void> => {
    try {
      while (shown.size > 0) await writeShown(db, shown)
      while (waiting.size > 0) {
        const cards = [...waiting.values()].slice(0, batch)
        await writeCards(db, cards, day)
        for (const { uuid } of cards) {
          waiting.delete(uuid)
          if (known.size >= remembered) known.clear()
          known.add(uuid)
        }
      }
      if (failures > 0) onRecovered?.()
      failures = 0
    } catch (error) {
      failures += 1
      onFailed?.(error)
    }
  }

  const flush = (): Promise<void> => (writing = writing.then(writeAll))
  const writeLater = (): void => {
    if (isStopped) return
    timer = setTimeout(
      () => void flush().then(writeLater),
      Math.min(longest, every * 2 ** failures),
    ).unref()
  }
  const stop = async (): Promise<number> => {
    isStopped = true
    clearTimeout(timer)
    await flush()
    return waiting.size
  }
  writeLater()
  return { record, flush, stop }
}

/** Adds the sums to the store; they are taken out only when they were written. */
const writeShown = async (db: Kysely<Tables>, shown: Map<string, number>): Promise<void> => {
  // In one order, so that processes that write the same rows wait for each other and never deadlock.
  const sums = [...shown].sort(([one], [other]) => (one < other ? -1 : 1))
  await db
    .insertInto('shown')
    .values(
      sums.map(([key, times]) => {
        const [date = '', service = '', statement = ''] = key.split(' ')
        return { day: date, service, statement, times }
      }),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'service', 'statement'])
        .doUpdateSet({ times: sql<number>`shown.times + excluded.times` }),
    )
    .execute()
  for (const [key, times] of sums) {
    const left = (shown.get(key) ?? 0) - times
    if (left > 0) shown.set(key, left)
    else shown.delete(key)
  }
}

const writeCards = (
  db: Kysely<Tables>,
  cards: readonly ServedCard[],
  day: string,
): Promise<void> => {
  const sorted = [...cards].sort((one, other) => (one.uuid < other.uuid ? -1 : 1))
  return db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('card')
      .values(sorted.map(({ uuid, service }) => ({ uuid, service, served_on: day })))
      .onConflict((conflict) =>
        conflict
          .column('uuid')
          .doUpdateSet({ served_on: sql<string>`greatest(card.served_on, excluded.served_on)` }),
      )
      .execute()
    const said = sorted.flatMap(({ uuid, statements }) =>
      [...new Set(statements)].map((statement) => ({ card: uuid, statement })),
    )
    if (said.length === 0) return
    await transaction
      .insertInto('card_statement')
      .values(said)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}
