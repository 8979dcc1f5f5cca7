import { useMemo } from 'react'
import { useWords } from '../messages/words.ts'
import { derive } from '../state/derive.ts'
import type { Derived } from '../state/derive.ts'
import { factOf, labelOf, quantities } from '../state/facts.ts'
import type { Edit, State } from '../state/reduce.ts'
import { differenceOf, differenceWords } from './summary.ts'

/** What was changed last and what that did to the plan, with the way back. */
export const ChangeLine = ({
  state,
  derived,
  edit,
}: {
  readonly state: State
  readonly derived: Derived
  readonly edit: (edit: Edit) => void
}) => {
  const words = useWords()
  const before = state.past.at(-1)
  const previous = useMemo(
    () => (before === undefined ? undefined : derive(before.draft, derived.on).plan),
    [before, derived.on],
  )
  if (previous === undefined) return <p className="change-line">&nbsp;</p>
  const label =
    state.edit === 'cleared'
      ? words.newPatient
      : factOf(state.edit) === undefined
        ? state.edit
        : labelOf(state.edit)
  const typed = quantities.find(({ id }) => id === state.edit)
  const value = typed === undefined ? '' : ` ${state.draft.quantities[typed.id]?.text ?? ''}`
  return (
    <p className="change-line">
      {words.lastChange(
        `${label}${value}`,
        differenceWords(differenceOf(previous, derived.plan), words),
      )}{' '}
      <button
        type="button"
        onClick={() => {
          edit({ kind: 'undone' })
        }}
      >
        {words.undo}
      </button>
    </p>
  )
}
