import { useState } from 'react'
import type { EditedCalendar } from '../calendar/edited.ts'
import type { HandoutWords } from './catalog.ts'
import { english } from './en.ts'
import { german } from './de.ts'
import { HandoutPage } from './page.tsx'
import { spanish } from './es.ts'

const languages: readonly HandoutWords[] = [english, spanish, german]

/** The print form for the patient: it conveys a plan that the clinician confirmed, and decides nothing. */
export const Handout = ({ calendar }: { readonly calendar: EditedCalendar }) => {
  const [confirmed, setConfirmed] = useState(false)
  const [lang, setLang] = useState('en')
  const words = languages.find((one) => one.lang === lang) ?? english
  return (
    <>
      <h3 className="no-print">Print for the patient</h3>
      <p className="no-print form-line">
        <label className="choice">
          <input
            type="checkbox"
            checked={confirmed}
            onChange={(event) => {
              setConfirmed(event.target.checked)
            }}
          />
          I have gone through this calendar and confirm it for this patient.
        </label>
        <label htmlFor="handout-language">Language</label>
        <select
          id="handout-language"
          value={lang}
          onChange={(event) => {
            setLang(event.target.value)
          }}
        >
          {languages.map((one) => (
            <option key={one.lang} value={one.lang}>
              {one.name}
              {one.lang === 'en' ? '' : ' (not clinically reviewed)'}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="primary"
          disabled={!confirmed}
          onClick={() => {
            window.print()
          }}
        >
          Print
        </button>
      </p>
      {confirmed && (
        <HandoutPage
          calendar={calendar}
          words={words}
          {...(words === english ? {} : { beside: english })}
        />
      )}
    </>
  )
}
