import type { Context } from 'hono'
import { problemResponse } from './api/problem.ts'

/** The HTTP statuses with which a request is refused. */
export type RefusalStatus = 400 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 500

/** A request that is not answered: why, where and what to do. Never a word of what was sent. */
export interface Refused {
  readonly status: RefusalStatus
  /** A code of FHIR's issue types. */
  readonly code:
    | 'invalid'
    | 'structure'
    | 'required'
    | 'value'
    | 'not-found'
    | 'not-supported'
    | 'business-rule'
    | 'exception'
    | 'incomplete'
  readonly message: string
  readonly remedy: string
  /** The places, such as `prefetch.medications`. */
  readonly where?: readonly string[]
}

/** Whether a reading step was refused. */
export const isRefused = (value: object): value is { readonly refused: Refused } =>
  'refused' in value

/** A refusal as an R4 OperationOutcome. */
const operationOutcome = ({ code, message, remedy, where }: Refused): object => ({
  resourceType: 'OperationOutcome',
  issue: [
    {
      severity: 'error',
      code,
      diagnostics: `${message} ${remedy}`,
      ...(where === undefined || where.length === 0 ? {} : { expression: where }),
    },
  ],
})

/** The type under which FHIR resources are answered. */
export const fhirJson = 'application/fhir+json; charset=utf-8'

/** Answers a refusal as an OperationOutcome. */
export const outcomeResponse = (c: Context, refused: Refused): Response =>
  c.body(JSON.stringify(operationOutcome(refused)), refused.status, { 'Content-Type': fhirJson })

/** Whether who asks at this address speaks FHIR; everybody else gets JSON problem details. */
const speaksFhir = (path: string): boolean => /^\/(cds-services|fhir)(\/|$)/.test(path)

/** Answers a refusal in the form of the address at which it was asked. */
export const refuse = (c: Context, refused: Refused): Response =>
  speaksFhir(c.req.path) ? outcomeResponse(c, refused) : problemResponse(c, refused)
