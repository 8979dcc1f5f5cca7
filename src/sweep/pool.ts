import { existsSync } from 'node:fs'
import type { Worker } from 'node:worker_threads'
import type {
  Answer,
  Done,
  Ended,
  Message,
  ReadTask,
  ScanTask,
  Scanned,
  WorkSettings,
} from './work-of-reader.ts'
import { outputsOf } from './worker.ts'
import { workerOf } from './worker-of.ts'

/** Memory for what a worker keeps and makes: a part of a file, or a share of the people, at a time. */
const resourceLimits = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 32 } as const

/** The workers of a run. */
export interface Pool {
  /** Reads parts of files into records; answers in the order of the parts. */
  readonly scan: (
    tasks: readonly ScanTask[],
    progress: (done: number) => void,
  ) => Promise<readonly Scanned[]>
  /** Reads the people of all shares, once all files are read. */
  readonly read: (progress: (done: number) => void) => Promise<readonly Done[]>
  /** Files of facts, one row a person, tabs between; and of notes, as NDJSON. */
  readonly facts: () => readonly string[]
  readonly notes: readonly string[]
  readonly close: () => Promise<void>
}

type Task = Exclude<Message, { readonly do: 'begin' }>

/** Starts workers. */
export const poolOf = (file: URL, settings: Omit<WorkSettings, 'worker'>): Pool => {
  const workers = Array.from({ length: settings.workers }, (_one, worker) => {
    const started = workerOf(file, { resourceLimits })
    // What goes wrong is told to whoever waits for an answer: see `ask`.
    started.on('error', () => undefined)
    started.postMessage({ do: 'begin', settings: { ...settings, worker } } satisfies Message)
    return started
  })
  const outputs = workers.map((_one, worker) => outputsOf(settings.folder, worker))

  const ask = <A extends Answer>(worker: Worker, task: Task): Promise<A> =>
    new Promise((resolve, reject) => {
      const settle = (done: () => void): void => {
        worker.off('message', answered)
        worker.off('error', failed)
        done()
      }
      const answered = (answer: A): void => {
        settle(() => {
          resolve(answer)
        })
      }
      const failed = (error: Error): void => {
        settle(() => {
          reject(error)
        })
      }
      worker.on('message', answered)
      worker.on('error', failed)
      worker.postMessage(task)
    })

  /** Gives each worker the next task as soon as it is free. */
  const share = async <A extends Answer>(
    tasks: readonly Task[],
    progress: (done: number) => void,
  ): Promise<readonly A[]> => {
    const answers: A[] = []
    let next = 0
    let done = 0
    const serve = async (worker: Worker): Promise<void> => {
      for (let at = next++; at < tasks.length; at = next++) {
        answers[at] = await ask<A>(worker, tasks[at] as Task)
        done += 1
        progress(done / tasks.length)
      }
    }
    await Promise.all(workers.map(serve))
    return answers
  }

  return {
    scan: (tasks, progress) => share<Scanned>(tasks, progress),
    read: async (progress) => {
      const ended = await Promise.all(workers.map((worker) => ask<Ended>(worker, { do: 'end' })))
      const pieces = ended.map((one) => one.pieces)
      for (const worker of workers) worker.postMessage({ do: 'pieces', pieces } satisfies Message)
      const tasks = Array.from({ length: settings.shares }, (_one, at): ReadTask => ({
        do: 'read',
        share: at,
      }))
      return share<Done>(tasks, progress)
    },
    // Where everybody in it was refused there is no file of facts.
    facts: () => outputs.map(({ facts }) => facts).filter((name) => existsSync(name)),
    notes: outputs.map(({ notes }) => notes),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
