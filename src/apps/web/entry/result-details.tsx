import { useId } from 'react'
import { daysBetween, isCivilDate } from '../../../plan/dates.ts'
import type { QuantityFact } from '../../../logic/fact.ts'
import { useWords } from '../messages/words.ts'
import type { TypedQuantity } from '../state/draft.ts'
import { Age } from './origin.tsx'

/** When a result was taken, and the laboratory's own limit, where the reader has them. */
export const ResultDetails = ({
  fact,
  typed,
  label,
  on,
  change,
}: {
  readonly fact: QuantityFact
  readonly typed: TypedQuantity | undefined
  readonly label: string
  readonly on: string
  readonly change: (to: Partial<TypedQuantity>) => void
}) => {
  const words = useWords()
  const [dateId, limitId] = [useId(), useId()]
  const date = typed?.date ?? ''
  const hasLimit = fact.ownLimit === true
  return (
    <details className="result-details">
      <summary aria-label={`${hasLimit ? words.details : words.date}: ${label}`}>
        {hasLimit ? words.details : words.detailsDate}
        {isCivilDate(date) && <Age days={daysBetween(date, on)} />}
      </summary>
      <p>
        <label htmlFor={dateId}>{words.date}</label>
        <input
          id={dateId}
          type="date"
          max={on}
          value={date}
          onChange={(event) => {
            change({ date: event.target.value })
          }}
        />
      </p>
      {hasLimit && (
        <p>
          <label htmlFor={limitId}>{words.lowerLimit}</label>
          <input
            id={limitId}
            className="quantity"
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={typed?.lowerLimit ?? ''}
            onChange={(event) => {
              change({ lowerLimit: event.target.value })
            }}
          />
        </p>
      )}
    </details>
  )
}
