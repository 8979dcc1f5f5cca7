import type { ReactNode } from 'react'

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
        <label htmlFor="option-start">First day of the first step</label>
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
        <legend>Tablets at hand</legend>
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
              {mg}&nbsp;mg per tablet
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
            Whole tablets only
          </label>
        </div>
      </fieldset>
      <Line>
        <label htmlFor="option-doses">Doses per day</label>
        <select
          id="option-doses"
          value={form.dosesPerDay}
          onChange={(event) => {
            change({ dosesPerDay: event.target.value })
          }}
        >
          <option value="3">3: morning, midday, bedtime</option>
          <option value="2">2: morning and bedtime</option>
          <option value="1">1: at bedtime</option>
        </select>
        <span className="quiet">The source does not say how a day is split.</span>
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
          I have checked weakness, urinary function, cognition and sedation, and decided to go above
          15&nbsp;mg per&nbsp;day.
        </label>
      )}
      {kind === 'taper' && (
        <>
          <p>
            <span className="chip silent">Source silent</span> The source asks for a slow taper and
            gives no schedule: the prescriber chooses step and interval.
          </p>
          {number(
            'step',
            'Less at each step, mg per day',
            'Commonly 5 to 10 mg per day (outside evidence)',
          )}
          {number('everyDays', 'Days between steps', 'Commonly 7 (outside evidence)')}
          {number('to', 'Last dose, mg per day', 'Blank: what the plan asks for')}
        </>
      )}
    </div>
  )
}
