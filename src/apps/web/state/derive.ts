import { assessGiven } from '../../../assess/assess.ts'
import type { Assessment, Refusal } from '../../../assess/assess.ts'
import { picture } from '../../../assess/picture.ts'
import type { Picture } from '../../../assess/picture.ts'
import { guideline } from '../../../guideline/index.ts'
import type { Given, Problem } from '../../../logic/given.ts'
import type { Answer, Draft, QuantityId } from './draft.ts'
import { presences, quantities } from './facts.ts'
import { readField } from './read-quantity.ts'
import type { ReadField } from './read-quantity.ts'

/** Everything that follows from a draft on a day; it is computed again at each key. */
export interface Derived {
  readonly on: string
  readonly fields: Readonly<Record<QuantityId, ReadField>>
  readonly given: Readonly<Record<string, Given>>
  readonly picture: Picture
  readonly plan: Assessment | Refusal
}

const finding = (answer: Answer): Given | undefined =>
  answer === 'unasked'
    ? undefined
    : { finding: answer === 'yes' ? 'true' : answer === 'no' ? 'false' : 'unknown' }

/** A draft is never changed, only replaced: what followed from the one before still follows from it. */
const derived = new WeakMap<Draft, Derived>()

/** Reads a draft and assesses it. What is blank, impossible or unreadable counts as not known. */
export const derive = (draft: Draft, on: string): Derived => {
  const known = derived.get(draft)
  if (known?.on === on) return known
  const made = deriveAnew(draft, on)
  derived.set(draft, made)
  return made
}

const deriveAnew = (draft: Draft, on: string): Derived => {
  const given: Record<string, Given> = { ...draft.record?.given }
  const unlikely: Problem[] = []
  const fields = {} as Record<QuantityId, ReadField>
  const set = (id: string, value: Given | undefined): void => {
    if (value === undefined) Reflect.deleteProperty(given, id)
    else given[id] = value
  }
  for (const fact of quantities) {
    const typed = draft.quantities[fact.id]
    if (typed === undefined) {
      const recorded = given[fact.id]
      fields[fact.id] = {
        state: recorded === undefined ? 'blank' : 'fine',
        suggestions: [],
        ...(recorded === undefined ? {} : { given: recorded }),
      }
      continue
    }
    const field = readField(fact, typed, on)
    fields[fact.id] = field
    set(fact.id, field.given)
    if (field.state === 'unlikely') {
      const { message = '' } = field
      unlikely.push({ kind: 'unlikely', where: fact.id, message, remedy: '' })
    }
  }
  for (const { id } of presences) {
    const answer = draft.answers[id]
    if (answer !== undefined) set(id, finding(answer))
  }
  // A dose says by itself whether baclofen is taken.
  if (given['baclofenDose'] !== undefined) set('takesBaclofen', undefined)
  const why = draft.record?.why ?? new Map<string, string>()
  const problems = [...(draft.record?.problems ?? []), ...unlikely]
  return {
    on,
    fields,
    given,
    picture: picture(guideline, given, on, { why }),
    plan: assessGiven(given, { on, problems, why }),
  }
}

/** The answer that stands for a presence: what was answered, else what the record says. */
export const answerOf = (draft: Draft, id: (typeof presences)[number]['id']): Answer => {
  const answered = draft.answers[id]
  if (answered !== undefined) return answered
  const recorded = draft.record?.given[id]?.finding
  return recorded === 'true'
    ? 'yes'
    : recorded === 'false'
      ? 'no'
      : recorded === 'unknown'
        ? 'unknown'
        : 'unasked'
}

/** Whether a plan was made, or the input was refused as contradicting itself. */
export const isPlan = (plan: Assessment | Refusal): plan is Assessment => 'statements' in plan
