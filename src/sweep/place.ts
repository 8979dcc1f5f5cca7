import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { stop } from './trouble.ts'

/** The file that says that a folder holds the results of a screen. */
export const summaryFile = 'summary.json'

/** A folder in which a run works, beside the folder of its results, so that they are put in place at once. */
export interface Place {
  /** For what is not kept. */
  readonly work: string
  /** For what is. */
  readonly kept: string
  /** Whether a run before was cut off here. */
  readonly wasCutOff: boolean
  /** Puts the results in place of what was there. */
  readonly finish: () => void
  /** Takes everything away again. */
  readonly abandon: () => void
}

const isResult = (folder: string): boolean => {
  try {
    const { format } = JSON.parse(readFileSync(join(folder, summaryFile), 'utf8')) as {
      readonly format?: unknown
    }
    return typeof format === 'string' && format.startsWith('crampwise-sweep')
  } catch {
    return false
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { readonly code?: string }).code === 'EPERM'
  }
}

/** Clears what runs left behind that were cut off; refuses where one is at work. */
const clearRemains = (parent: string, prefix: string, out: string): boolean => {
  let found = false
  for (const entry of readdirSync(parent).filter((one) => one.startsWith(prefix))) {
    const pid = Number(entry.slice(prefix.length))
    if (pid !== process.pid && isAlive(pid)) {
      throw stop(
        out,
        `Another screen (process ${String(pid)}) is writing there.`,
        'Wait for it, or name another folder with --out.',
      )
    }
    const older = join(parent, entry, 'replaced')
    // It was cut off between taking the old results away and putting the new in place.
    if (existsSync(older) && !existsSync(out)) renameSync(older, out)
    rmSync(join(parent, entry), { recursive: true, force: true })
    found = true
  }
  return found
}

/** Makes room for a run: an empty folder, one that does not exist, or results of an earlier run. */
export const placeFor = (given: string): Place => {
  const out = resolve(given)
  const parent = dirname(out)
  mkdirSync(parent, { recursive: true })
  const prefix = `.${basename(out)}.crampwise-`
  const wasCutOff = clearRemains(parent, prefix, out)
  if (existsSync(out)) {
    if (!statSync(out).isDirectory()) {
      throw stop(given, 'This is a file, not a folder.', 'Name a folder with --out.')
    }
    if (readdirSync(out).length > 0 && !isResult(out)) {
      throw stop(
        given,
        'The folder holds something else than the results of a screen.',
        'Name an empty folder, or one that does not exist yet, with --out.',
      )
    }
  }
  const base = join(parent, `${prefix}${String(process.pid)}`)
  const [work, kept] = [join(base, 'work'), join(base, 'kept')]
  mkdirSync(work, { recursive: true })
  mkdirSync(kept)
  return {
    work,
    kept,
    wasCutOff,
    finish: () => {
      if (existsSync(out)) renameSync(out, join(base, 'replaced'))
      renameSync(kept, out)
      rmSync(base, { recursive: true, force: true })
    },
    abandon: () => {
      rmSync(base, { recursive: true, force: true })
    },
  }
}

/** Writes a value as JSON. */
export const writeJson = (folder: string, name: string, value: unknown): void => {
  writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`)
}
