import { guideline } from '../guideline/index.ts'
import { assess, dayOf } from './assess.ts'
import type { Assessment, AssessOptions, Refusal } from './assess.ts'
import { definitionHash, hashOf } from './canonical.ts'
import type { FactsInput } from './input.ts'
import type { Policy } from './policy.ts'
import { version } from './version.ts'

/** What tells a saved answer apart from any other JSON, and from later forms of itself. */
export const savedAnswerFormat = 'crampwise-answer/1'

/** What was known of one person, as it was given: facts, a FHIR record, or both. */
export interface GivenInput {
  readonly facts?: FactsInput
  readonly record?: unknown
  /** Whether the medication list of the record was said to be whole. */
  readonly medications?: boolean
}

/**
 * An answer with all that it was made from, so that it can be made again. It holds what was given of
 * a person: whoever keeps it keeps patient data. The hash finds what changed by accident; it is no
 * signature.
 */
export interface SavedAnswer {
  readonly format: typeof savedAnswerFormat
  /** The version of the package. */
  readonly crampwise: string
  readonly guideline: { readonly id: string; readonly version: string }
  /** The hash of the definition. */
  readonly definition: string
  readonly on: string
  readonly policy?: Policy
  readonly given: GivenInput
  readonly answerHash: string
  readonly answer: Assessment
}

/** Assesses what was given, by the reader of records only where there is one. */
export const assessGivenInput = async (
  { facts, record, medications }: GivenInput,
  options: AssessOptions,
): Promise<Assessment | Refusal> => {
  if (record === undefined) return assess(facts ?? {}, options)
  const { assessRecord } = await import('./record.ts')
  return assessRecord(record, {
    ...options,
    ...(facts === undefined ? {} : { facts }),
    ...(medications === undefined ? {} : { medications }),
  })
}

/** Puts an answer together with what it was made from. */
export const savedAnswerOf = async (
  given: GivenInput,
  answer: Assessment,
): Promise<SavedAnswer> => ({
  format: savedAnswerFormat,
  crampwise: version,
  guideline: { id: guideline.id, version: guideline.version },
  definition: await definitionHash(guideline),
  on: answer.on,
  ...(answer.policy === undefined ? {} : { policy: answer.policy }),
  given,
  answerHash: await hashOf(answer),
  answer,
})

/**
 * Assesses, and gives the answer with all that `replay` needs to make it again; or the problems of
 * the input.
 */
export const assessAndSave = async (
  given: GivenInput,
  options: AssessOptions = {},
): Promise<SavedAnswer | Refusal> => {
  // One day for the answer and for what is saved of it, also across midnight.
  const day = dayOf(options.on)
  const on = typeof day === 'string' ? { on: day } : {}
  const answer = await assessGivenInput(given, { ...options, ...on })
  return 'statements' in answer ? savedAnswerOf(given, answer) : answer
}
