import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** The ways in which a request is turned away before it is looked at. */
export type Refusal =
  | 'token'
  | 'not-now'
  | 'too-many'
  | 'too-large'
  | 'not-json'
  | 'encoded'
  | 'not-here'
  | 'not-for-you'
  | 'too-slow'
  | 'failed'

interface Terms {
  readonly status: ContentfulStatusCode
  readonly title: string
  /** A code of FHIR's issue types. */
  readonly code: string
}

const terms: Readonly<Record<Refusal, Terms>> = {
  token: { status: 401, title: 'The token is not accepted.', code: 'login' },
  'not-now': { status: 503, title: 'This cannot be done just now.', code: 'transient' },
  'too-many': { status: 429, title: 'Too many requests.', code: 'throttled' },
  'too-large': { status: 413, title: 'The body is too large.', code: 'too-long' },
  'not-json': { status: 415, title: 'The body is not declared as JSON.', code: 'not-supported' },
  encoded: { status: 415, title: 'The body is compressed.', code: 'not-supported' },
  'not-here': { status: 421, title: 'This service has another name.', code: 'security' },
  'not-for-you': {
    status: 403,
    title: 'This may not be read from where you are.',
    code: 'forbidden',
  },
  'too-slow': { status: 503, title: 'The answer took too long.', code: 'timeout' },
  failed: { status: 500, title: 'An error within the service.', code: 'exception' },
}

/** Whether who asks speaks FHIR: CDS Hooks and FHIR endpoints are answered with an OperationOutcome. */
const speaksFhir = (path: string): boolean => /^\/(cds-services|fhir)(\/|$)/.test(path)

/** Remembers why a request was turned away, for the log and the metrics. */
export const refusalKey = 'refusal'

/**
 * Turns a request away, as an OperationOutcome or as JSON problem details. The remedy is one of our own
 * sentences: nothing of what was sent is repeated.
 */
export const refuse = (
  c: Context,
  refusal: Refusal,
  remedy: string,
  headers: Readonly<Record<string, string>> = {},
): Response => {
  const { status, title, code } = terms[refusal]
  c.set(refusalKey, refusal)
  const fhir = speaksFhir(c.req.path)
  const body = fhir
    ? {
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'error', code, diagnostics: `${title} ${remedy}` }],
      }
    : { type: 'about:blank', title, status, detail: remedy }
  return c.body(JSON.stringify(body), status, {
    ...headers,
    'Content-Type': fhir ? 'application/fhir+json; charset=utf-8' : 'application/problem+json',
    'Cache-Control': 'no-store',
  })
}
