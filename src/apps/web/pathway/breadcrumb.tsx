import { pathway } from '../../../guideline/pathway.ts'
import { useCatalog } from '../messages/words.ts'
import { pathwayWords } from '../messages/pathway.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import type { Derived } from '../state/derive.ts'
import { goTo } from '../state/use-route.ts'
import { patientWay } from './patient-way.ts'
import type { WayStep } from './patient-way.ts'

/** How many steps before the last are named: what sent the patient here. */
const named = 2

/** Where the patient stands in each lane of the pathway, in a line each. */
export const Breadcrumb = ({ derived }: { readonly derived: Derived }) => {
  const words = useCatalog(pathwayWords)
  const crumb = ({ step, answer }: WayStep): string =>
    step.kind === 'question'
      ? `${step.asks} ${answer === 'true' ? words.yes : answer === 'false' ? words.no : words.unknown}`
      : step.title
  return (
    <nav className="breadcrumb" aria-label={words.where}>
      <ul>
        {pathway.lanes.map((lane) => {
          const passed = patientWay(lane, derived.picture)
            .steps.filter(({ number }) => number !== undefined)
            .sort((one, other) => (one.number ?? 0) - (other.number ?? 0))
          return (
            <li key={lane.id}>
              <strong>{words.wayOf(lane.title)}</strong>{' '}
              {passed.length > named + 1 && <span aria-hidden="true">… › </span>}
              {passed.slice(-named - 1).map((one) => (
                <span key={one.step.id} className={one.isLast ? 'crumb here' : 'crumb'}>
                  {clinicalText(crumb(one))}
                </span>
              ))}
            </li>
          )
        })}
      </ul>
      <button
        type="button"
        className="basis"
        onClick={() => {
          goTo('pathway')
        }}
      >
        {words.open}
      </button>
    </nav>
  )
}
