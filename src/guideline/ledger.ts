import type { ReadingNumber } from './readings.ts'
import type { SourceNumber } from './source.ts'

/**
 * Numbers that no statement implements, each with the reason. The ledger test fails when a number
 * of the source or of a reading stands neither here nor in a statement, or in both.
 */
export const notComputable: Partial<Record<SourceNumber | ReadingNumber, string>> = {
  R26: 'Not a statement: it is how every comparison with a bound is decided (src/logic/interval.ts) and how a laboratory value such as ">60" is read (src/fhir).',
}
