import { pathway } from '../../../guideline/pathway.ts'
import type { Lane, Step } from '../../../logic/pathway.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import type { ScreenProps } from '../screens.tsx'
import { isPlan } from '../state/derive.ts'
import { goTo } from '../state/use-route.ts'
import { walk } from './walk.ts'
import type { Answered } from './walk.ts'

const answerWords: Readonly<Record<Answered, string>> = {
  true: 'Yes',
  false: 'No',
  unknown: 'Not known',
}

const StepLine = ({
  step,
  number,
  isLast,
  answer,
  titles,
}: {
  readonly step: Step
  readonly number: number | undefined
  readonly isLast: boolean
  readonly answer: Answered | undefined
  readonly titles: ReadonlyMap<string, string>
}) => (
  <li
    className={number === undefined ? 'step off-path' : `step on-path answer-${answer ?? 'none'}`}
  >
    {number !== undefined && <span className="badge">{number}</span>}{' '}
    {step.kind === 'question' ? (
      <>
        {step.asks} {answer !== undefined && <strong>{answerWords[answer]}</strong>}
      </>
    ) : (
      <strong>{step.title}</strong>
    )}
    {isLast && <span className="chip">You are here</span>}
    {step.kind === 'advice' && (
      <ul>
        {step.statements
          .filter(({ id }) => number === undefined || titles.has(id))
          .map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                className="basis"
                onClick={() => {
                  goTo('evidence', id)
                }}
              >
                {clinicalText(title)}
              </button>
            </li>
          ))}
      </ul>
    )}
  </li>
)

const LaneList = ({
  lane,
  screen: { derived },
}: {
  readonly lane: Lane
  readonly screen: ScreenProps
}) => {
  const path = walk(lane, derived.picture.findings)
  const held = new Map(
    isPlan(derived.plan)
      ? derived.plan.statements
          .filter(({ holds }) => holds === 'true')
          .map(({ id, title }) => [id, title])
      : [],
  )
  return (
    <section aria-label={lane.title}>
      <h3>{lane.title}</h3>
      <ol className="lane">
        {lane.steps.map((step) => {
          const index = path.findIndex(({ id }) => id === step.id)
          return (
            <StepLine
              key={step.id}
              step={step}
              number={index === -1 ? undefined : index + 1}
              isLast={index !== -1 && index === path.length - 1}
              answer={path[index]?.answer}
              titles={held}
            />
          )
        })}
      </ol>
    </section>
  )
}

/** The whole pathway, with this patient's way through it; what lies beside stays readable. */
export const PathwayScreen = (props: ScreenProps) => (
  <>
    <p className="quiet">
      Numbered: the way of this patient. Gray: not taken. A way ends where an answer is awaited.
    </p>
    <div className="lanes">
      {pathway.lanes.map((lane) => (
        <LaneList key={lane.id} lane={lane} screen={props} />
      ))}
    </div>
  </>
)
