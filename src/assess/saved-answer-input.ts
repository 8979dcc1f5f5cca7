import { z } from 'zod'
import type { Problem } from '../logic/given.ts'
import type { Refusal } from './assess.ts'
import { hashOf } from './canonical.ts'
import { isCivilDate } from './dates.ts'
import { isRecord } from './json.ts'
import { policySchema } from './policy.ts'
import { savedAnswerFormat } from './saved-answer.ts'
import type { SavedAnswer } from './saved-answer.ts'

const hash = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, { error: 'This is not "sha256:" and 64 hexadecimal digits.' })

/** What is read of a statement of an answer that another version may have made. */
const statement = z.looseObject({
  id: z.string(),
  title: z.string(),
  holds: z.enum(['true', 'false', 'unknown']),
  urgency: z.enum(['routine', 'urgent', 'emergency']),
  action: z.looseObject({ kind: z.string(), words: z.string() }).optional(),
})

const savedAnswer = z.strictObject({
  format: z.literal(savedAnswerFormat),
  crampwise: z.string().min(1).max(60),
  guideline: z.strictObject({ id: z.string(), version: z.string() }),
  definition: hash,
  on: z.string().refine(isCivilDate, { error: 'This is not a day written as YYYY-MM-DD.' }),
  policy: policySchema.optional(),
  given: z.strictObject({
    facts: z.record(z.string(), z.unknown()).optional(),
    record: z.unknown().optional(),
    medications: z.boolean().optional(),
  }),
  answerHash: hash,
  answer: z.looseObject({ statements: z.array(statement) }),
})

const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) =>
      typeof part === 'number' ? `[${String(part)}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('')

const refused = (where: string, message: string, remedy: string): Refusal => ({
  problems: [{ kind: 'wrong-shape', where, message, remedy }],
})

/** The hash of an answer; undefined where it is nested so deep that no assessment can have made it. */
const hashIfShallow = (answer: unknown): Promise<string | undefined> =>
  hashOf(answer).catch((error: unknown) => {
    if (error instanceof RangeError) return undefined
    throw error
  })

/** Reads a saved answer; every problem at once, each with its place, and nothing is replayed. */
export const readSavedAnswer = async (input: unknown): Promise<SavedAnswer | Refusal> => {
  if (!isRecord(input) || input['format'] !== savedAnswerFormat) {
    return refused(
      'format',
      `This is not an answer that crampwise saved: its "format" is not "${savedAnswerFormat}".`,
      'Give a file that "crampwise assess FILE --save ANSWER" wrote, or what POST /assess?record=true answered.',
    )
  }
  const read = savedAnswer.safeParse(input)
  if (!read.success) {
    return {
      problems: read.error.issues.map(({ path, message }): Problem => ({
        kind: 'wrong-shape',
        where: placeOf(path) === '' ? 'the file' : placeOf(path),
        message,
        remedy: 'Give the file as it was saved: nothing of it may be changed or left out.',
      })),
    }
  }
  const saved = input as unknown as SavedAnswer
  return (await hashIfShallow(saved.answer)) === saved.answerHash
    ? saved
    : refused(
        'answer',
        'The answer in this file is not the one that was saved: it does not have the hash that stands beside it.',
        'Get the file again from where it was saved first; this copy was changed.',
      )
}
