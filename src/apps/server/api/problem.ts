import type { Context } from 'hono'
import type { NamedTwice } from '../../../assess/named-twice.ts'
import type { Problem } from '../../../logic/given.ts'
import type { PlanProblem } from '../../../plan/refusal.ts'
import type { Refused } from '../refusal.ts'

/** A problem as it leaves the service: its kind, its place and the remedy, and nothing of what was sent. */
export interface PublicProblem {
  readonly kind: PlanProblem['kind']
  readonly where: string
  readonly message: string
  readonly remedy: string
}

const messages: Readonly<Record<PlanProblem['kind'], string>> = {
  'not-json': 'This is not JSON.',
  'too-large': 'This is too large.',
  'wrong-shape': 'This has not the shape that is asked for.',
  'unknown-name': 'There is no such name.',
  'wrong-unit': 'The unit is missing, or is not one of this quantity.',
  impossible: 'This value is impossible.',
  contradiction: 'This and another fact cannot both be right.',
  'no-patient': 'The record has no Patient.',
  'several-patients':
    'The record is of more than one person, or holds versions of one that contradict each other.',
  unlikely: 'This value is unlikely.',
  'set-aside': 'This was set aside.',
  'not-allowed': 'The assessment does not allow it.',
}

/** A path of property names; a place that is none, such as the name of a resource, is not repeated. */
const place = (where: string): string =>
  /^[A-Za-z][A-Za-z0-9]*(?:[.[][A-Za-z0-9\]]+)*$/.test(where) && where.length <= 80
    ? where
    : 'record'

/**
 * What may be told of a problem to a caller over the network. An error body may end in the log of a proxy:
 * it never holds a value, an id or a text of a patient.
 */
export const publicProblem = ({
  kind,
  where,
  message,
  remedy,
}: Problem | PlanProblem): PublicProblem => ({
  kind,
  where: kind === 'not-allowed' ? where : place(where),
  // What an assessment does not allow is said with the values of the patient: the assessment tells it.
  message: kind === 'wrong-shape' && message === 'It is missing.' ? message : messages[kind],
  remedy:
    kind === 'contradiction'
      ? 'Correct one of the two.'
      : kind === 'several-patients'
        ? 'Give the record of one person at a time, and of that person the version that counts.'
        : remedy,
})

/** A name that stands twice, as it leaves the service: where, and not which. */
export const publicTwice = ({ line, column }: NamedTwice): PublicProblem => ({
  kind: 'contradiction',
  where: `line ${String(line)}, column ${String(column)}`,
  message: 'A name stands twice in one object.',
  remedy: 'Keep the one that is right.',
})

/** Answers a refusal as JSON problem details (RFC 9457). */
export const problemResponse = (
  c: Context,
  { status, message, remedy, where }: Refused,
  problems: readonly PublicProblem[] = [],
): Response =>
  c.body(
    JSON.stringify({
      type: 'about:blank',
      title: message,
      status,
      detail: remedy,
      ...(where === undefined ? {} : { where }),
      ...(problems.length === 0 ? {} : { problems }),
    }),
    status,
    { 'Content-Type': 'application/problem+json; charset=utf-8' },
  )
