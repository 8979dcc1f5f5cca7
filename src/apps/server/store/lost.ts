import type { Pool } from 'pg'

/**
 * Tells of a connection that broke. It says so here, besides to whom it was answering, be it idle or between
 * two statements; nobody listening would end the process. The next one is made anew.
 */
export const tellLost = (pool: Pool, onLost: () => void): void => {
  pool.on('error', onLost)
  pool.on('connect', (client) => client.on('error', onLost))
}
