import { formatNumber } from '../../../logic/quantity.ts'
import { guideline } from '../../../guideline/index.ts'
import { followUpWords } from '../messages/follow-up.ts'
import { useCatalog } from '../messages/words.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { clinicianDate } from '../parts/dates.ts'
import { valueAt } from './visit.ts'
import type { Visit } from './visit.ts'

/** The visits, the newest first: what the chart shows, and which one today is compared with. */
export const VisitsTable = ({
  earlier,
  now,
  chosen,
  choose,
  remove,
}: {
  readonly earlier: readonly Visit[]
  readonly now: Visit
  readonly chosen: Visit
  readonly choose: (visit: Visit) => void
  readonly remove: (visit: Visit) => void
}) => {
  const words = useCatalog(followUpWords)
  const dayOf = ({ on }: Visit): string => (on === undefined ? words.noDate : clinicianDate(on))
  const doseOf = (visit: Visit): string => {
    const dose = valueAt(visit, 'baclofenDose')
    return dose === undefined ? words.notKnown : clinicalText(words.doseAt(formatNumber(dose)))
  }
  const crampsOf = ({ crampsPerWeek }: Visit): string =>
    crampsPerWeek === undefined ? words.notKnown : formatNumber(crampsPerWeek)
  return (
    <div className="scroll" role="region" aria-label={words.visits} tabIndex={0}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{words.date}</th>
            <th scope="col">{words.dose}</th>
            <th scope="col">{words.crampsAxis}</th>
            <th scope="col">{words.compareWith}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              {words.today}, {dayOf(now)}
            </th>
            <td>
              <strong>{doseOf(now)}</strong>
            </td>
            <td>
              <strong>{crampsOf(now)}</strong>
            </td>
            <td />
          </tr>
          {[...earlier].reverse().map((visit, index) => (
            // Two visits may have one day: only their place tells them apart.
            <tr key={index}>
              <th scope="row">
                {dayOf(visit)}
                {visit.version !== guideline.version && (
                  <p className="quiet">{words.olderRules(visit.version)}</p>
                )}
              </th>
              <td>{doseOf(visit)}</td>
              <td>{crampsOf(visit)}</td>
              <td>
                <label className="choice">
                  <input
                    type="radio"
                    name="compared"
                    checked={visit === chosen}
                    onChange={() => {
                      choose(visit)
                    }}
                  />
                  {words.compareWith}
                  <span className="visually-hidden"> {dayOf(visit)}</span>
                </label>{' '}
                <button
                  type="button"
                  className="no-print"
                  aria-label={words.removeOf(dayOf(visit))}
                  onClick={() => {
                    remove(visit)
                  }}
                >
                  {words.remove}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
