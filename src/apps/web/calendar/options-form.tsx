import type { ReactNode } from 'react'
import { calendarWords } from '../messages/calendar.ts'
import { useCatalog } from '../messages/words.ts'
import { clinicalText } from '../parts/clinical-text.ts'

/** What a calendar is made with, as typed. Where the source gives nothing there is no default. */
export interface CalendarForm {
  readonly start: string
  readonly strengths: readonly number[]
  readonly wholeOnly: boolean
  readonly dosesPerDay: string
  readonly reviewed: boolean
  readonly step: string
  readonly everyDays: string
  readonly to: string
}

/** A form that nobody has filled in, from a day on. */
export const blankForm = (on: string): CalendarForm => ({
  start: on,
  strengths: [],
  wholeOnly: false,
  dosesPerDay: '3',
  reviewed: false,
  step: '',
  everyDays: '',
  to: '',
})

/** Strengths in which tablets are common, mg per tablet. */
const common = [5, 10, 20]

const Line = ({ children }: { readonly children: ReactNode }) => (
  <p className="form-line">{children}</p>
)

/** The tablets at hand and the choices of the prescriber. */
export const OptionsForm = ({
  kind,
  form,
  needsReview,
  change,
}: {
  readonly kind: 'titration' | 'taper'
  readonly form: CalendarForm
  readonly needsReview: boolean
  readonly change: (to: Partial<CalendarForm>) => void
}) => {
  const words = useCatalog(calendarWords)
  const number = (name: 'step' | 'everyDays' | 'to', label: string, hint: string) => (
    <Line>
      <label htmlFor={`option-${name}`}>{label}</label>
      <input
        id={`option-${name}`}
        className="quantity"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={form[name]}
        onChange={(event) => {
          change({ [name]: event.target.value })
        }}
      />
      <span className="quiet">{hint}</span>
    </Line>
  )
  return (
    <div className="no-print options">
      <Line>
        <label htmlFor="option-start">{words.firstDay}</label>
        <input
          id="option-start"
          type="date"
          value={form.start}
          onChange={(event) => {
            change({ start: event.target.value })
          }}
        />
      </Line>
      <fieldset className="field">
        <legend>{words.tablets}</legend>
        <div className="choices">
          {common.map((mg) => (
            <label key={mg} className="choice">
              <input
                type="checkbox"
                checked={form.strengths.includes(mg)}
                onChange={(event) => {
                  change({
                    strengths: event.target.checked
                      ? [...form.strengths, mg]
                      : form.strengths.filter((one) => one !== mg),
                  })
                }}
              />
              {clinicalText(words.perTablet(mg))}
            </label>
          ))}
          <label className="choice">
            <input
              type="checkbox"
              checked={form.wholeOnly}
              onChange={(event) => {
                change({ wholeOnly: event.target.checked })
              }}
            />
            {words.wholeOnly}
          </label>
        </div>
      </fieldset>
      <Line>
        <label htmlFor="option-doses">{words.dosesPerDay}</label>
        <select
          id="option-doses"
          value={form.dosesPerDay}
          onChange={(event) => {
            change({ dosesPerDay: event.target.value })
          }}
        >
          <option value="3">{words.three}</option>
          <option value="2">{words.two}</option>
          <option value="1">{words.one}</option>
        </select>
        <span className="quiet">{words.splitSilent}</span>
      </Line>
      {kind === 'titration' && needsReview && (
        <label className="choice">
          <input
            type="checkbox"
            checked={form.reviewed}
            onChange={(event) => {
              change({ reviewed: event.target.checked })
            }}
          />
          {clinicalText(words.reviewed)}
        </label>
      )}
      {kind === 'taper' && (
        <>
          <p>
            <span className="chip silent">{words.silent}</span> {words.taperSilent}
          </p>
          {number('step', words.step, words.stepHint)}
          {number('everyDays', words.everyDays, words.everyDaysHint)}
          {number('to', words.to, words.toHint)}
        </>
      )}
    </div>
  )
}
