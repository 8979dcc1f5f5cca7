import { useState } from 'react'
import { calendarWords } from '../messages/calendar.ts'
import { useCatalog } from '../messages/words.ts'
import type { EditedCalendar } from '../calendar/edited.ts'
import type { HandoutWords } from './catalog.ts'
import { english } from './en.ts'
import { german } from './de.ts'
import { HandoutPage } from './page.tsx'
import { spanish } from './es.ts'

const languages: readonly HandoutWords[] = [english, spanish, german]

/** The print form for the patient: it conveys a plan that the clinician confirmed, and decides nothing. */
export const Handout = ({ calendar }: { readonly calendar: EditedCalendar }) => {
  const page = useCatalog(calendarWords)
  const [confirmed, setConfirmed] = useState(false)
  const [lang, setLang] = useState('en')
  const words = languages.find((one) => one.lang === lang) ?? english
  return (
    <>
      <h3 className="no-print">{page.handout}</h3>
      <p className="no-print form-line">
        <label className="choice">
          <input
            type="checkbox"
            checked={confirmed}
            onChange={(event) => {
              setConfirmed(event.target.checked)
            }}
          />
          {page.confirm}
        </label>
        <label htmlFor="handout-language">{page.language}</label>
        <select
          id="handout-language"
          value={lang}
          onChange={(event) => {
            setLang(event.target.value)
          }}
        >
          {languages.map((one) => (
            <option key={one.lang} value={one.lang}>
              {one.lang === 'en' ? one.name : page.unreviewed(one.name)}
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
          {page.print}
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
