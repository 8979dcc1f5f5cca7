export { prove } from './prove.ts'
export type { ProveOptions } from './prove.ts'
export type { Example, ProofReport, PromiseResult, Survey, Verdict } from './result.ts'
export type { FactsJson } from './concrete.ts'
