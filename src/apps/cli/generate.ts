import { performance } from 'node:perf_hooks'
import { today } from '../../assess/dates.ts'
import { recordRules } from '../../guideline/codes/index.ts'
import { momentOf } from '../../fhir/day.ts'
import { clearFolder, writeExport } from '../../sweep/generate/write.ts'
import type { WriteSettings } from '../../sweep/generate/write.ts'
import { refuseTroubles } from './options-problems.ts'
import type { Trouble } from './options-problems.ts'
import { progressLine, remaining } from './progress.ts'

/** What was typed. */
export interface GenerateOptions {
  readonly patients: string
  readonly seed: string
  readonly out: string
  readonly quirks: string
  readonly badLines: string
  readonly files: string
  readonly on?: string
  readonly shuffle?: true
  readonly gzip?: true
  readonly json?: true
}

/** `crampwise generate`: a synthetic Bulk Data export in a folder. */
export const runGenerate = async (options: GenerateOptions): Promise<number> => {
  const read = settingsOf(options)
  if ('troubles' in read) return refuseTroubles('nothing was generated.', read.troubles)
  const { settings } = read
  const taken = await clearFolder(options.out).catch((error: unknown) => reasonOf(error))
  if (taken !== undefined) {
    const remedy = 'Give an empty folder, or one that does not exist yet.'
    return refuseTroubles('nothing was generated.', [{ where: '--out', message: taken, remedy }])
  }
  const begun = performance.now()
  const line = progressLine()
  try {
    const files = await writeExport(recordRules, settings, options.out, (done, bytes) => {
      const seconds = (performance.now() - begun) / 1000
      line.say(
        `${(done * 100).toFixed(0)} % · ${(bytes / 1e6).toFixed(0)} MB · ${(bytes / 1e6 / seconds).toFixed(0)} MB/s · ${remaining(done, seconds)}`,
      )
    })
    line.end()
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    const lines = files.reduce((sum, file) => sum + file.lines + file.badLines, 0)
    process.stdout.write(
      options.json === true
        ? `${JSON.stringify({ synthetic: true, ...settings, folder: options.out, files, bytes, lines }, null, 2)}\n`
        : `${String(settings.patients)} synthetic patients in ${options.out}: ${String(lines)} lines, ${(bytes / 1e6).toFixed(1)} MB of NDJSON, as of ${settings.on}, seed ${String(settings.seed)}.\n`,
    )
    return 0
  } catch (error) {
    line.end()
    if (!(error instanceof Error) || !('code' in error)) throw error
    return refuseTroubles('the export is not whole.', [
      {
        where: options.out,
        message: reasonOf(error),
        remedy: 'Make room, or name another folder, and run it again: it starts anew.',
      },
    ])
  }
}

const reasonOf = (error: unknown): string => {
  const { code } = error as { readonly code?: string }
  switch (code) {
    case 'ENOSPC':
      return 'The disk is full.'
    case 'EACCES':
    case 'EROFS':
      return 'The folder may not be written to.'
    case 'ENOTDIR':
    case 'EEXIST':
      return 'This is a file, not a folder.'
    default:
      return error instanceof Error ? error.message : String(error)
  }
}

const settingsOf = (
  options: GenerateOptions,
): { readonly settings: WriteSettings } | { readonly troubles: readonly Trouble[] } => {
  const troubles: Trouble[] = []
  const number = (where: string, typed: string, low: number, high: number): number => {
    const value = /^\d+$/.test(typed) ? Number(typed) : NaN
    if (value >= low && value <= high) return value
    const remedy = `Give a whole number from ${String(low)} to ${String(high)}.`
    troubles.push({ where, message: `"${typed}" is not possible here.`, remedy })
    return low
  }
  const share = (where: string, typed: string): number => {
    const value = /^\d*\.?\d+$/.test(typed) ? Number(typed) : NaN
    if (value >= 0 && value <= 1) return value
    const remedy = 'Give a share from 0 to 1, such as 0.05.'
    troubles.push({ where, message: `"${typed}" is not possible here.`, remedy })
    return 0
  }
  const on = options.on ?? today()
  if (momentOf(on)?.date !== on || on.length !== 10) {
    const remedy = 'Give a day as YYYY-MM-DD.'
    troubles.push({ where: '--on', message: `"${on}" is no day.`, remedy })
  }
  const settings: WriteSettings = {
    patients: number('--patients', options.patients, 1, 1_000_000_000),
    seed: number('--seed', options.seed, 0, 4_294_967_295),
    on,
    quirks: share('--quirks', options.quirks),
    badLines: share('--bad-lines', options.badLines),
    files: number('--files', options.files, 1, 9999),
    shuffle: options.shuffle === true,
    gzip: options.gzip === true,
  }
  return troubles.length > 0 ? { troubles } : { settings }
}
