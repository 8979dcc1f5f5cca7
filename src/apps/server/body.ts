import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import type { Refused } from './refusal.ts'

/** A body that was read, or why it was not. */
export type ReadBody =
  { readonly value: unknown; readonly text: string } | { readonly refused: Refused }

const isJson = (type: string): boolean => /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)

/** Reads the body of a request as JSON; the declared type must say that it is some. */
export const readJsonBody = async (c: Context): Promise<ReadBody> => {
  if (!isJson(c.req.header('content-type') ?? '')) {
    return {
      refused: {
        status: 415,
        code: 'not-supported',
        message: 'The body is not declared as JSON.',
        remedy: 'Send it with "Content-Type: application/json".',
      },
    }
  }
  const text = await readText(c)
  try {
    return { value: JSON.parse(text) as unknown, text }
  } catch {
    return {
      refused: {
        status: 400,
        code: 'structure',
        message: text === '' ? 'The body is empty.' : 'The body is not JSON.',
        remedy: 'Send one JSON object.',
      },
    }
  }
}

const utf8 = new TextDecoder()

/**
 * The text of a body. One whose length is declared is read off the socket: through the streams of a web
 * Request it would cost as much as its parsing does. Any other is read as it was counted.
 */
const readText = async (c: Context): Promise<string> => {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: IncomingMessage }
  const headers = incoming?.headers ?? {}
  return incoming === undefined ||
    headers['content-length'] === undefined ||
    headers['transfer-encoding'] !== undefined
    ? c.req.text()
    : utf8.decode(await readBytes(incoming))
}

const readBytes = (incoming: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let isWhole = false
    const gone = (): void => {
      if (!isWhole) reject(new Error('The caller went away before the body was whole.'))
    }
    if (incoming.destroyed) gone()
    incoming
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        isWhole = true
        resolve(Buffer.concat(chunks))
      })
      .on('error', gone)
      .on('close', gone)
  })
