/**
 * crampwise: decision support for muscle cramps that persist despite baclofen.
 *
 * @module
 */
export { assess } from './assess/assess.ts'
export type { Assessment, AssessedStatement, AssessOptions, Refusal } from './assess/assess.ts'
export { replay } from './assess/replay.ts'
export type { MadeBy, Replayed } from './assess/replay.ts'
export { assessAndSave } from './assess/saved-answer.ts'
export type { GivenInput, SavedAnswer } from './assess/saved-answer.ts'
export type { FactsInput, PresenceInput } from './assess/input.ts'
export type { QuantityInput } from './assess/quantity-input.ts'
export type { Ask } from './assess/ask.ts'
export type { Change } from './assess/changes.ts'
export type { ComputedAction } from './assess/action.ts'
export type { TraceJson } from './assess/trace-json.ts'
export type { UsedFact } from './assess/facts-json.ts'
export type { Policy } from './assess/policy.ts'
export { readPolicy } from './assess/policy.ts'
export type { Problem } from './logic/given.ts'
export type { Truth } from './logic/truth.ts'
export { guideline } from './guideline/index.ts'
