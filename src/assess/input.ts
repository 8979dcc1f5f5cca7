import { distance } from 'fastest-levenshtein'
import type { Fact, PresenceFact, QuantityFact } from '../logic/fact.ts'
import type { Given, Problem } from '../logic/given.ts'
import { isRecord, quoted } from './json.ts'
import { readQuantity } from './quantity-input.ts'
import type { QuantityInput } from './quantity-input.ts'
import type { facts } from '../guideline/facts.ts'
import { questionWords } from './words.ts'

/** A presence as it is typed. `"unknown"` was asked and is not known: never assumed to be "no". */
export type PresenceInput = boolean | 'unknown'

/** Facts as they are typed: each may be left out. */
export type FactsInput = {
  readonly [F in (typeof facts)[number] as F['id']]?: F extends PresenceFact
    ? PresenceInput
    : QuantityInput
}

/** What an input gives, and every problem of it. */
export interface ReadInput {
  readonly given: Readonly<Record<string, Given>>
  readonly problems: readonly Problem[]
}

const readPresence = (fact: PresenceFact, value: unknown): Given | Problem =>
  value === true || value === false
    ? { finding: value ? 'true' : 'false' }
    : value === 'unknown'
      ? { finding: 'unknown' }
      : {
          kind: 'wrong-shape',
          where: fact.id,
          message: `${quoted(value)} does not say ${questionWords(fact)}.`,
          remedy: 'Give true, false or "unknown" (asked, not known), or leave it out.',
        }

const squeezed = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** The known name that is nearest to a mistyped one, when one is near enough to be meant. */
export const nearest = (name: string, names: readonly string[]): string | undefined => {
  const ranked = names
    .map((known) => ({ known, far: distance(squeezed(name), squeezed(known)) }))
    .sort((one, other) => one.far - other.far)
  const best = ranked[0]
  return best !== undefined && best.far <= Math.max(2, best.known.length / 3)
    ? best.known
    : undefined
}

const unknownName = (name: string, names: readonly string[]): Problem => {
  const near = nearest(name, names)
  return {
    kind: 'unknown-name',
    where: name,
    message: `There is no fact ${quoted(name)}.`,
    remedy:
      near === undefined
        ? 'Leave it out, or see the facts with "crampwise explain".'
        : `Did you mean ${quoted(near)}?`,
  }
}

/** Reads facts that were typed as JSON. Nothing is guessed and nothing dropped: all problems are listed. */
export const readFacts = (input: unknown, known: readonly Fact[], on: string): ReadInput => {
  if (!isRecord(input)) {
    return {
      given: {},
      problems: [
        {
          kind: 'wrong-shape',
          where: 'facts',
          message: `${quoted(input)} is not an object of facts.`,
          remedy: 'Give an object such as {"age": 58, "baclofenDose": 20, "eGfr": 78}.',
        },
      ],
    }
  }
  if ('resourceType' in input) {
    return {
      given: {},
      problems: [
        {
          kind: 'wrong-shape',
          where: 'resourceType',
          message: 'This is a FHIR resource, not an object of facts.',
          remedy: 'Use assessRecord() of "crampwise/fhir"; the command line reads both.',
        },
      ],
    }
  }
  const byId = new Map<string, Fact>(known.map((fact) => [fact.id, fact]))
  const given: Record<string, Given> = {}
  const problems: Problem[] = []
  for (const [name, value] of Object.entries(input)) {
    const fact = byId.get(name)
    if (fact === undefined) {
      problems.push(unknownName(name, [...byId.keys()]))
      continue
    }
    const read =
      fact.kind === 'presence' ? readPresence(fact, value) : readTyped(fact, value, on, problems)
    if (read === undefined) continue
    if ('finding' in read) given[name] = read
    else problems.push(read)
  }
  return { given, problems }
}

const readTyped = (
  fact: QuantityFact,
  value: unknown,
  on: string,
  problems: Problem[],
): Given | undefined => {
  const read = readQuantity(fact, value, on)
  problems.push(...read.problems)
  return read.given
}
