import type { Action } from '../logic/action.ts'
import { all, not } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import type { Part } from '../logic/promise.ts'
import type { Statement } from '../logic/statement.ts'

/** A part of what a statement tells, with the condition that must not be false for it to be told. */
export interface StatementPart {
  readonly part: Part
  /** "urgent", "on hold", "says "In epilepsy: …"", "refers to hepatology". */
  readonly words: string
  /** The part is told unless this is false. */
  readonly condition: Condition
  /** What the statement itself writes for it. A specialty gives way to those named before it. */
  readonly own: Condition
}

const part = (told: Part, words: string, own: Condition, condition = own): StatementPart => ({
  part: told,
  words,
  condition,
  own,
})

const always: Condition = { op: 'all', of: [] }
const never: Condition = { op: 'any', of: [] }

/** Every part of what a statement tells that depends on the patient. */
export const partsOf = ({ action, urgentUnlessFalse }: Statement): readonly StatementPart[] => [
  ...(urgentUnlessFalse === undefined ? [] : [part('urgent', 'urgent', urgentUnlessFalse)]),
  ...(action.kind === 'taper' ? [part('on-hold', 'on hold', action.notWhile)] : []),
  ...(action.kind === 'refer'
    ? action.to.map(({ specialty, when = always }, place) => {
        const before = action.to.slice(0, place).map((entry) => not(entry.when ?? always))
        const words = `refers to ${specialty}`
        return part({ refersTo: specialty }, words, when, all(when, ...before))
      })
    : []),
  ...(action.also ?? []).map(({ when, words }) => part({ says: words }, `says "${words}"`, when)),
]

/** When a part is told: not where this is false. A part that the statement does not have is never told. */
export const partOf = (statement: Statement, wanted: Part): Condition => {
  if (wanted === 'urgent' && (statement.kind === 'emergency' || statement.kind === 'urgent')) {
    return always
  }
  const found = partsOf(statement).find(({ part: own }) =>
    typeof wanted === 'string' || typeof own === 'string'
      ? own === wanted
      : 'says' in wanted
        ? 'says' in own && own.says.startsWith(wanted.says)
        : 'refersTo' in own && own.refersTo === wanted.refersTo,
  )
  return found?.condition ?? never
}

/** What to put in the place of the condition of each part, by its place; undefined drops the part. */
export type ChangePart = (condition: Condition, place: number) => Condition | undefined

/** The statement with other conditions on the parts of what it tells. Places are those of `partsOf`. */
export const withParts = (statement: Statement, change: ChangePart): Statement => {
  const { urgentUnlessFalse, action, ...rest } = statement
  let place = 0
  const urgent = urgentUnlessFalse === undefined ? undefined : change(urgentUnlessFalse, place++)
  const onHold =
    action.kind === 'taper' ? { notWhile: change(action.notWhile, place++) ?? never } : {}
  const to =
    action.kind === 'refer'
      ? {
          to: action.to.flatMap((entry) => {
            const when = change(entry.when ?? always, place++)
            return when === undefined
              ? []
              : [{ ...entry, ...(entry.when === undefined ? {} : { when }) }]
          }),
        }
      : {}
  const also =
    action.also === undefined
      ? {}
      : {
          also: action.also.flatMap(({ when, words }) => {
            const changed = change(when, place++)
            return changed === undefined ? [] : [{ when: changed, words }]
          }),
        }
  return {
    ...rest,
    ...(urgent === undefined ? {} : { urgentUnlessFalse: urgent }),
    action: { ...action, ...onHold, ...to, ...also } as Action,
  }
}
