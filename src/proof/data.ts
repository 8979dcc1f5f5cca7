import type { Definition } from '../logic/definition.ts'
import type { Claim } from '../logic/promise.ts'

/**
 * What breaks a claim that is settled by reading the statements, without any patient: one sentence
 * for each fault found. Any other claim has none.
 */
export const dataFaults = (definition: Definition, claim: Claim): readonly string[] => {
  if (claim.op === 'only') {
    const named = new Set(claim.of.map(({ id }) => id))
    return definition.statements
      .filter(({ id, action }) => action.kind === claim.action && !named.has(id))
      .map(({ id }) => `"${id}" has an action of kind ${claim.action} and is not named here.`)
  }
  if (claim.op !== 'unnamed') return []
  const medicine = claim.medicine.toLowerCase()
  const names = (value: unknown): boolean => JSON.stringify(value).toLowerCase().includes(medicine)
  const faults = definition.statements
    .filter(({ action }) => action.kind !== 'avoid')
    .filter(({ title, says, action }) => names([title, says, action]))
    .map(({ id }) => `"${id}" names ${claim.medicine}, and not to avoid it.`)
  const avoided = definition.statements.some(
    ({ kind, action }) =>
      kind === 'contraindication' && action.kind === 'avoid' && names(action.what),
  )
  return avoided ? faults : [...faults, `No contraindication says to avoid ${claim.medicine}.`]
}
