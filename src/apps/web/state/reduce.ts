import { emptyDraft } from './draft.ts'
import type { Answer, Draft, PresenceId, QuantityId, TypedQuantity } from './draft.ts'
import type { LoadedRecord } from './loaded-record.ts'

/** A change of what is known of the patient. */
export type Edit =
  | { readonly kind: 'typed'; readonly fact: QuantityId; readonly typed: TypedQuantity }
  | {
      readonly kind: 'answered'
      readonly answers: readonly (readonly [PresenceId, Answer])[]
      /** What was changed, for the line that says so. */
      readonly label: string
    }
  /** Back to what the record says of one fact. */
  | { readonly kind: 'restored'; readonly fact: QuantityId }
  /** Another patient: everything before is gone. */
  | { readonly kind: 'loaded'; readonly record: LoadedRecord }
  | { readonly kind: 'opened'; readonly draft: Draft; readonly label: string }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'undone' }

/** What is known now, and what it was before the last change. */
export interface State {
  readonly draft: Draft
  readonly past: readonly { readonly draft: Draft; readonly edit: string }[]
  /** What was changed last; consecutive keys in one field are one change. */
  readonly edit: string
}

/** The state of a page that was just opened. */
export const freshState: State = { draft: emptyDraft, past: [], edit: '' }

const kept = 50

/** Applies a change. A new patient never shares anything with the one before, undo included. */
export const reduce = (state: State, edit: Edit): State => {
  switch (edit.kind) {
    case 'typed':
      return next(state, edit.fact, {
        ...state.draft,
        quantities: { ...state.draft.quantities, [edit.fact]: edit.typed },
      })
    case 'answered':
      return next(state, edit.label, {
        ...state.draft,
        answers: { ...state.draft.answers, ...Object.fromEntries(edit.answers) },
      })
    case 'restored': {
      const { [edit.fact]: _typed, ...quantities } = state.draft.quantities
      return next(state, edit.fact, { ...state.draft, quantities })
    }
    case 'loaded':
      return { draft: { ...emptyDraft, record: edit.record }, past: [], edit: edit.record.from }
    case 'opened':
      return { draft: edit.draft, past: [], edit: edit.label }
    case 'cleared':
      return next(state, 'cleared', emptyDraft)
    case 'undone': {
      const last = state.past.at(-1)
      return last === undefined
        ? state
        : { draft: last.draft, past: state.past.slice(0, -1), edit: last.edit }
    }
  }
}

const next = (state: State, edit: string, draft: Draft): State => ({
  draft,
  edit,
  past:
    state.edit === edit && state.past.length > 0
      ? state.past
      : [...state.past, { draft: state.draft, edit: state.edit }].slice(-kept),
})
