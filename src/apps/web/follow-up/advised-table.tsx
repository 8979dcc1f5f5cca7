import type { Assessment } from '../../../assess/assess.ts'
import { followUpWords } from '../messages/follow-up.ts'
import { useCatalog, useWords } from '../messages/words.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import type { Answer } from '../state/draft.ts'
import { advisedAt } from './compare-visits.ts'
import type { Visit } from './visit.ts'

/** Whether what was advised was done: as it is told, kept by nobody. */
export type Done = Readonly<Record<string, Answer>>

const answers: readonly Answer[] = ['yes', 'no', 'unknown', 'unasked']

/** What was advised at an earlier visit, whether it was done, and whether it is still advised. */
export const AdvisedTable = ({
  before,
  plan,
  done,
  onDone,
}: {
  readonly before: Visit
  readonly plan: Assessment
  readonly done: Done
  readonly onDone: (id: string, answer: Answer) => void
}) => {
  const words = useCatalog(followUpWords)
  const page = useWords()
  const advised = advisedAt(before)
  const now = new Map(plan.statements.map((one) => [one.id, one.holds]))
  if (advised.length === 0) return <p>{words.noneAdvised}</p>
  return (
    <div className="scroll" role="region" aria-label={words.advised} tabIndex={0}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{words.advice}</th>
            <th scope="col">{words.done}</th>
            <th scope="col">{words.still}</th>
          </tr>
        </thead>
        <tbody>
          {advised.map(({ id, title, action }) => {
            const holds = now.get(id)
            return (
              <tr key={id}>
                <td>
                  <strong>{clinicalText(title)}</strong>
                  <p>{clinicalText(action?.words ?? '')}</p>
                </td>
                <td>
                  <select
                    aria-label={words.doneOf(title)}
                    value={done[id] ?? 'unasked'}
                    onChange={(event) => {
                      const answer = answers.find((one) => one === event.target.value)
                      onDone(id, answer ?? 'unasked')
                    }}
                  >
                    {answers.map((answer) => (
                      <option key={answer} value={answer}>
                        {page[answer]}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  {holds === 'true'
                    ? words.stillHolds
                    : holds === 'unknown'
                      ? words.undecided
                      : words.holdsNoMore}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
