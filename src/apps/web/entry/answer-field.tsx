import { useId } from 'react'
import { useWords } from '../messages/words.ts'
import type { Answer, Draft, PresenceId } from '../state/draft.ts'
import { answerOf } from '../state/derive.ts'
import { labelOf, presenceOf } from '../state/facts.ts'
import type { Edit } from '../state/reduce.ts'
import { Origin } from './origin.tsx'

const answers: readonly Answer[] = ['yes', 'no', 'unknown', 'unasked']

interface Props {
  readonly id: PresenceId
  readonly draft: Draft
  readonly on: string
  readonly edit: (edit: Edit) => void
}

/** A question with its four answers in sight: blank is never "no". */
export const AnswerField = ({ id, draft, on, edit }: Props) => {
  const words = useWords()
  const hint = useId()
  const answer = answerOf(draft, id)
  const label = labelOf(id)
  const { question } = presenceOf(id)
  const recorded = draft.record?.given[id]
  return (
    <fieldset className="field answers" aria-describedby={hint} id={`fact-${id}`} tabIndex={-1}>
      <legend>{label}</legend>
      <p id={hint} className="hint">
        {question}
      </p>
      <div className="choices">
        {answers.map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name={id}
              value={one}
              checked={answer === one}
              onChange={() => {
                edit({ kind: 'answered', answers: [[id, one]], label })
              }}
            />
            {words[one]}
          </label>
        ))}
      </div>
      {recorded !== undefined && draft.answers[id] === undefined && (
        <Origin given={recorded} on={on} />
      )}
    </fieldset>
  )
}

/** The same four answers in one line, for long lists. */
export const AnswerSelect = ({ id, draft, on, edit }: Props) => {
  const words = useWords()
  const answer = answerOf(draft, id)
  const { question } = presenceOf(id)
  const recorded = draft.record?.given[id]
  const isFromRecord = recorded !== undefined && draft.answers[id] === undefined
  return (
    <li className={`answer-line answer-${answer}`}>
      <label htmlFor={`fact-${id}`}>{question}</label>
      <select
        id={`fact-${id}`}
        value={answer}
        onChange={(event) => {
          const chosen = answers.find((one) => one === event.target.value) ?? 'unasked'
          edit({ kind: 'answered', answers: [[id, chosen]], label: labelOf(id) })
        }}
      >
        {answers.map((one) => (
          <option key={one} value={one}>
            {words[one]}
          </option>
        ))}
      </select>
      {isFromRecord && <Origin given={recorded} on={on} />}
    </li>
  )
}
