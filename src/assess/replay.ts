import { guideline } from '../guideline/index.ts'
import type { Assessment, Refusal } from './assess.ts'
import { definitionHash, hashOf } from './canonical.ts'
import { answerDifferences } from './replay-differences.ts'
import { assessGivenInput } from './saved-answer.ts'
import type { SavedAnswer } from './saved-answer.ts'
import { readSavedAnswer } from './saved-answer-input.ts'
import { version } from './version.ts'

/** Which program and which guideline made an answer. */
export interface MadeBy {
  readonly crampwise: string
  readonly guideline: string
  readonly definition: string
}

/** What came of making a saved answer again. */
export interface Replayed {
  /** The answer is the same to the last character. */
  readonly same: boolean
  /** The same version and the same definition made both: then they must be the same. */
  readonly sameProgram: boolean
  readonly on: string
  readonly saved: MadeBy
  readonly now: MadeBy
  /** Each difference in words; none where the answers are the same. */
  readonly differences: readonly string[]
  /** The answer of now; not there where the input is refused now. */
  readonly answer?: Assessment
}

const ofSaved = ({ crampwise, guideline: { version: of }, definition }: SavedAnswer): MadeBy => ({
  crampwise,
  guideline: of,
  definition,
})

/**
 * Makes a saved answer again from what it was made from, and tells every difference; or the problems
 * of what was given, when it is no saved answer or was changed since.
 */
export const replay = async (input: unknown): Promise<Replayed | Refusal> => {
  const saved = await readSavedAnswer(input)
  if ('problems' in saved) return saved
  const { on, policy, given, answer: before, answerHash } = saved
  const by = ofSaved(saved)
  const now: MadeBy = {
    crampwise: version,
    guideline: guideline.version,
    definition: await definitionHash(guideline),
  }
  const sameProgram = by.crampwise === now.crampwise && by.definition === now.definition
  const common = { sameProgram, on, saved: by, now }
  const answer = await assessGivenInput(given, { on, ...(policy === undefined ? {} : { policy }) })
  if (!('statements' in answer)) {
    return {
      ...common,
      same: false,
      differences: answer.problems.map(
        ({ where, message, remedy }) =>
          `What was given is refused now, at ${where}: ${message} ${remedy}`,
      ),
    }
  }
  return (await hashOf(answer)) === answerHash
    ? { ...common, same: true, differences: [], answer }
    : { ...common, same: false, differences: answerDifferences(before, answer), answer }
}
