import { useState } from 'react'
import { intervalWords } from '../../../assess/words.ts'
import { guideline } from '../../../guideline/index.ts'
import { exactValue } from '../../../logic/interval.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { differenceOf } from '../plan/summary.ts'
import type { ScreenProps } from '../screens.tsx'
import { derive, isPlan } from '../state/derive.ts'
import type { QuantityId } from '../state/draft.ts'
import { cutsOf, tried } from './cuts.ts'
import { labelOf, quantities } from '../state/facts.ts'
import { unitsOf } from '../state/units.ts'

/** A ruler's ends: what an ordinary reader would try, not all that is possible. */
const ends: Readonly<Record<QuantityId, readonly [number, number]>> = {
  age: [18, 100],
  baclofenDose: [0, 40],
  daysAtDose: [0, 30],
  eGfr: [0, 120],
  potassium: [2, 6],
  magnesium: [0.3, 1.2],
}

/** A trial on a copy of the patient: nothing of it is ever written back. */
export const WhatIfScreen = ({ state, derived }: ScreenProps) => {
  const [trial, setTrial] = useState(state.draft)
  const [cuts] = useState(() =>
    Object.fromEntries(
      quantities.map(({ id }) => [id, cutsOf(state.draft, id, derived.on, ends[id])]),
    ),
  )
  const then = derive(trial, derived.on)
  if (!isPlan(derived.plan) || !isPlan(then.plan)) {
    return <p>There is no plan: the answers contradict each other.</p>
  }
  const { added, removed } = differenceOf(derived.plan, then.plan)
  const titles = new Map(guideline.statements.map(({ id, title }) => [id, title]))
  const list = (ids: readonly string[], none: string) =>
    ids.length === 0 ? (
      <p>{none}</p>
    ) : (
      <ul>
        {ids.map((id) => (
          <li key={id}>{clinicalText(titles.get(id) ?? id)}</li>
        ))}
      </ul>
    )
  return (
    <>
      <p className="failure what-if-strip">WHAT IF: not this patient’s data</p>
      {quantities.map((fact) => {
        const [least, most] = ends[fact.id]
        const unit = unitsOf(fact)[0]?.words ?? ''
        const finding = then.fields[fact.id].given?.finding
        const actual = derived.fields[fact.id].given?.finding
        const value = (typeof finding === 'object' ? exactValue(finding) : undefined) ?? least
        const set = (to: number): void => {
          setTrial(tried(trial, fact.id, to, fact.unit))
        }
        const here = cuts[fact.id] ?? []
        const down = here.filter(({ below }) => below < value).at(-1)
        const up = here.find(({ above }) => above > value)
        const label = labelOf(fact.id)
        return (
          <div key={fact.id} className="ruler">
            <label htmlFor={`trial-${fact.id}`}>
              <strong>{label}</strong>:{' '}
              {typeof finding === 'object'
                ? clinicalText(intervalWords(finding, fact.unit, fact.possible))
                : 'not known'}{' '}
              <span className="quiet">
                (patient:{' '}
                {typeof actual === 'object'
                  ? clinicalText(intervalWords(actual, fact.unit, fact.possible))
                  : 'not known'}
                )
              </span>
            </label>
            <input
              id={`trial-${fact.id}`}
              type="range"
              min={least}
              max={most}
              step={fact.resolution}
              value={value}
              list={`cuts-${fact.id}`}
              onChange={(event) => {
                set(Number(event.target.value))
              }}
            />
            <datalist id={`cuts-${fact.id}`}>
              {here.map(({ above }) => (
                <option key={above} value={above} />
              ))}
            </datalist>
            <span>
              <button
                type="button"
                disabled={down === undefined}
                aria-label={`${label}: next change down`}
                onClick={() => {
                  if (down !== undefined) set(down.below)
                }}
              >
                Next change down
              </button>{' '}
              <button
                type="button"
                disabled={up === undefined}
                aria-label={`${label}: next change up`}
                onClick={() => {
                  if (up !== undefined) set(up.above)
                }}
              >
                Next change up
              </button>{' '}
              <span className="quiet">
                Changes at{' '}
                {here.length === 0
                  ? 'no value'
                  : [...new Set(here.map(({ at }) => formatNumber(at)))].join(', ')}{' '}
                {unit}
              </span>
            </span>
          </div>
        )
      })}
      <div className="lanes" role="status">
        <section>
          <h3>Added</h3>
          {list(added, 'Nothing is added.')}
        </section>
        <section>
          <h3>Removed</h3>
          {list(removed, 'Nothing is removed.')}
        </section>
      </div>
    </>
  )
}
