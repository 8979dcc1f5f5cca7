import { Pool } from 'pg'
import type { OpenPool } from './embedded.ts'

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
  // A connection that breaks says so here, besides to whom it was answering, be it idle or between two
  // statements; nobody listening would end the process. The next one is made anew.
  pool.on('error', onLost)
  pool.on('connect', (client) => client.on('error', onLost))
  return { pool, isEmbedded: false, close: () => pool.end() }
}
