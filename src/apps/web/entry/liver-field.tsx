import { useWords } from '../messages/words.ts'
import type { Answer, Draft } from '../state/draft.ts'
import { answerOf } from '../state/derive.ts'
import type { Edit } from '../state/reduce.ts'

/** Liver disease and cirrhosis as one question: the two cannot be made to contradict each other. */
const choices = {
  none: ['no', 'no'],
  noCirrhosis: ['yes', 'no'],
  cirrhosis: ['yes', 'yes'],
  cirrhosisUnknown: ['yes', 'unknown'],
  unknown: ['unknown', 'unknown'],
  unasked: ['unasked', 'unasked'],
} as const satisfies Readonly<Record<string, readonly [liver: Answer, cirrhosis: Answer]>>

type Choice = keyof typeof choices

const names = Object.keys(choices) as readonly Choice[]

const chosenOf = (draft: Draft): Choice => {
  const liver = answerOf(draft, 'liverDisease')
  const cirrhosis = answerOf(draft, 'cirrhosis')
  if (cirrhosis === 'yes') return 'cirrhosis'
  if (liver === 'yes') return cirrhosis === 'no' ? 'noCirrhosis' : 'cirrhosisUnknown'
  return liver === 'no' ? 'none' : liver
}

/** What is known of the liver. */
export const LiverField = ({
  draft,
  edit,
}: {
  readonly draft: Draft
  readonly edit: (edit: Edit) => void
}) => {
  const { liver: words } = useWords()
  const chosen = chosenOf(draft)
  return (
    <div className="field">
      <label htmlFor="fact-liverDisease">{words.label}</label>
      <select
        id="fact-liverDisease"
        value={chosen}
        onChange={(event) => {
          const name = names.find((one) => one === event.target.value)
          if (name === undefined) return
          const [liver, cirrhosis] = choices[name]
          edit({
            kind: 'answered',
            answers: [
              ['liverDisease', liver],
              ['cirrhosis', cirrhosis],
            ],
            label: words.label,
          })
        }}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {words[name]}
          </option>
        ))}
      </select>
    </div>
  )
}
