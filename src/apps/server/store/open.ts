import { Kysely, PostgresDialect, sql } from 'kysely'
import { openEmbedded } from './embedded.ts'
import type { OpenPool } from './embedded.ts'
import { unwritableFile } from './folder-owner.ts'
import type { Answer } from './lock.ts'
import { migrate } from './migrations.ts'
import type { StoreProblem } from './problem.ts'
import { openServer, serverAddress } from './server.ts'
import type { ServerAddress } from './server.ts'
import type { Tables } from './tables.ts'
import { whyNot } from './why-not.ts'

/** Where the store is: a PostgreSQL server, or a folder for the embedded one. */
export type StorePlace = { readonly databaseUrl: string } | { readonly folder: string }

/** An open store, its tables up to date. */
export interface Store {
  readonly db: Kysely<Tables>
  readonly isEmbedded: boolean
  readonly close: () => Promise<void>
}

/** What the store tells while it is open. */
export interface StoreEvents {
  /** Answers a question that came through the lock of a data folder. */
  readonly answer?: Answer
  /** A connection was lost; it will be made anew. */
  readonly onLost?: () => void
}

/** Opens the store and brings its tables up to date, or tells why that cannot be. */
export const openStore = async (
  place: StorePlace,
  { answer = () => Promise.resolve(''), onLost = () => undefined }: StoreEvents = {},
): Promise<Store | { readonly problem: StoreProblem }> => {
  const opened =
    'databaseUrl' in place
      ? openServer(place.databaseUrl, onLost)
      : await openEmbedded(place.folder, answer, onLost)
  if ('problem' in opened) return opened
  const where = 'databaseUrl' in place ? 'DATABASE_URL' : place.folder
  const server = 'databaseUrl' in place ? serverAddress(place.databaseUrl) : undefined
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: opened.pool }) })
  const problem = await prepare(db, where, server)
  if (problem !== undefined) {
    await opened.close()
    return { problem }
  }
  return { db, isEmbedded: opened.isEmbedded, close: closeOnce(opened) }
}

const closeOnce = ({ close }: OpenPool): (() => Promise<void>) => {
  let closing: Promise<void> | undefined
  return () => (closing ??= close())
}

const prepare = async (
  db: Kysely<Tables>,
  where: string,
  server: ServerAddress | undefined,
): Promise<StoreProblem | undefined> => {
  try {
    const { rows } = await sql<{ readonly name: string }>`
      select name from pg_settings
      where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off'`.execute(
      db,
    )
    const off = rows.map(({ name }) => name).join(', ')
    if (off !== '') {
      return {
        where,
        message: `The server has ${off} off: feedback that was acknowledged could be lost.`,
        remedy: 'Switch it on (for synchronous_commit: ALTER ROLE … SET synchronous_commit = on).',
      }
    }
    await migrate(db)
    return undefined
  } catch (error) {
    const unwritable = server === undefined ? unwritableFile(where) : undefined
    return unwritable ?? whyNot(where, error, server)
  }
}
