import type { Condition } from '../../logic/condition.ts'
import type { ArtifactInput } from './resource.ts'

/** Writes a condition as CQL in the names of the deciding library. */
export type Express = (condition: Condition) => string

/** CQL in which each name says from which library it is: what stands in a plan has no library around it. */
export const qualified = ({ decides }: ArtifactInput, cql: string): string =>
  cql.replace(/"(?:[^"\\]|\\.)*"/g, (name) => `${decides}.${name}`)

/** That an expression of the library is true. */
export const identified = (name: string) => ({
  kind: 'applicability',
  expression: { language: 'text/cql-identifier', expression: name },
})

/** That a piece of CQL is true. */
export const written = (cql: string) => ({
  kind: 'applicability',
  expression: { language: 'text/cql', expression: cql },
})
