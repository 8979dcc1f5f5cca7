import { useWords } from '../messages/words.ts'
import type { Draft } from '../state/draft.ts'
import { answerOf } from '../state/derive.ts'
import type { Edit } from '../state/reduce.ts'
import { AnswerSelect } from './answer-field.tsx'
import { unaskedIn } from './groups.ts'
import type { groups } from './groups.ts'

/** Facts that are taken as absent: each can be answered, and the rest confirmed together. */
export const NoneOfThese = ({
  group,
  draft,
  on,
  edit,
}: {
  readonly group: (typeof groups)[number]
  readonly draft: Draft
  readonly on: string
  readonly edit: (edit: Edit) => void
}) => {
  const words = useWords()
  const open = unaskedIn(draft, group.facts)
  const present = group.facts.filter((id) => answerOf(draft, id) === 'yes').length
  const title = words.groups[group.name]
  const counts = [
    ...(present > 0 ? [words.present(present)] : []),
    ...(open.length > 0 ? [words.notAsked(open.length)] : []),
  ]
  return (
    <details className="group" id={`group-${group.name}`}>
      <summary>
        {title}
        <span className="chip">
          {counts.length === 0 ? words.noneConfirmed : counts.join(', ')}
        </span>
      </summary>
      {open.length > 0 && (
        <p className="confirm-none">
          <button
            type="button"
            onClick={() => {
              edit({
                kind: 'answered',
                answers: open.map((id) => [id, 'no']),
                label: words.noneOf(title),
              })
            }}
          >
            {words.confirmNone}
            <span className="visually-hidden">: {title}</span>
          </button>{' '}
          {words.assumed(open.length)}
        </p>
      )}
      <ul className="answer-list">
        {group.facts.map((id) => (
          <AnswerSelect key={id} id={id} draft={draft} on={on} edit={edit} />
        ))}
      </ul>
    </details>
  )
}
