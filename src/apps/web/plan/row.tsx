import type { AssessedStatement } from '../../../assess/assess.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import type { Words } from '../messages/en.ts'
import { useWords } from '../messages/words.ts'
import { goTo } from '../state/use-route.ts'
import { labelOf } from '../state/facts.ts'
import { shapeOf, statusOf } from './status.ts'

/** Where a dose would be expected and the source gives none. */
const isSilent = ({ action }: AssessedStatement): boolean =>
  action !== undefined &&
  (action.kind === 'correct' || (action.kind === 'consider' && action['perWeek'] === undefined))

/** Numbers of the source and citations, as the button to the evidence names them. */
const basisWords = (
  { implements: numbers, references, outside }: AssessedStatement,
  words: Words,
): string =>
  [
    numbers.length > 0 ? numbers.join(' ') : '',
    references.length > 0 ? words.cites(references.join(', ')) : '',
    outside.length > 0 ? words.outsideEvidence : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')

/** What a contradiction or a caution offers in its place, when its words do not say so. */
const alternative = ({ kind, action }: AssessedStatement, words: Words): string =>
  kind === 'contraindication' && action?.words.includes('Instead') !== true
    ? ` ${words.noAlternative}`
    : ''

/** One statement of the plan: what to do, why, and on whose word. */
export const PlanRow = ({
  statement,
  number,
}: {
  readonly statement: AssessedStatement
  readonly number?: number
}) => {
  const words = useWords()
  const status = statusOf(statement)
  const text = statement.action?.words ?? statement.says
  return (
    <li className={`row status-${status}`} id={`row-${statement.id}`} tabIndex={-1}>
      <div className="row-status">
        <StatusMark shape={shapeOf(statement)} />
        <span>
          {number === undefined ? '' : `${String(number)} `}
          {words.status[status]}
        </span>
      </div>
      <div className="row-body">
        <h4>{clinicalText(statement.title)}</h4>
        {status === 'needData' ? (
          <p>
            {clinicalText(statement.says)}{' '}
            <span className="needs">
              {words.notKnown(statement.missing.map((id) => labelOf(id).toLowerCase()).join('; '))}
            </span>
          </p>
        ) : (
          <p className="row-words">
            {clinicalText(text)}
            {status === 'notIndicated' ? '' : alternative(statement, words)}
            {isSilent(statement) && <span className="chip silent">{words.sourceSilent}</span>}
          </p>
        )}
        <p className="because">
          <strong>{words.because}</strong> {clinicalText(statement.because)}{' '}
          <button
            type="button"
            className="basis"
            aria-label={words.evidenceOf(statement.title)}
            onClick={() => {
              goTo('evidence', statement.id)
            }}
          >
            {words.evidence}: {basisWords(statement, words)}
          </button>
        </p>
      </div>
    </li>
  )
}
