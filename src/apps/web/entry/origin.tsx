import { staleAfterDays } from '../../../guideline/limits.ts'
import type { Given } from '../../../logic/given.ts'
import { daysBetween, isCivilDate } from '../../../plan/dates.ts'
import { useWords } from '../messages/words.ts'
import { clinicianDate } from '../parts/dates.ts'

/** From this age on a result asks to be repeated, though it still counts. */
const repeatAfterDays = 30

/** How old a result is, and what that means. */
export const Age = ({ days }: { readonly days: number }) => {
  const words = useWords()
  const age = days === 0 ? words.today : words.daysOld(days)
  return (
    <span className={days > staleAfterDays ? 'chip stale' : 'chip'}>
      {days > staleAfterDays
        ? words.tooOld(age)
        : days >= repeatAfterDays
          ? words.repeat(age)
          : age}
    </span>
  )
}

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
      {original !== undefined && <span> {words.asWritten(original)}</span>}
      {note !== undefined && <span> {note}</span>}
      {instead !== undefined && (
        <button type="button" onClick={instead.restore}>
          {words.useRecord}
        </button>
      )}
    </p>
  )
}
