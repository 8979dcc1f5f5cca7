import { memo } from 'react'
import type { AssessedStatement } from '../../../assess/assess.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import type { Words } from '../messages/en.ts'
import { useWords } from '../messages/words.ts'
import { goTo } from '../state/use-route.ts'
import { labelOf } from '../state/facts.ts'
import { shapeOf, statusOf } from './status.ts'
import type { Shape, Status } from './status.ts'

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

/** All that a row shows, as plain values: where none of them changed, nothing is drawn again. */
interface Shown {
  readonly id: string
  readonly title: string
  readonly status: Status
  readonly shape: Shape
  readonly words: string
  /** What is missing to decide it; left out where it is decided. */
  readonly needs: string | undefined
  readonly alternative: string
  readonly silent: boolean
  readonly because: string
  readonly basis: string
  readonly number: number | undefined
}

const Drawn = memo((shown: Shown) => {
  const words = useWords()
  const { id, title, status, number } = shown
  return (
    <li className={`row status-${status}`} id={`row-${id}`} tabIndex={-1}>
      <div className="row-status">
        <StatusMark shape={shown.shape} />
        <span>
          {number === undefined ? '' : `${String(number)} `}
          {words.status[status]}
        </span>
      </div>
      <div className="row-body">
        <h4>{clinicalText(title)}</h4>
        {shown.needs === undefined ? (
          <p className="row-words">
            {clinicalText(shown.words)}
            {shown.alternative}
            {shown.silent && <span className="chip silent">{words.sourceSilent}</span>}
          </p>
        ) : (
          <p>
            {clinicalText(shown.words)} <span className="needs">{words.notKnown(shown.needs)}</span>
          </p>
        )}
        <p className="because">
          <strong>{words.because}</strong> {clinicalText(shown.because)}{' '}
          <button
            type="button"
            className="basis"
            aria-label={words.evidenceOf(title)}
            onClick={() => {
              goTo('evidence', id)
            }}
          >
            {words.evidence}: {shown.basis}
          </button>
        </p>
      </div>
    </li>
  )
})
Drawn.displayName = 'Row'

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
  const needsData = status === 'needData'
  return (
    <Drawn
      id={statement.id}
      title={statement.title}
      status={status}
      shape={shapeOf(statement)}
      words={needsData ? statement.says : (statement.action?.words ?? statement.says)}
      needs={
        needsData ? statement.missing.map((id) => labelOf(id).toLowerCase()).join('; ') : undefined
      }
      alternative={status === 'notIndicated' ? '' : alternative(statement, words)}
      silent={isSilent(statement)}
      because={statement.because}
      basis={basisWords(statement, words)}
      number={number}
    />
  )
}
