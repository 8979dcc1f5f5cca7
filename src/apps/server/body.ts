import type { Context } from 'hono'
import type { Refused } from './refusal.ts'

/** A body that was read, or why it was not. */
export type ReadBody = { readonly value: unknown } | { readonly refused: Refused }

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
  const text = await c.req.text()
  try {
    return { value: JSON.parse(text) as unknown }
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
