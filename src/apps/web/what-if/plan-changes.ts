import type { Truth } from '../../../logic/truth.ts'

/** What is told of a statement in a plan. */
export interface Told {
  readonly id: string
  readonly title: string
  readonly holds: Truth
  readonly urgency: string
  readonly action?: { readonly words: string }
}

/** A statement that stands otherwise in one plan than in another. */
export interface PlanChange<S extends Told = Told> {
  readonly id: string
  readonly title: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly before?: S
  readonly after?: S
}

/** What is told of a statement: whether it holds, how soon, and what to do. */
const told = (statement: Told | undefined): string =>
  statement === undefined || statement.holds === 'false'
    ? ''
    : `${statement.holds} ${statement.urgency} ${statement.action?.words ?? ''}`

const kindOf = (before: Told | undefined, after: Told | undefined): PlanChange['kind'] =>
  after?.holds === 'true' && before?.holds !== 'true'
    ? 'added'
    : before?.holds === 'true' && after?.holds !== 'true'
      ? 'removed'
      : 'changed'

/** How one plan differs from another, in the order in which it is read; and how many lines are the same in both. */
export const planChanges = <S extends Told>(
  before: { readonly statements: readonly S[] },
  after: { readonly statements: readonly S[] },
): { readonly changes: readonly PlanChange<S>[]; readonly same: number } => {
  const was = new Map(before.statements.map((one) => [one.id, one]))
  const is = new Map(after.statements.map((one) => [one.id, one]))
  const ids = [...new Set([...is.keys(), ...was.keys()])]
  const changes = ids.flatMap((id): PlanChange<S>[] => {
    const [old, now] = [was.get(id), is.get(id)]
    if (told(old) === told(now)) return []
    return [
      {
        id,
        title: now?.title ?? old?.title ?? id,
        kind: kindOf(old, now),
        ...(old === undefined ? {} : { before: old }),
        ...(now === undefined ? {} : { after: now }),
      },
    ]
  })
  const same = ids.filter(
    (id) => is.get(id)?.holds === 'true' && told(is.get(id)) === told(was.get(id)),
  )
  return { changes, same: same.length }
}
