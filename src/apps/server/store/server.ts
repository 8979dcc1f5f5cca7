import { Pool } from 'pg'
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
