import { useState } from 'react'
import { Chips } from './entry/chips.tsx'
import { PatientPanel } from './entry/patient-panel.tsx'
import { useWords } from './messages/words.ts'
import { FailureGuard } from './parts/failure-guard.tsx'
import { Banners } from './plan/banners.tsx'
import { ChangeLine } from './plan/change-line.tsx'
import { PlanPanel } from './plan/plan-panel.tsx'
import { isPlan } from './state/derive.ts'
import type { Derived } from './state/derive.ts'
import { quantities } from './state/facts.ts'
import type { Edit, State } from './state/reduce.ts'
import { useMedia } from './state/use-media.ts'

/** The inputs that count, and all that were entered. */
const inputCounts = ({ draft }: State, derived: Derived): readonly [number, number] => {
  const used = Object.keys(derived.given).length
  const withheld = quantities.filter(
    ({ id }) =>
      (draft.quantities[id]?.text ?? '').trim() !== '' && derived.fields[id].given === undefined,
  ).length
  return [used, used + withheld]
}

/** The screen for sixty seconds: what is known on one side, the plan on the other. */
export const Workbench = ({
  state,
  derived,
  edit,
}: {
  readonly state: State
  readonly derived: Derived
  readonly edit: (edit: Edit) => void
}) => {
  const words = useWords()
  const isNarrow = useMedia('(max-width: 47.5rem)')
  const { plan } = derived
  const [used, entered] = inputCounts(state, derived)
  // Open for a new patient; from then on only the reader folds it, never a key that is typed in it.
  const [isOpen] = useState(used === 0)
  const panel = <PatientPanel draft={state.draft} derived={derived} edit={edit} />
  const inputs = isNarrow ? (
    <div key="inputs">
      <Chips derived={derived} />
      <details className="inputs" open={isOpen}>
        <summary>{words.patient}</summary>
        {panel}
      </details>
    </div>
  ) : (
    <div key="inputs">{panel}</div>
  )
  const answer = (
    <section key="plan" className="plan" aria-labelledby="plan-title">
      <h2 id="plan-title">
        {words.plan} <span className="quiet">{words.basedOn(used, entered)}</span>
      </h2>
      <ChangeLine state={state} derived={derived} edit={edit} />
      <FailureGuard of={plan}>
        {isPlan(plan) ? (
          <PlanPanel plan={plan} derived={derived} />
        ) : (
          <div role="alert" className="failure">
            <p>{words.contradiction}</p>
            <ul>
              {plan.problems.map(({ where, message, remedy }) => (
                <li key={`${where} ${message}`}>
                  {message} {remedy}
                </li>
              ))}
            </ul>
          </div>
        )}
      </FailureGuard>
    </section>
  )
  return (
    <>
      {isPlan(plan) && <Banners plan={plan} inputs={used} />}
      <div className="columns">{isNarrow ? [answer, inputs] : [inputs, answer]}</div>
    </>
  )
}
