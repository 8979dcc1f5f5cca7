import { staleAfterDays } from '../../../guideline/limits.ts'
import type { Given } from '../../../logic/given.ts'
import { daysBetween, isCivilDate } from '../../../plan/dates.ts'
import { useWords } from '../messages/words.ts'
import { clinicianDate } from '../parts/dates.ts'

/** From this age on a result asks to be repeated, though it still counts. */
const repeatAfterDays = 30

/** How old a result is, and what that means. */
export const Age = ({ days }: { readonly days: number }) => (
  <span className={days > staleAfterDays ? 'chip stale' : 'chip'}>
    {days === 0 ? 'today' : `${String(days)} days old`}
    {days > staleAfterDays
      ? ': too old, counts as not known'
      : days >= repeatAfterDays
        ? ': consider repeating'
        : ''}
  </span>
)

/** Where a value of the record came from; and, when something else was typed, what the record says. */
export const Origin = ({
  given,
  on,
  instead,
}: {
  readonly given: Given
  readonly on: string
  readonly instead?: { readonly words: string; readonly restore: () => void }
}) => {
  const words = useWords()
  const { date, from, original, note } = given
  return (
    <p className="origin">
      {instead !== undefined && <span>{words.recordSays(instead.words)} </span>}
      {date !== undefined && isCivilDate(date) && (
        <>
          <span>{clinicianDate(date)}</span> <Age days={daysBetween(date, on)} />{' '}
        </>
      )}
      {from !== undefined && <span className="from">{from}</span>}
      {original !== undefined && <span> (as {original})</span>}
      {note !== undefined && <span> {note}</span>}
      {instead !== undefined && (
        <button type="button" onClick={instead.restore}>
          {words.useRecord}
        </button>
      )}
    </p>
  )
}
