import { parentPort, workerData } from 'node:worker_threads'
import type { Told } from './embedded-thread.ts'
import { startDatabase } from './embedded-database.ts'

const port = parentPort
if (port === null) throw new Error('This module is the thread of the embedded store.')

const tell = (told: Told, bytes?: Uint8Array<ArrayBuffer>): void => {
  port.postMessage(told, bytes === undefined ? [] : [bytes.buffer])
}

/** What of an error the service tells; the error itself may not be cloned. */
const failure = (error: unknown): Told => {
  const { code, message } = error as NodeJS.ErrnoException
  return { failed: { message, ...(code === undefined ? {} : { code }) } }
}

/** Answers messages of PostgreSQL's protocol one by one, in their order; `close` ends it all. */
const serve = async (folder: string): Promise<void> => {
  const database = await startDatabase(folder)
  let last: Promise<void> = Promise.resolve()
  const answer = async (message: Uint8Array): Promise<void> => {
    try {
      const bytes = new Uint8Array(await database.execProtocolRaw(message))
      tell({ bytes }, bytes)
    } catch (error) {
      tell(failure(error))
    }
  }
  const close = async (): Promise<void> => {
    await database.exec('checkpoint').catch(() => undefined)
    await database.close()
    port.close()
  }
  port.on('message', (message: Uint8Array | 'close') => {
    last = last.then(() => (message === 'close' ? close() : answer(message)))
  })
  tell('ready')
}

serve(workerData as string).catch((error: unknown) => {
  tell(failure(error))
})
