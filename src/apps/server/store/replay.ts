import type { Kysely } from 'kysely'
import type { Replay } from '../trust/replay.ts'
import type { Tables } from './tables.ts'

/** Remembers used tokens in the database, where every process that shares it sees them. */
export const databaseReplay = (db: Kysely<Tables>): Replay => ({
  use: async (hash, expiresAt) => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('used_token')
      .values({ hash, expires_at: expiresAt })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .executeTakeFirstOrThrow()
    return (numInsertedOrUpdatedRows ?? 0n) > 0n ? 'first' : 'again'
  },
})
