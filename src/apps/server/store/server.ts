import { Client, Pool } from 'pg'
import type { OpenPool } from './embedded.ts'
import { tellLost } from './lost.ts'

/** Opens a PostgreSQL server by its address; connections are made when they are needed. */
export const openServer = (url: string, onLost: () => void): OpenPool => {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    query_timeout: 12_000,
    application_name: 'crampwise',
  })
  tellLost(pool, onLost)
  return { pool, isEmbedded: false, close: () => pool.end() }
}

/** Where a server is and who asks it for what, as it may be shown: without the password. */
export interface ServerAddress {
  readonly place: string
  readonly user: string
  readonly database: string
}

/** Reads an address as the driver does, with what the environment adds to it (PGHOST and the like). */
export const serverAddress = (url: string): ServerAddress => {
  try {
    const { host, port, user = '', database = user } = new Client({ connectionString: url })
    return { place: host.startsWith('/') ? host : `${host}:${String(port)}`, user, database }
  } catch {
    return { place: 'its address', user: 'its user', database: 'its database' }
  }
}
