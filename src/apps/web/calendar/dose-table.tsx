import { formatNumber } from '../../../logic/quantity.ts'
import type { TimeOfDay } from '../../../plan/split.ts'
import { tabletCounts, tabletWords } from '../../../plan/words.ts'
import { clinicianDate } from '../parts/dates.ts'
import type { EditedCalendar, RowEdit } from './edited.ts'

const times: readonly TimeOfDay[] = ['morning', 'midday', 'bedtime']

const check = {
  titration: 'Before this step: check for side effects. If there are any, do not go up; call.',
  taper: 'Before this step: if unwell since the last, do not go down; call.',
}

/** Each step with its days, doses and tablets; the day and the dose of a step can be changed. */
export const DoseTable = ({
  calendar,
  edits,
  onEdit,
}: {
  readonly calendar: EditedCalendar
  readonly edits: Readonly<Record<number, RowEdit>>
  readonly onEdit: (number: number, edit: RowEdit) => void
}) => (
  <div className="scroll" role="region" aria-label="Steps of the calendar" tabIndex={0}>
    <table className="doses">
      <caption>
        Baclofen, tablets of{' '}
        {calendar.mgPerTablet.map((mg) => `${formatNumber(mg)} mg per tablet`).join(', ')}, by mouth
      </caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Morning</th>
          <th scope="col">Midday</th>
          <th scope="col">Bedtime</th>
          <th scope="col">Total, mg per day</th>
          <th scope="col">Tablets per week</th>
          <th scope="col">Check</th>
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
                aria-label={`First day of step ${String(step.number)}`}
                value={edits[step.number]?.from ?? step.from}
                onChange={(event) => {
                  onEdit(step.number, { ...edits[step.number], from: event.target.value })
                }}
              />
              <span className="only-print">{clinicianDate(step.from)}</span>
            </td>
            <td>{step.until === undefined ? 'goes on' : clinicianDate(step.until)}</td>
            {times.map((at) => {
              const dose = step.doses.find((one) => one.at === at)
              return (
                <td key={at}>
                  {dose === undefined ? (
                    'none'
                  ) : (
                    <>
                      <strong>{formatNumber(dose.mgPerDose)}&nbsp;mg per dose</strong>:{' '}
                      {tabletWords(dose.tablets)}
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
                aria-label={`Dose of step ${String(step.number)}, mg per day`}
                value={edits[step.number]?.mgPerDay ?? formatNumber(step.mgPerDay)}
                onChange={(event) => {
                  onEdit(step.number, { ...edits[step.number], mgPerDay: event.target.value })
                }}
              />
              <strong className="only-print">{formatNumber(step.mgPerDay)}&nbsp;mg per day</strong>
              {step.edited !== undefined && (
                <p className="field-note doubtful">
                  Edited
                  {calendar.kind === 'taper'
                    ? ' by the clinician'
                    : step.edited === 'outside source'
                      ? `: outside source (${formatNumber(calendar.stepMgPerDay)} mg per day each week, to ${formatNumber(calendar.ceilingMgPerDay)} mg per day)`
                      : ': within the source'}
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
              {check[calendar.kind]} {step.before.join(' ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
