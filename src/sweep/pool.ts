import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { Done, Task } from './work-of-reader.ts'
import { workerOf } from './worker-of.ts'

/** Bytes of one part: small enough to share out evenly and to hold in memory. */
const partBytes = 4 * 1024 * 1024

/** The key of the person whose line begins at a place, and where the next line begins. */
const lineAt = (
  file: number,
  from: number,
  size: number,
): { readonly person: string; readonly next: number } => {
  let bytes = Buffer.alloc(0)
  for (let at = from; at < size;) {
    const more = Buffer.alloc(Math.min(64 * 1024, size - at))
    at += readSync(file, more, 0, more.length, at)
    bytes = Buffer.concat([bytes, more])
    const end = bytes.indexOf(10)
    if (end >= 0)
      return { person: bytes.toString('latin1', 0, bytes.indexOf(9)), next: from + end + 1 }
  }
  return { person: '', next: size }
}

/** Cuts the file of people into parts, never between two lines of one person. */
export const partsOf = (path: string): readonly (readonly [from: number, to: number])[] => {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const parts: (readonly [number, number])[] = []
    let from = 0
    while (from < size) {
      let to = from + partBytes
      if (to >= size) to = size
      else {
        to = lineAt(file, to, size).next
        const { person } = lineAt(file, to, size)
        while (to < size && lineAt(file, to, size).person === person)
          to = lineAt(file, to, size).next
      }
      parts.push([from, to])
      from = to
    }
    return parts
  } finally {
    closeSync(file)
  }
}

/** Memory for what a worker keeps and makes: a part at a time needs no more. */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 } as const

/** How the people are read. */
export interface Reading {
  readonly file: string
  readonly folder: string
  readonly on: string
  readonly worker: URL
  readonly threads: number
  readonly progress: (done: number) => void
}

/** Reads all people, part by part, in several threads; answers with the files that hold their facts. */
export const readPeople = async (
  reading: Reading,
): Promise<Done & { readonly facts: readonly string[]; readonly notes: readonly string[] }> => {
  const parts = partsOf(reading.file)
  const count = Math.min(reading.threads, parts.length)
  const facts = Array.from({ length: count }, (_one, at) =>
    join(reading.folder, `facts-${String(at)}.tsv`),
  )
  const notes = facts.map((file) => file.replace('facts-', 'notes-').replace('.tsv', '.ndjson'))
  const sum = { people: 0, refused: 0, setAside: 0 }
  let next = 0
  const workers: Worker[] = []
  const workOf = (at: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = workerOf(reading.worker, { resourceLimits })
      workers.push(worker)
      const give = (): void => {
        const part = parts[next]
        next += 1
        if (part === undefined) {
          resolve()
          return
        }
        const [from, to] = part
        const { file, on } = reading
        const task: Task = { file, from, to, on, facts: facts[at] ?? '', notes: notes[at] ?? '' }
        worker.postMessage(task)
      }
      worker.on('message', ({ people, refused, setAside }: Done) => {
        sum.people += people
        sum.refused += refused
        sum.setAside += setAside
        try {
          reading.progress(next / parts.length)
          give()
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      })
      worker.on('error', reject)
      give()
    })
  try {
    await Promise.all(facts.map((_file, at) => workOf(at)))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  // Where everybody in it was refused there is no file of facts.
  return { ...sum, facts: facts.filter((file) => existsSync(file)), notes }
}
