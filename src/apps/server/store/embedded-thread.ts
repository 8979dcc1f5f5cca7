import { once } from 'node:events'
import { protocol } from '@electric-sql/pglite'
import type { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import type { PGlitePgConfig } from '@electric-sql/pglite/node-postgres'
import { workerOf } from '../../../sweep/worker-of.ts'

/** What the thread of the embedded store says. */
export type Told =
  | 'ready'
  | { readonly bytes: Uint8Array }
  | { readonly failed: { readonly message: string; readonly code?: string } }

/** An embedded database in a thread of its own. */
export interface DatabaseThread {
  /** How a pool of one connection reaches it. */
  readonly connection: PGlitePgConfig
  /** Writes a checkpoint and ends the thread. */
  readonly close: () => Promise<void>
}

/** One who waits for the thread to say something. */
interface Waiting {
  readonly resolve: (told: Exclude<Told, { readonly failed: unknown }>) => void
  readonly reject: (error: Error) => void
}

const file = new URL(
  import.meta.url.endsWith('.ts') ? 'embedded-worker.ts' : 'embedded-worker.js',
  import.meta.url,
)

/** Memory for what the thread makes besides the database's own: left to itself it is cleared up ever later. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 } as const

/**
 * Starts the embedded PostgreSQL in a thread of its own: it computes, and waits for the disk, for tens of
 * milliseconds at a time, and no call is to wait for that.
 */
export const startThread = async (folder: string): Promise<DatabaseThread> => {
  const worker = workerOf(file, {
    workerData: folder,
    stdout: true,
    stderr: true,
    resourceLimits,
  })
  // What a library prints there is printed here, where the service sees to it.
  for (const stream of [worker.stdout, worker.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      console.warn(text)
    })
  }
  const waiting: Waiting[] = []
  let ended: Error | undefined
  const end = (error: Error): void => {
    ended ??= error
    for (const { reject } of waiting.splice(0)) reject(ended)
  }
  worker.on('message', (told: Told) => {
    const next = waiting.shift()
    if (typeof told === 'object' && 'failed' in told) {
      next?.reject(Object.assign(new Error(told.failed.message), told.failed))
    } else next?.resolve(told)
  })
  worker.on('error', end)
  worker.on('exit', () => {
    end(new Error('The embedded store has ended.'))
  })
  const told = (): Promise<Exclude<Told, { readonly failed: unknown }>> =>
    new Promise((resolve, reject) => {
      if (ended === undefined) waiting.push({ resolve, reject })
      else reject(ended)
    })
  const parser = new protocol.Parser()
  const execProtocolStream = async (message: Uint8Array): Promise<unknown[]> => {
    const bytes = new Uint8Array(message)
    const answer = told()
    worker.postMessage(bytes, [bytes.buffer])
    const answered = await answer
    const messages: unknown[] = []
    if (answered !== 'ready') parser.parse(answered.bytes, (one) => messages.push(one))
    return messages
  }
  try {
    await told()
  } catch (error) {
    await worker.terminate()
    throw error
  }
  // The connection asks no more of a database than these two.
  const database = { waitReady: Promise.resolve(), execProtocolStream }
  return {
    connection: createPgConfig(database as unknown as PGlite),
    close: async () => {
      if (ended !== undefined) return
      const exit = once(worker, 'exit')
      worker.postMessage('close')
      await exit
    },
  }
}
