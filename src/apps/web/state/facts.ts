import { facts } from '../../../guideline/facts.ts'
import type { Fact, PresenceFact, QuantityFact } from '../../../logic/fact.ts'
import type { PresenceId, QuantityId } from './draft.ts'

const all: readonly Fact[] = facts
const byId: ReadonlyMap<string, Fact> = new Map(all.map((fact) => [fact.id, fact]))

/** The fact of that name. */
export const factOf = (id: string): Fact | undefined => byId.get(id)

/** The measured facts, in the guideline's order. */
export const quantities = all.filter(
  (fact): fact is QuantityFact & { readonly id: QuantityId } => fact.kind === 'quantity',
)

/** The facts that are there or not, in the guideline's order. */
export const presences = all.filter(
  (fact): fact is PresenceFact & { readonly id: PresenceId } => fact.kind === 'presence',
)

/** The measured fact of that name. */
export const quantityOf = (id: QuantityId): QuantityFact & { readonly id: QuantityId } =>
  quantities.find((fact) => fact.id === id) as QuantityFact & { readonly id: QuantityId }

/** The presence of that name. */
export const presenceOf = (id: PresenceId): PresenceFact & { readonly id: PresenceId } =>
  presences.find((fact) => fact.id === id) as PresenceFact & { readonly id: PresenceId }

/** What a fact is called on a label: its words, with a capital. */
export const labelOf = (id: string): string => {
  const fact = byId.get(id)
  const words = fact === undefined ? id : (labels[id] ?? fact.words)
  // Its small letter is part of the name.
  if (words.startsWith('eGFR')) return words
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

const labels: Readonly<Record<string, string>> = {
  baclofenDose: 'baclofen by mouth, in all',
  crampsPersist: 'cramps still occur at this dose',
  baclofenSideEffects: 'side effects of baclofen',
  physicalMeasuresTried: 'stretching, massage and ice tried',
  waterAndSodiumDepletion: 'depleted of water and sodium',
  takesBaclofen: 'takes baclofen by mouth',
  liverDisease: 'liver disease',
  cirrhosis: 'cirrhosis',
  anxiety: 'anxiety',
  muscleSpasm: 'muscle spasm',
  musclePain: 'muscle pain',
  onDialysis: 'dialysis',
}
