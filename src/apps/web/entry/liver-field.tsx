import type { Answer, Draft } from '../state/draft.ts'
import { answerOf } from '../state/derive.ts'
import type { Edit } from '../state/reduce.ts'

/** Liver disease and cirrhosis as one question: the two cannot be made to contradict each other. */
const choices: readonly {
  readonly words: string
  readonly liver: Answer
  readonly cirrhosis: Answer
}[] = [
  { words: 'None', liver: 'no', cirrhosis: 'no' },
  { words: 'Liver disease, no cirrhosis', liver: 'yes', cirrhosis: 'no' },
  { words: 'Cirrhosis, confirmed', liver: 'yes', cirrhosis: 'yes' },
  { words: 'Liver disease, cirrhosis not known', liver: 'yes', cirrhosis: 'unknown' },
  { words: 'Not known', liver: 'unknown', cirrhosis: 'unknown' },
  { words: 'Not asked', liver: 'unasked', cirrhosis: 'unasked' },
]

const chosenOf = (draft: Draft): string => {
  const liver = answerOf(draft, 'liverDisease')
  const cirrhosis = answerOf(draft, 'cirrhosis')
  if (cirrhosis === 'yes') return 'Cirrhosis, confirmed'
  if (liver === 'yes') {
    return cirrhosis === 'no' ? 'Liver disease, no cirrhosis' : 'Liver disease, cirrhosis not known'
  }
  return liver === 'no' ? 'None' : liver === 'unknown' ? 'Not known' : 'Not asked'
}

/** What is known of the liver. */
export const LiverField = ({
  draft,
  edit,
}: {
  readonly draft: Draft
  readonly edit: (edit: Edit) => void
}) => {
  const chosen = chosenOf(draft)
  return (
    <div className="field">
      <label htmlFor="fact-liverDisease">Liver disease</label>
      <select
        id="fact-liverDisease"
        value={chosen}
        onChange={(event) => {
          const choice = choices.find(({ words }) => words === event.target.value)
          if (choice === undefined) return
          edit({
            kind: 'answered',
            answers: [
              ['liverDisease', choice.liver],
              ['cirrhosis', choice.cirrhosis],
            ],
            label: 'Liver disease',
          })
        }}
      >
        {choices.map(({ words }) => (
          <option key={words} value={words}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
