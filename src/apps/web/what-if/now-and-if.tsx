import type { AssessedStatement, Assessment } from '../../../assess/assess.ts'
import { useCatalog, useWords } from '../messages/words.ts'
import { whatIfWords } from '../messages/what-if.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import { shapeOf, statusOf } from '../plan/status.ts'
import { planChanges } from './plan-changes.ts'

const Cell = ({ statement }: { readonly statement: AssessedStatement | undefined }) => {
  const words = useCatalog(whatIfWords)
  const { status } = useWords()
  if (statement === undefined || statement.holds === 'false') {
    return <td className="quiet">{words.absent}</td>
  }
  const is = statusOf(statement)
  return (
    <td className={`status-${is}`}>
      <span className="row-status">
        <StatusMark shape={shapeOf(statement)} /> {status[is]}
      </span>
      {statement.action !== undefined && <p>{clinicalText(statement.action.words)}</p>}
    </td>
  )
}

/** The plan as it is beside the plan as it would be: what is added, removed and changed. */
export const NowAndIf = ({
  now,
  then,
}: {
  readonly now: Assessment
  readonly then: Assessment
}) => {
  const words = useCatalog(whatIfWords)
  const { changes, same } = planChanges(now, then)
  return (
    <>
      {changes.length === 0 ? (
        <p>{words.samePlan}</p>
      ) : (
        <div className="scroll" role="region" aria-label={words.compare} tabIndex={0}>
          <table className="now-and-if">
            <thead>
              <tr>
                <th scope="col">{words.row}</th>
                <th scope="col">{words.now}</th>
                <th scope="col">{words.ifSo}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ id, title, before, after, kind }) => (
                <tr key={id} className={`change-${kind}`}>
                  <th scope="row">
                    {clinicalText(title)} <span className="chip">{words[kind]}</span>
                  </th>
                  <Cell statement={before} />
                  <Cell statement={after} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="quiet">{words.same(same)}</p>
    </>
  )
}
