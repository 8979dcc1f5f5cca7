import { useMemo, useState } from 'react'
import { calendarIcs, isNotAllowed, taperCalendar, titrationCalendar } from '../../../calendars.ts'
import type { PlanRefusal, TaperCalendar, TitrationCalendar } from '../../../calendars.ts'
import type { Assessment } from '../../../assess/assess.ts'
import { Handout } from '../handout/handout.tsx'
import { calendarWords } from '../messages/calendar.ts'
import { useCatalog } from '../messages/words.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { download } from '../parts/download.ts'
import type { ScreenProps } from '../screens.tsx'
import { isPlan } from '../state/derive.ts'
import { goTo } from '../state/use-route.ts'
import { DoseTable } from './dose-table.tsx'
import { editCalendar } from './edited.ts'
import type { RowEdit } from './edited.ts'
import { blankForm, OptionsForm } from './options-form.tsx'
import type { CalendarForm } from './options-form.tsx'
import { StepChart } from './step-chart.tsx'

type Kind = 'titration' | 'taper'

const numberOf = (text: string): number | undefined =>
  text.trim() === '' ? undefined : Number(text.trim().replace(',', '.'))

/** The calendar that a form asks for, or every reason why there is none. */
const made = (
  kind: Kind,
  plan: Assessment,
  form: CalendarForm,
): TitrationCalendar | TaperCalendar | PlanRefusal => {
  const shared = {
    start: form.start,
    ...(form.strengths.length === 0 ? {} : { strengths: form.strengths }),
    wholeTabletsOnly: form.wholeOnly,
    dosesPerDay: Number(form.dosesPerDay),
  }
  if (kind === 'titration') return titrationCalendar(plan, { ...shared, reviewed: form.reviewed })
  const [step, everyDays, to] = [form.step, form.everyDays, form.to].map(numberOf)
  // What is left out is named by the calendar itself: there is no default for it.
  return taperCalendar(plan, {
    ...shared,
    ...(step === undefined ? {} : { step }),
    ...(everyDays === undefined ? {} : { everyDays }),
    ...(to === undefined ? {} : { to }),
  } as Parameters<typeof taperCalendar>[1])
}

/** A dose calendar, up or down: made of tablets, changed by the clinician where needed, and printed. */
export const CalendarScreen = ({ route, derived }: ScreenProps) => {
  const words = useCatalog(calendarWords)
  const kind: Kind = route.rest === 'taper' ? 'taper' : 'titration'
  const [form, setForm] = useState(() => blankForm(derived.on))
  const [edits, setEdits] = useState<Readonly<Record<number, RowEdit>>>({})
  const [withDoses, setWithDoses] = useState(false)
  const { plan } = derived
  const calendar = useMemo(
    () => (isPlan(plan) ? made(kind, plan, form) : undefined),
    [plan, kind, form],
  )
  const change = (to: Partial<CalendarForm>): void => {
    setForm((before) => ({ ...before, ...to }))
    setEdits({})
  }
  if (!isPlan(plan) || calendar === undefined) {
    return <p>{words.noPlan}</p>
  }
  const needsReview = plan.statements.some(
    ({ id, holds }) => id === 'review-before-exceeding-15-mg' && holds === 'true',
  )
  const edited = 'problems' in calendar ? undefined : editCalendar(calendar, edits)
  return (
    <>
      <p className="choices no-print">
        {(['titration', 'taper'] as const).map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name="direction"
              checked={kind === one}
              onChange={() => {
                setEdits({})
                goTo('calendar', one === 'taper' ? 'taper' : '')
              }}
            />
            {one === 'titration' ? words.up : words.down}
          </label>
        ))}
      </p>
      <OptionsForm kind={kind} form={form} needsReview={needsReview} change={change} />
      {'problems' in calendar && (
        <div className="failure" role="status">
          <p>{isNotAllowed(calendar) ? words.notAllowed : words.needed}</p>
          <ul>
            {calendar.problems.map(({ where, message, remedy }) => (
              <li key={where}>{clinicalText(`${message} ${remedy}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {edited !== undefined && (
        <>
          {!edited.ready && (
            <p className="failure" role="alert">
              {words.notReady}
            </p>
          )}
          <StepChart calendar={edited} today={derived.on} />
          <DoseTable
            calendar={edited}
            edits={edits}
            onEdit={(number, edit) => {
              setEdits((before) => ({ ...before, [number]: edit }))
            }}
          />
          <h3>{words.prescriber}</h3>
          <ul>
            {[...edited.notes, ...('common' in edited ? edited.common.differs : [])].map((note) => (
              <li key={note}>{clinicalText(note)}</li>
            ))}
          </ul>
          <p className="no-print form-line">
            <button
              type="button"
              onClick={() => {
                download(
                  'medicine-plan.ics',
                  'text/calendar',
                  calendarIcs(edited, { doses: withDoses }),
                )
              }}
            >
              {words.download}
            </button>
            <label className="choice">
              <input
                type="checkbox"
                checked={withDoses}
                onChange={(event) => {
                  setWithDoses(event.target.checked)
                }}
              />
              {words.withDoses}
            </label>
          </p>
          {edited.ready && <Handout calendar={edited} />}
        </>
      )}
    </>
  )
}
