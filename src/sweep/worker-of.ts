import { Worker } from 'node:worker_threads'
import type { WorkerOptions } from 'node:worker_threads'

/** Starts a worker; from source, where only developers run it, by way of what reads TypeScript. */
export const workerOf = (file: URL, options: WorkerOptions): Worker =>
  file.pathname.endsWith('.ts')
    ? new Worker(
        `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file.href)}) })`,
        { ...options, eval: true },
      )
    : new Worker(file, options)
