import { assess } from '../../../assess/assess.ts'
import type { Assessment, Refusal } from '../../../assess/assess.ts'
import type { FactsInput } from '../../../assess/input.ts'
import { isRecord } from '../../../assess/json.ts'
import type { Policy } from '../../../assess/policy.ts'
import { assessRecord } from '../../../assess/record.ts'
import type { GivenInput } from '../../../assess/saved-answer.ts'
import type { Problem } from '../../../logic/given.ts'

/** The parts of a body that names them: what is known, on which day, and what else is asked. */
const named = ['facts', 'record', 'on', 'options'] as const

/** What was sent about one person. */
export interface PersonInput {
  readonly facts?: unknown
  readonly record?: unknown
  readonly on?: unknown
  readonly options?: unknown
}

const isFhir = (value: unknown): boolean =>
  (isRecord(value) && 'resourceType' in value) ||
  (Array.isArray(value) && value.length > 0 && isRecord(value[0]) && 'resourceType' in value[0])

/** Tells apart facts, a FHIR record, and a body that names its parts. */
export const personInput = (value: unknown): PersonInput | Refusal => {
  if (isFhir(value)) return { record: value }
  if (!isRecord(value) || !named.some((name) => name in value)) return { facts: value }
  const problems = Object.keys(value)
    .filter((name) => !named.some((known) => known === name))
    .map((name): Problem => ({
      kind: 'unknown-name',
      where: name,
      message: '',
      remedy: `A body that names its parts has ${named.join(', ')}; or send the facts alone.`,
    }))
  return problems.length > 0 ? { problems } : value
}

/** Assesses what was sent, on the day that it names or on the day of the service. */
export const assessInput = (
  { facts, record, on }: PersonInput,
  today: string,
  policy: Policy | undefined,
): Assessment | Refusal => {
  if (on !== undefined && typeof on !== 'string') {
    return {
      problems: [
        { kind: 'wrong-shape', where: 'on', message: '', remedy: 'Write the day as YYYY-MM-DD.' },
      ],
    }
  }
  const options = { on: on ?? today, ...(policy === undefined ? {} : { policy }) }
  return record === undefined
    ? assess(facts ?? {}, options)
    : assessRecord(record, {
        ...options,
        ...(facts === undefined ? {} : { facts: facts as FactsInput }),
      })
}

/** What was known of the person, as it was sent, without the day and the options. */
export const givenOf = ({ facts, record }: PersonInput): GivenInput => ({
  ...(facts === undefined ? {} : { facts: facts as FactsInput }),
  ...(record === undefined ? {} : { record }),
})
