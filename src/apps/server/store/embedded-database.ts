import { PGlite } from '@electric-sql/pglite'
import { syncedFiles } from './synced-files.ts'

/** Starts the embedded PostgreSQL in a folder; what it commits has been forced to the disk. */
export const startDatabase = (folder: string): Promise<PGlite> =>
  PGlite.create({
    fs: syncedFiles(folder),
    relaxedDurability: false,
    startParams: [
      // "-F" switches off all forcing to the disk; without it, and with files that can be forced, a
      // commit is as durable as with any PostgreSQL.
      ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
      ...['-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=4MB', '-c', 'wal_recycle=off'],
    ],
  })
