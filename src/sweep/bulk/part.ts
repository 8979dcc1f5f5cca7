import { open } from 'node:fs/promises'
import { contents } from './contents.ts'
import type { Contents } from './contents.ts'
import type { Server } from './job.ts'
import { send } from './request.ts'
import type { BulkFile } from './state.ts'

/** A file, or the rest of one, that the server begins to send. */
export interface Part {
  readonly held: Contents
  readonly response: Response
  /** Whether the bytes are added to those that are there. */
  readonly goesOn: boolean
}

/** The version of a file by which its rest can be asked for; undefined where that cannot be done. */
export const strongEtag = (response: Response): string | undefined => {
  const etag = response.headers.get('etag')
  const isPlain = response.headers.get('content-encoding') === null
  return isPlain && etag !== null && /^"[\x21\x23-\x7e]*"$/.test(etag) ? etag : undefined
}

/** Asks for the file, or for what is missing of it; answers with the response where it is neither. */
export const ask = async (
  { settings, world, tokens }: Server,
  { url }: BulkFile,
  needsToken: boolean,
  [held, etag]: readonly [Contents | undefined, string | undefined],
): Promise<Part | Response> => {
  const from = held?.found().bytes ?? 0
  const goOn = held !== undefined && etag !== undefined && from > 0
  const headers = {
    accept: 'application/fhir+ndjson',
    ...(goOn
      ? { range: `bytes=${String(from)}-`, 'if-range': etag, 'accept-encoding': 'identity' }
      : { 'accept-encoding': 'gzip' }),
    ...(needsToken ? await tokens.header() : {}),
  }
  const response = await send(world, url, { headers }, settings.allowHttp)
  if (response.status === 200) return { held: contents(), response, goesOn: false }
  const range = response.headers.get('content-range')
  const isRest = response.status === 206 && range?.startsWith(`bytes ${String(from)}-`) === true
  return goOn && isRest ? { held, response, goesOn: true } : response
}

/** Writes what comes, as it comes. */
export const receive = async (
  { held, response, goesOn }: Part,
  partial: string,
  progress: (bytes: number) => void,
): Promise<void> => {
  const file = await open(partial, goesOn ? 'a' : 'w', 0o600)
  try {
    for await (const chunk of response.body ?? []) {
      const bytes = chunk as Uint8Array
      await file.writeFile(bytes)
      held.take(bytes)
      progress(bytes.length)
    }
    await file.sync()
  } finally {
    await file.close()
  }
}
