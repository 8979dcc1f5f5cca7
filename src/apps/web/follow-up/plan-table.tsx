import { followUpWords } from '../messages/follow-up.ts'
import { useCatalog } from '../messages/words.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { planChanges } from '../what-if/plan-changes.ts'
import type { Visit, VisitStatement } from './visit.ts'

/** What came to hold and what no longer does, each with what was and what is to be done. */
export const PlanTable = ({ before, now }: { readonly before: Visit; readonly now: Visit }) => {
  const words = useCatalog(followUpWords)
  const { changes } = planChanges(before, now)
  const told = (statement: VisitStatement | undefined): string =>
    statement?.holds === 'true'
      ? clinicalText(statement.action?.words ?? statement.title)
      : statement?.holds === 'unknown'
        ? words.undecided
        : words.notHeld
  if (changes.length === 0) return <p>{words.samePlan}</p>
  return (
    <div className="scroll" role="region" aria-label={words.plan} tabIndex={0}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{words.advice}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.now}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ id, title, kind, before: was, after: is }) => (
            <tr key={id}>
              <th scope="row">
                {clinicalText(title)} <span className="chip">{words.kinds[kind]}</span>
              </th>
              <td className="quiet">{told(was)}</td>
              <td>{told(is)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
