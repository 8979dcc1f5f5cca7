import { stop } from '../trouble.ts'
import { callable, printable, withoutQuery } from './addresses.ts'
import type { BulkSettings } from './settings.ts'
import type { BulkFile } from './state.ts'

/** The files that an export consists of. */
export interface Manifest {
  readonly transactionTime: string
  /** Whether the token goes with the requests for the files. */
  readonly requiresAccessToken: boolean
  readonly files: readonly Omit<BulkFile, 'name'>[]
  /** Where the list goes on. */
  readonly next?: string
}

type Json = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listIn = (body: Json, name: string): readonly Json[] => {
  const list = body[name]
  return Array.isArray(list) ? list.filter(isRecord) : []
}

const isType = (type: unknown): type is string =>
  typeof type === 'string' && /^[A-Z][A-Za-z]{1,63}$/.test(type)

/** Reads the list of files; what is not as the specification says stops the export. */
export const manifestOf = (
  body: Json | undefined,
  address: string,
  { allowHttp }: BulkSettings,
): Manifest => {
  const where = withoutQuery(new URL(address))
  const fault = (what: string): Error =>
    stop(where, `The list of files cannot be read: ${what}.`, 'Ask who runs the server.')
  if (body === undefined) throw fault('it is no JSON object')
  const { transactionTime, requiresAccessToken, output } = body
  if (!Array.isArray(output)) throw fault('it has no "output"')
  if (typeof requiresAccessToken !== 'boolean') throw fault('it has no "requiresAccessToken"')
  const filesOf = (name: string, kind: BulkFile['kind']): readonly Omit<BulkFile, 'name'>[] =>
    listIn(body, name).map(({ url, type, count }) => {
      if (typeof url !== 'string') throw fault(`a file of "${name}" has no "url"`)
      const named = isType(type) ? type : kind === 'output' ? undefined : 'OperationOutcome'
      if (named === undefined) throw fault(`"${printable(String(type))}" is no type`)
      const counted = typeof count === 'number' && Number.isSafeInteger(count) ? { count } : {}
      return { url: callable(url, address, allowHttp).href, type: named, kind, ...counted }
    })
  const next = listIn(body, 'link').find(({ relation }) => relation === 'next')?.['url']
  return {
    transactionTime: printable(String(transactionTime)),
    requiresAccessToken,
    files: [
      ...filesOf('output', 'output'),
      ...filesOf('error', 'error'),
      ...filesOf('deleted', 'deleted'),
    ],
    ...(typeof next === 'string' ? { next: callable(next, address, allowHttp).href } : {}),
  }
}

/** Gives each file its name: the screen reads the resources, and passes over errors and deletions. */
export const namedFiles = (files: Manifest['files']): readonly BulkFile[] => {
  const numbers = new Map<string, number>()
  return files.map((file) => {
    const stem = file.kind === 'output' ? file.type : file.kind === 'error' ? 'errors' : 'deleted'
    const number = (numbers.get(stem) ?? 0) + 1
    numbers.set(stem, number)
    const ending = file.kind === 'output' ? 'ndjson' : 'txt'
    return { ...file, name: `${stem}.${String(number).padStart(4, '0')}.${ending}` }
  })
}
