import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { piecesOf } from './pieces.ts'
import { readShare } from './reader.ts'
import { recordFiles } from './records.ts'
import { knownSystems } from './relevance.ts'
import { scannerOf } from './scan.ts'
import { readingOf } from './share.ts'
import type { Reading } from './share.ts'
import type { Answer, Message, WorkSettings, WorkerParts } from './work-of-reader.ts'

/** The file of records of a share of the people, as one worker writes it. */
const recordsFile = (folder: string, worker: number, share: number): string =>
  join(folder, `records-${String(worker)}-${String(share)}`)

/** The files that a worker writes facts and notes to. */
export const outputsOf = (
  folder: string,
  worker: number,
): { readonly facts: string; readonly notes: string } => ({
  facts: join(folder, `facts-${String(worker)}.tsv`),
  notes: join(folder, `notes-${String(worker)}.ndjson`),
})

/** Does what is asked of a worker, once it has its settings. */
const workOf = (
  { rules, listed, read }: WorkerParts,
  { on, folder, worker, shares, paths }: WorkSettings,
): ((message: Exclude<Message, { readonly do: 'begin' }>) => Answer | undefined) => {
  const pieces = piecesOf(knownSystems(rules))
  const records = recordFiles((share) => recordsFile(folder, worker, share))
  const scan = scannerOf({ rules, listed, on, shares, pieces, records })
  let reading: Reading | undefined
  return (message) => {
    switch (message.do) {
      case 'scan':
        return scan(message)
      case 'end':
        records.flush()
        return {
          did: 'end',
          pieces: Array.from({ length: pieces.count() }, (_one, number) => pieces.textOf(number)),
        }
      case 'pieces':
        reading = readingOf(
          (of, share) => recordsFile(folder, of, share),
          message.pieces,
          paths,
          shares,
        )
        return undefined
      case 'read':
        return reading === undefined
          ? undefined
          : readShare(message.share, reading, read, on, outputsOf(folder, worker))
    }
  }
}

/** Makes this thread do the tasks of a screen as they are given to it. */
export const serveWorker = (parts: WorkerParts): void => {
  let work: ReturnType<typeof workOf> | undefined
  parentPort?.on('message', (message: Message) => {
    if (message.do === 'begin') work = workOf(parts, message.settings)
    else {
      const answer = work?.(message)
      if (answer !== undefined) parentPort?.postMessage(answer)
    }
  })
}
