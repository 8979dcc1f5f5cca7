import type { AssessedStatement } from '../../../assess/assess.ts'
import { openEvidence } from '../evidence/opened.ts'
import { useCatalog } from '../messages/words.ts'
import { pathwayWords } from '../messages/pathway.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { labelOf } from '../state/facts.ts'
import { enterFact } from './enter-fact.ts'
import type { PatientWay, WayStep } from './patient-way.ts'

/** Where a step stands in the lists. */
export const stepId = (lane: string, step: string): string => `step-${lane}-${step}`

/** Statements of the guideline, each with a button to its evidence. */
export const StatementButtons = ({
  statements,
}: {
  readonly statements: readonly { readonly id: string; readonly title: string }[]
}) => (
  <ul className="step-statements">
    {statements.map(({ id, title }) => (
      <li key={id}>
        <button
          type="button"
          className="basis"
          onClick={() => {
            openEvidence(id)
          }}
        >
          {clinicalText(title)}
        </button>
      </li>
    ))}
  </ul>
)

const Question = ({ of, asks }: { readonly of: WayStep; readonly asks: string }) => {
  const words = useCatalog(pathwayWords)
  const { answer, missing, isLast } = of
  return (
    <>
      {clinicalText(asks)}{' '}
      {answer !== undefined && (
        <strong className={`answer-${answer}`}>
          {answer === 'true' ? words.yes : answer === 'false' ? words.no : words.unknown}
        </strong>
      )}
      {answer === 'unknown' && !isLast && <span className="quiet"> {words.goesOn}</span>}
      {of.because !== undefined && <p className="quiet">{clinicalText(of.because)}</p>}
      {answer === 'unknown' &&
        missing.map(({ id }) => (
          <button
            key={id}
            type="button"
            onClick={() => {
              enterFact(id)
            }}
          >
            {words.enter(labelOf(id))}
          </button>
        ))}
    </>
  )
}

/** A lane as a list: every step, the patient's numbered, each answer with its reason. */
export const LaneList = ({
  way: { lane, steps },
  held,
  laneTitle,
}: {
  readonly way: PatientWay
  readonly held: ReadonlyMap<string, AssessedStatement>
  readonly laneTitle: (id: string) => string | undefined
}) => {
  const words = useCatalog(pathwayWords)
  return (
    <section aria-label={lane.title}>
      <h4>{lane.title}</h4>
      <ol className="lane">
        {steps.map((one) => {
          const { step, number, isLast, answer } = one
          const isOn = number !== undefined
          const next = step.kind === 'advice' ? laneTitle(step.next ?? '') : undefined
          return (
            <li
              key={step.id}
              id={stepId(lane.id, step.id)}
              tabIndex={-1}
              className={isOn ? `step on-path answer-${answer ?? 'none'}` : 'step off-path'}
            >
              {isOn && <span className="badge">{answer === 'unknown' ? '?' : number}</span>}{' '}
              {step.kind === 'question' ? (
                <Question of={one} asks={step.asks} />
              ) : (
                <strong>{clinicalText(step.title)}</strong>
              )}{' '}
              {isLast && <span className="chip here">{words.here}</span>}
              {step.kind === 'advice' && (
                <StatementButtons
                  statements={step.statements.filter(({ id }) => !isOn || held.has(id))}
                />
              )}
              {next !== undefined && <p>{words.then(next)}</p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
