import { formatNumber } from '../../../logic/quantity.ts'
import type { TimeOfDay } from '../../../plan/split.ts'
import { tabletCounts, tabletWords } from '../../../plan/words.ts'
import { calendarWords } from '../messages/calendar.ts'
import { useCatalog } from '../messages/words.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { clinicianDate } from '../parts/dates.ts'
import type { EditedCalendar, RowEdit } from './edited.ts'

const times: readonly TimeOfDay[] = ['morning', 'midday', 'bedtime']

/** Each step with its days, doses and tablets; the day and the dose of a step can be changed. */
export const DoseTable = ({
  calendar,
  edits,
  onEdit,
}: {
  readonly calendar: EditedCalendar
  readonly edits: Readonly<Record<number, RowEdit>>
  readonly onEdit: (number: number, edit: RowEdit) => void
}) => {
  const words = useCatalog(calendarWords)
  return (
    <div className="scroll" role="region" aria-label={words.table} tabIndex={0}>
      <table className="doses">
        <caption>
          {clinicalText(
            words.caption(
              calendar.mgPerTablet.map((mg) => `${formatNumber(mg)} mg per tablet`).join(', '),
            ),
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.head.step}</th>
            <th scope="col">{words.head.from}</th>
            <th scope="col">{words.head.to}</th>
            <th scope="col">{words.head.morning}</th>
            <th scope="col">{words.head.midday}</th>
            <th scope="col">{words.head.bedtime}</th>
            <th scope="col">{words.head.total}</th>
            <th scope="col">{words.head.perWeek}</th>
            <th scope="col">{words.head.check}</th>
          </tr>
        </thead>
        <tbody>
          {calendar.steps.map((step) => (
            <tr key={step.number}>
              <th scope="row">{step.number}</th>
              <td>
                <input
                  className="no-print"
                  type="date"
                  aria-label={words.firstDayOf(step.number)}
                  value={edits[step.number]?.from ?? step.from}
                  onChange={(event) => {
                    onEdit(step.number, { ...edits[step.number], from: event.target.value })
                  }}
                />
                <span className="only-print">{clinicianDate(step.from)}</span>
              </td>
              <td>{step.until === undefined ? words.goesOn : clinicianDate(step.until)}</td>
              {times.map((at) => {
                const dose = step.doses.find((one) => one.at === at)
                return (
                  <td key={at}>
                    {dose === undefined ? (
                      words.none
                    ) : (
                      <>
                        <strong>{clinicalText(words.perDose(formatNumber(dose.mgPerDose)))}</strong>
                        : {tabletWords(dose.tablets)}
                      </>
                    )}
                  </td>
                )
              })}
              <td className="number">
                <input
                  className="no-print quantity"
                  type="text"
                  inputMode="decimal"
                  aria-label={words.doseOf(step.number)}
                  value={edits[step.number]?.mgPerDay ?? formatNumber(step.mgPerDay)}
                  onChange={(event) => {
                    onEdit(step.number, { ...edits[step.number], mgPerDay: event.target.value })
                  }}
                />
                <strong className="only-print">
                  {clinicalText(words.perDay(formatNumber(step.mgPerDay)))}
                </strong>
                {step.edited !== undefined && (
                  <p className="field-note doubtful">
                    {clinicalText(
                      calendar.kind === 'taper'
                        ? words.editedBy
                        : step.edited === 'outside source'
                          ? words.editedOutside(
                              formatNumber(calendar.stepMgPerDay),
                              formatNumber(calendar.ceilingMgPerDay),
                            )
                          : words.editedWithin,
                    )}
                  </p>
                )}
                {step.refused !== undefined && (
                  <p className="field-note wrong" role="alert">
                    {step.refused}
                  </p>
                )}
              </td>
              <td>
                {step.notMade === undefined
                  ? tabletCounts(step.tabletsPerWeek)
                  : step.notMade.message}
              </td>
              <td>
                {words.check[calendar.kind]} {step.before.join(' ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
