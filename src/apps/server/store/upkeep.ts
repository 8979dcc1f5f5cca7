import { sql } from 'kysely'
import type { Store } from './open.ts'

/** How the store is kept tidy. */
export interface UpkeepOptions {
  readonly now: () => Date
  /** Cards that nobody answered are forgotten after so many days; feedback is kept. */
  readonly keepCardsDays: number
  readonly onFailed?: (error: unknown) => void
}

const minutes = 60_000

/** Forgets old cards without feedback and tokens that have expired. */
export const tidy = async (
  { db, isEmbedded }: Store,
  { now, keepCardsDays }: UpkeepOptions,
): Promise<void> => {
  const oldest = new Date(now().getTime() - keepCardsDays * 24 * 60 * minutes)
  await sql`
    delete from card
    where served_on < ${oldest.toISOString().slice(0, 10)}::date
      and not exists (select from feedback where feedback.card = card.uuid)`.execute(db)
  await db.deleteFrom('used_token').where('expires_at', '<', now()).execute()
  if (isEmbedded) await sql`vacuum`.execute(db)
}

/**
 * Keeps the store tidy while it is open: once an hour what is old is forgotten, and every ten minutes an
 * embedded store writes a checkpoint, which a server does by itself; without it its log only grows.
 */
export const keepTidy = (store: Store, options: UpkeepOptions): (() => void) => {
  const often = (every: number, work: () => Promise<unknown>): NodeJS.Timeout =>
    setInterval(() => {
      work().catch((error: unknown) => options.onFailed?.(error))
    }, every).unref()
  const timers = [
    often(60 * minutes, () => tidy(store, options)),
    ...(store.isEmbedded ? [often(10 * minutes, () => sql`checkpoint`.execute(store.db))] : []),
  ]
  return () => {
    timers.forEach((timer) => {
      clearInterval(timer)
    })
  }
}
