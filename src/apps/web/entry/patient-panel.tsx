import { useWords } from '../messages/words.ts'
import type { Derived } from '../state/derive.ts'
import { answerOf } from '../state/derive.ts'
import type { Draft } from '../state/draft.ts'
import type { Edit } from '../state/reduce.ts'
import { AnswerField } from './answer-field.tsx'
import { essentialAnswers, essentialQuantities, groups, optionalAnswers } from './groups.ts'
import { LiverField } from './liver-field.tsx'
import { NoneOfThese } from './none-of-these.tsx'
import { FromCreatinine } from './from-creatinine.tsx'
import { QuantityField } from './quantity-field.tsx'

/** How many of the ten essentials are known. */
const essentialsKnown = (draft: Draft, derived: Derived): number => {
  const isSettled = (answer: string): boolean => answer === 'yes' || answer === 'no'
  return (
    essentialQuantities.filter((id) => derived.fields[id].given !== undefined).length +
    essentialAnswers.filter((id) => isSettled(answerOf(draft, id))).length +
    (isSettled(answerOf(draft, 'liverDisease')) ? 1 : 0)
  )
}

/** How many essentials there are. */
const essentialCount = essentialQuantities.length + essentialAnswers.length + 1

/** What is known of the patient, to be typed and answered. There is no submit: the plan follows each key. */
export const PatientPanel = ({
  draft,
  derived,
  edit,
}: {
  readonly draft: Draft
  readonly derived: Derived
  readonly edit: (edit: Edit) => void
}) => {
  const words = useWords()
  const { on } = derived
  const isDoseKnown = derived.fields.baclofenDose.given !== undefined
  const answered = optionalAnswers.filter((id) => answerOf(draft, id) !== 'unasked').length
  return (
    <section className="patient" aria-labelledby="patient-title">
      <h2 id="patient-title">
        {words.patient}{' '}
        <span className="quiet">
          {words.known(essentialsKnown(draft, derived), essentialCount)}
        </span>
      </h2>
      <div className="quantities">
        {essentialQuantities.map((id) => (
          <QuantityField
            key={id}
            id={id}
            draft={draft}
            field={derived.fields[id]}
            on={on}
            edit={edit}
          >
            {id === 'eGfr' && <FromCreatinine derived={derived} edit={edit} />}
          </QuantityField>
        ))}
      </div>
      {!isDoseKnown && <AnswerField id="takesBaclofen" draft={draft} on={on} edit={edit} />}
      {essentialAnswers.map((id) => (
        <AnswerField key={id} id={id} draft={draft} on={on} edit={edit} />
      ))}
      <LiverField draft={draft} edit={edit} />
      <details className="group" id="group-more">
        <summary>{words.more(answered)}</summary>
        {optionalAnswers.map((id) => (
          <AnswerField key={id} id={id} draft={draft} on={on} edit={edit} />
        ))}
      </details>
      {groups.map((group) => (
        <NoneOfThese key={group.name} group={group} draft={draft} on={on} edit={edit} />
      ))}
    </section>
  )
}
