import type { Code, RecordRules } from '../../logic/record-rules.ts'
import { spoken } from './resource.ts'

const codesOf = ({ drug, medicines }: RecordRules): readonly Code[] => [
  ...drug.anyRoute,
  ...medicines.flatMap(({ codes }) => codes),
]

const parts = (what: string): readonly string[] => what.split(/, | and /)

/** A medicine as an order names it: by its ingredient code where the reading rules hold one. */
export const productOf = (rules: RecordRules, what: string) => {
  const found = codesOf(rules).filter(({ means }) => means === `${what} (ingredient)`)
  return found.length === 0
    ? spoken(what)
    : { coding: found.map(({ system, code }) => ({ system, code })), text: what }
}

/** Whether words name medicines, and nothing but medicines, that the reading rules know. */
export const isProduct = (rules: RecordRules, what: string): boolean => {
  const known = codesOf(rules)
  return parts(what).every((part) =>
    known.some(({ means }) => means.startsWith(part.replace(/s$/, ''))),
  )
}
