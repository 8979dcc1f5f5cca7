import { Hono } from 'hono'
import type { Context } from 'hono'
import type { FeedbackEntry } from './feedback.ts'
import { readFeedback } from './feedback-input.ts'
import type { FeedbackProblem, FeedbackRules } from './feedback-input.ts'

/** What the feedback endpoint needs. */
export interface FeedbackParts extends FeedbackRules {
  /** The ids of the services that feedback can be about. */
  readonly services: readonly string[]
  /** Keeps entries; resolves when they are on the disk, with how many were new. */
  readonly keep: (entries: readonly FeedbackEntry[]) => Promise<number>
  readonly onKept?: (entries: readonly FeedbackEntry[]) => void
  readonly onFailed?: (error: unknown) => void
}

/**
 * `POST /:id/feedback`. 200 means that every entry is on the disk; sent again, it changes nothing. Where
 * the store cannot keep it the answer is 503, and the client sends it again.
 */
export const feedbackRoute = (parts: FeedbackParts): Hono => {
  const app = new Hono()
  app.post('/:id/feedback', async (c) => {
    const service = c.req.param('id')
    if (!parts.services.includes(service)) {
      return outcome(c, 404, 'not-found', [
        {
          where: 'id',
          message: 'There is no such service.',
          remedy: 'Use an id that discovery lists.',
        },
      ])
    }
    const input = await c.req.json<unknown>().catch(() => undefined)
    const read = readFeedback(input, service, parts)
    if ('problems' in read) return outcome(c, 400, 'invalid', read.problems)
    try {
      const added = await parts.keep(read.entries)
      parts.onKept?.(read.entries)
      return c.json({ entries: read.entries.length, new: added })
    } catch (error) {
      parts.onFailed?.(error)
      c.header('Retry-After', '5')
      return outcome(c, 503, 'transient', [
        {
          where: 'feedback',
          message: 'Feedback cannot be kept just now; nothing of it was.',
          remedy: 'Send it again.',
        },
      ])
    }
  })
  return app
}

const outcome = (
  c: Context,
  status: 400 | 404 | 503,
  code: string,
  problems: readonly FeedbackProblem[],
): Response =>
  c.body(
    JSON.stringify({
      resourceType: 'OperationOutcome',
      issue: problems.map(({ where, message, remedy }) => ({
        severity: 'error',
        code,
        diagnostics: `${message} ${remedy}`,
        expression: [where],
      })),
    }),
    status,
    { 'Content-Type': 'application/fhir+json; charset=utf-8' },
  )
