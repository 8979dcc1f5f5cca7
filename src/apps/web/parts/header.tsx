import { guideline } from '../../../guideline/index.ts'
import { outOfDate } from '../../../assess/status.ts'
import { useWords } from '../messages/words.ts'
import type { Edit } from '../state/reduce.ts'
import { goTo } from '../state/use-route.ts'
import { clinicianDate } from './dates.ts'

/** What this is, which rules it follows, whether they are out of date, and its limits: on every screen. */
export const Header = ({
  on,
  edit,
}: {
  readonly on: string
  readonly edit: (edit: Edit) => void
}) => {
  const words = useWords()
  return (
    <>
      <header className="top">
        <h1>{words.title}</h1>
        <p className="rules">
          {words.rules(guideline.version, clinicianDate(guideline.reviewBy))} · {clinicianDate(on)}
        </p>
        <nav aria-label={words.patient}>
          <button
            type="button"
            onClick={() => {
              goTo('load')
            }}
          >
            {words.load}
          </button>
          <button
            type="button"
            onClick={() => {
              edit({ kind: 'cleared' })
              goTo('')
            }}
          >
            {words.newPatient}
          </button>
          <button
            type="button"
            onClick={() => {
              goTo('limits')
            }}
          >
            {words.limits}
          </button>
        </nav>
        <p className="intended">{words.intended}</p>
      </header>
      {outOfDate(on) !== undefined && (
        <p role="alert" className="review-due">
          {words.reviewDue(clinicianDate(guideline.reviewBy))}
        </p>
      )}
    </>
  )
}
