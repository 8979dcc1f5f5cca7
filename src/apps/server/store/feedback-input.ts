import { isRecord } from '../../../assess/json.ts'
import type { FeedbackEntry } from './feedback.ts'
import { utcInstant } from './instant.ts'

/** What is wrong with feedback, and where: `feedback[0].outcome`. Nothing that was sent is repeated. */
export interface FeedbackProblem {
  readonly where: string
  readonly message: string
  readonly remedy: string
}

/** How feedback is read. */
export interface FeedbackRules {
  /** The reasons that our cards offer; any other is kept as `other`. */
  readonly reasons: readonly string[]
  /** Whether what users typed is kept. */
  readonly storeComments: boolean
}

/** The most entries of one call, and the most characters of a comment. */
const mostEntries = 500
const mostComment = 4000

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Reads the feedback of one call: all of it, or every problem at once. */
export const readFeedback = (
  input: unknown,
  service: string,
  rules: FeedbackRules,
):
  | { readonly entries: readonly FeedbackEntry[] }
  | { readonly problems: readonly FeedbackProblem[] } => {
  const list = isRecord(input) ? input['feedback'] : undefined
  if (!Array.isArray(list) || list.length === 0) {
    return only('feedback', 'There is no list of feedback.', 'Send {"feedback": [{"card": …}]}.')
  }
  if (list.length > mostEntries) {
    return only(
      'feedback',
      'There are too many entries.',
      `Send at most ${String(mostEntries)} in one call.`,
    )
  }
  const read = (list as readonly unknown[]).map((entry, index) =>
    readEntry(entry, `feedback[${String(index)}]`, service, rules),
  )
  const problems = read.flatMap((one) => ('problems' in one ? one.problems : []))
  return problems.length > 0
    ? { problems }
    : { entries: read.flatMap((one) => ('entry' in one ? [one.entry] : [])) }
}

const only = (
  where: string,
  message: string,
  remedy: string,
): { readonly problems: readonly FeedbackProblem[] } => ({ problems: [{ where, message, remedy }] })

const readEntry = (
  input: unknown,
  where: string,
  service: string,
  rules: FeedbackRules,
): { readonly entry: FeedbackEntry } | { readonly problems: readonly FeedbackProblem[] } => {
  if (!isRecord(input)) return only(where, 'This is no object.', 'Send {"card": …, "outcome": …}.')
  const problems: FeedbackProblem[] = []
  const wrong = (name: string, message: string, remedy: string): void => {
    problems.push({ where: `${where}.${name}`, message, remedy })
  }
  const { card, outcome, outcomeTimestamp } = input
  if (typeof card !== 'string' || !uuid.test(card)) {
    wrong('card', 'This is not the uuid of a card.', 'Send the "uuid" that the card came with.')
  }
  if (outcome !== 'accepted' && outcome !== 'overridden') {
    wrong('outcome', 'This is no outcome.', 'Say "accepted" or "overridden".')
  }
  const at = typeof outcomeTimestamp === 'string' ? utcInstant(outcomeTimestamp) : undefined
  if (at === undefined) {
    wrong(
      'outcomeTimestamp',
      'This is no moment in time.',
      'Send RFC 3339 in UTC, such as "2026-01-01T00:00:00Z".',
    )
  }
  const suggestions = readSuggestions(input, wrong)
  const why = readReason(input, rules, wrong)
  if (problems.length > 0) return { problems }
  return {
    entry: {
      card: String(card).toLowerCase(),
      outcome: outcome as FeedbackEntry['outcome'],
      outcomeTimestamp: at ?? '',
      service,
      suggestions,
      ...why,
    },
  }
}

type Wrong = (name: string, message: string, remedy: string) => void

const readSuggestions = (
  { outcome, acceptedSuggestions: given }: Readonly<Record<string, unknown>>,
  wrong: Wrong,
): readonly string[] => {
  const list: readonly unknown[] = Array.isArray(given) ? given : []
  if (outcome === 'accepted' && list.length === 0) {
    wrong(
      'acceptedSuggestions',
      'An accepted card names the suggestions that were accepted.',
      'Send [{"id": …}] with the "uuid" of each, or the outcome "overridden".',
    )
  }
  const ids = list.map((one) => (isRecord(one) ? one['id'] : undefined))
  const isFine = (id: unknown): id is string => typeof id === 'string' && uuid.test(id)
  if (given !== undefined && (!Array.isArray(given) || !ids.every(isFine))) {
    wrong(
      'acceptedSuggestions',
      'These are not all uuids of suggestions.',
      'Send [{"id": …}] with the "uuid" that each suggestion came with.',
    )
  }
  return ids.filter(isFine).map((id) => id.toLowerCase())
}

const readReason = (
  { outcome, overrideReason }: Readonly<Record<string, unknown>>,
  { reasons, storeComments }: FeedbackRules,
  wrong: Wrong,
): Pick<FeedbackEntry, 'reason' | 'comment'> => {
  if (overrideReason === undefined || outcome !== 'overridden') return {}
  if (!isRecord(overrideReason)) {
    wrong('overrideReason', 'This is no object.', 'Send {"reason": {"code": …}}, or leave it out.')
    return {}
  }
  const { reason, userComment } = overrideReason
  if (reason !== undefined && (!isRecord(reason) || typeof reason['code'] !== 'string')) {
    wrong('overrideReason.reason', 'This is no coding.', 'Send the reason that the card offered.')
  }
  if (userComment !== undefined && typeof userComment !== 'string') {
    wrong('overrideReason.userComment', 'This is no text.', 'Send a text, or leave it out.')
  }
  const code = isRecord(reason) ? reason['code'] : undefined
  return {
    ...(typeof code === 'string' ? { reason: reasons.includes(code) ? code : 'other' } : {}),
    ...(storeComments && typeof userComment === 'string' && userComment !== ''
      ? { comment: storable(userComment) }
      : {}),
  }
}

/** A text as the database can hold it: bounded, without the character 0 and half characters. */
const storable = (text: string): string =>
  text
    .slice(0, mostComment)
    .replaceAll('\0', '\uFFFD')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
