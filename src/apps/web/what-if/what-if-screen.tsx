import { useDeferredValue, useState } from 'react'
import type { Assessment } from '../../../assess/assess.ts'
import { useCatalog } from '../messages/words.ts'
import { whatIfWords } from '../messages/what-if.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { CopyText } from '../parts/copy-text.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import type { ScreenProps } from '../screens.tsx'
import { derive, isPlan } from '../state/derive.ts'
import type { Draft } from '../state/draft.ts'
import { labelOf, quantities } from '../state/facts.ts'
import { unitsOf } from '../state/units.ts'
import { tones } from './bands.ts'
import { tried } from './cuts.ts'
import { NowAndIf } from './now-and-if.tsx'
import { planChanges } from './plan-changes.ts'
import { shapeOfTone } from './ruler.tsx'
import { TrialField } from './trial-field.tsx'

const Legend = () => {
  const words = useCatalog(whatIfWords)
  return (
    <section className="legend" aria-label={words.legend}>
      <ul>
        {tones.map((tone) => (
          <li key={tone} className={`status-${tone}`}>
            <span className={`band key tone-${tone}`} aria-hidden="true" />{' '}
            <StatusMark shape={shapeOfTone[tone]} /> {words.legendOf[tone]}
          </li>
        ))}
      </ul>
      <p className="quiet">{words.marks}</p>
    </section>
  )
}

/** The trial as text: it says first that it is not the patient's. */
const trialText = (
  draft: Draft,
  trial: Draft,
  [now, then]: readonly [Assessment, Assessment],
  words: typeof whatIfWords,
): string => {
  const values = quantities.flatMap((fact) => {
    const typed = trial.quantities[fact.id]
    return typed === undefined || typed === draft.quantities[fact.id]
      ? []
      : [words.differs(labelOf(fact.id), `${typed.text} ${unitsOf(fact)[0]?.words ?? ''}`)]
  })
  const lines = planChanges(now, then).changes.map(
    ({ kind, title, after }) =>
      `- ${words[kind]}: ${title}${after?.action === undefined ? '' : `. ${after.action.words}`}`,
  )
  return clinicalText(
    [
      words.strip,
      words.said(values.length === 0 ? words.none : values.join('; ')),
      ...(lines.length === 0 ? [words.samePlan] : lines),
      words.strip,
    ].join('\n'),
  )
}

/** A trial on a copy of the patient: nothing of it is ever written back. */
export const WhatIfScreen = ({ state, derived }: ScreenProps) => {
  const words = useCatalog(whatIfWords)
  const [trial, setTrial] = useState(state.draft)
  // The box keeps up with the keys; the rulers follow as soon as they can.
  const shown = useDeferredValue(trial)
  const then = derive(shown, derived.on)
  const { plan } = derived
  const isTouched = trial !== state.draft
  return (
    <>
      <p className="what-if-strip">{words.strip}</p>
      <p className="quiet">{words.explain}</p>
      <div className="what-if">
        <div>
          <h3>{words.values}</h3>
          <Legend />
          {quantities.map(({ id }) => (
            <TrialField
              key={id}
              id={id}
              trial={trial}
              now={derived}
              then={then}
              change={(of, text) => {
                setTrial((before) => tried(before, of, text))
              }}
            />
          ))}
        </div>
        <div className="beside">
          <h3>{words.compare}</h3>
          <p>
            <button
              type="button"
              disabled={!isTouched}
              onClick={() => {
                setTrial(state.draft)
              }}
            >
              {words.reset}
            </button>
          </p>
          {!isPlan(plan) || !isPlan(then.plan) ? (
            <p className="failure">{words.noPlan}</p>
          ) : isTouched ? (
            <>
              <NowAndIf now={plan} then={then.plan} />
              <CopyText
                text={trialText(state.draft, shown, [plan, then.plan], words)}
                label={words.copy}
                rows={5}
              />
            </>
          ) : (
            <p>{words.nothing}</p>
          )}
        </div>
      </div>
      <p className="what-if-strip only-print">{words.strip}</p>
    </>
  )
}
