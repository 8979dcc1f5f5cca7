export type { SparkParts } from './parts.ts'
export { sparkDryRun, sweepOnSpark } from './run.ts'
export type { SparkOptions, SparkSummary } from './run.ts'
