import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { momentOf } from '../../fhir/day.ts'
import { exportBulk } from '../../sweep/bulk/export.ts'
import type { BackendClient, BulkSettings } from '../../sweep/bulk/settings.ts'
import { troubleOf } from '../../sweep/trouble.ts'
import { refuseTroubles } from './options-problems.ts'
import type { Trouble } from './options-problems.ts'
import { progressLine } from './progress.ts'

/** What was typed. */
export interface ExportBulkOptions {
  readonly out: string
  readonly types: string
  readonly since?: string
  readonly clientId?: string
  readonly key?: string
  readonly keyId?: string
  readonly algorithm?: string
  readonly tokenUrl?: string
  readonly scope?: string
  readonly parallel: string
  readonly wait: string
  readonly allowHttp?: true
  readonly keepJob?: true
  readonly json?: true
}

/** `crampwise export-bulk`: fetches a Bulk Data export; 1 where the server says that something is missing. */
export const runExportBulk = async (url: string, options: ExportBulkOptions): Promise<number> => {
  const read = settingsOf(url, options)
  if ('troubles' in read) return refuseTroubles('nothing was exported.', read.troubles)
  const line = progressLine()
  try {
    const result = await exportBulk(read.settings, {
      fetch,
      now: Date.now,
      wait: (milliseconds) => wait(milliseconds),
      say: line.say,
    })
    line.end()
    for (const warning of result.warnings) process.stderr.write(`crampwise: ${warning}\n`)
    const { files, bytes, resumed, transactionTime } = result
    if (options.json === true) {
      const told = files.map(({ name, type, kind, done }) => ({ name, type, kind, ...done }))
      process.stdout.write(
        `${JSON.stringify({ ...result, files: told, folder: options.out }, null, 2)}\n`,
      )
    } else {
      const lines = files
        .filter(({ kind }) => kind === 'output')
        .reduce((sum, { done }) => sum + (done?.lines ?? 0), 0)
      process.stdout.write(
        `${resumed ? 'Went on with an earlier export: ' : ''}${String(files.length)} files in ${options.out}, ${String(lines)} resources, ${(bytes / 1e6).toFixed(1)} MB, as of ${transactionTime}.\n`,
      )
    }
    return result.incomplete ? 1 : 0
  } catch (error) {
    line.end()
    const trouble = troubleOf(error, options.out)
    if (trouble === undefined) throw error
    return refuseTroubles('the export is not whole.', [trouble])
  }
}

const settingsOf = (
  url: string,
  options: ExportBulkOptions,
): { readonly settings: BulkSettings } | { readonly troubles: readonly Trouble[] } => {
  const troubles: Trouble[] = []
  const refuse = (where: string, message: string, remedy: string): void => {
    troubles.push({ where, message, remedy })
  }
  const number = (where: string, typed: string, most: number): number => {
    const value = /^\d+$/.test(typed) ? Number(typed) : 0
    if (value < 1 || value > most) {
      refuse(where, `"${typed}" is not possible here.`, `Give a number from 1 to ${String(most)}.`)
    }
    return value
  }
  const types = options.types.split(',').map((type) => type.trim())
  for (const type of types) {
    if (!/^[A-Z][A-Za-z]+$/.test(type)) {
      refuse(
        '--types',
        `"${type}" is no type of resource.`,
        'Give some such as Patient,Observation.',
      )
    }
  }
  const { since } = options
  if (since !== undefined && momentOf(since)?.instant === undefined) {
    refuse('--since', `"${since}" is no moment.`, 'Give one such as 2026-11-01T00:00:00Z.')
  }
  const client = clientOf(options, refuse)
  const settings: BulkSettings = {
    url,
    folder: options.out,
    types,
    ...(since === undefined ? {} : { since }),
    ...(client === undefined ? {} : { client }),
    allowHttp: options.allowHttp === true,
    parallel: number('--parallel', options.parallel, 16),
    waitHours: number('--wait', options.wait, 1000),
    keepJob: options.keepJob === true,
  }
  return troubles.length > 0 ? { troubles } : { settings }
}

const clientOf = (
  { clientId, key, keyId, algorithm, tokenUrl, scope }: ExportBulkOptions,
  refuse: (where: string, message: string, remedy: string) => void,
): BackendClient | undefined => {
  if (clientId === undefined && key === undefined) {
    if ([keyId, algorithm, tokenUrl, scope].some((one) => one !== undefined)) {
      refuse('--client-id', 'It is left out.', 'Give --client-id and --key together.')
    }
    return undefined
  }
  if (clientId === undefined || key === undefined) {
    refuse('--client-id, --key', 'One of the two is left out.', 'Give both, or none.')
    return undefined
  }
  if (algorithm !== undefined && algorithm !== 'ES384' && algorithm !== 'RS384') {
    refuse('--algorithm', `"${algorithm}" is not one that is used.`, 'Give ES384 or RS384.')
    return undefined
  }
  try {
    return {
      clientId,
      key: readFileSync(key, 'utf8'),
      ...(keyId === undefined ? {} : { keyId }),
      ...(algorithm === undefined ? {} : { algorithm }),
      ...(tokenUrl === undefined ? {} : { tokenUrl }),
      ...(scope === undefined ? {} : { scope }),
    }
  } catch (error) {
    const code = (error as { readonly code?: string }).code ?? 'error'
    refuse('--key', `${key} cannot be read (${code}).`, 'Give a file with the private key.')
    return undefined
  }
}
