import { intervalWords } from '../../../assess/words.ts'
import { exactValue } from '../../../logic/interval.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import { useCatalog, useWords } from '../messages/words.ts'
import { whatIfWords } from '../messages/what-if.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import type { Derived } from '../state/derive.ts'
import type { Draft, QuantityId } from '../state/draft.ts'
import { labelOf, quantityOf } from '../state/facts.ts'
import { wrongWith } from '../state/read-quantity.ts'
import { unitsOf } from '../state/units.ts'
import { bandAt, rulerOf } from './bands.ts'
import { BandList, RulerBar } from './ruler.tsx'

/** A ruler's ends: what an ordinary reader would try, not all that is possible. */
const ends: Readonly<Record<QuantityId, readonly [number, number]>> = {
  age: [10, 100],
  baclofenDose: [0, 40],
  daysAtDose: [0, 30],
  eGfr: [0, 120],
  potassium: [2, 6],
  magnesium: [0.3, 1.2],
}

const exactIn = (derived: Derived, id: QuantityId): number | undefined => {
  const finding = derived.fields[id].given?.finding
  return typeof finding === 'object' ? exactValue(finding) : undefined
}

/** One quantity to try: its ruler, and a box, a slider and two buttons to move the trial along it. */
export const TrialField = ({
  id,
  trial,
  now,
  then,
  change,
}: {
  readonly id: QuantityId
  readonly trial: Draft
  readonly now: Derived
  readonly then: Derived
  readonly change: (id: QuantityId, text: string) => void
}) => {
  const words = useCatalog(whatIfWords)
  const fact = quantityOf(id)
  const label = labelOf(id)
  const unit = unitsOf(fact)[0]
  const page = useWords()
  const spoken = page.spoken[fact.unit] ?? ''
  const [least, most] = ends[id]
  const ruler = rulerOf(trial, id, now.on, [least, most])
  const [actual, value] = [exactIn(now, id), exactIn(then, id)]
  const typed = trial.quantities[id]
  const text =
    typed !== undefined && typed.unit === fact.unit
      ? typed.text
      : value === undefined
        ? ''
        : formatNumber(value)
  const known = now.fields[id].given?.finding
  const down =
    value === undefined ? undefined : ruler.cuts.filter((cut) => cut.below < value).at(-1)
  const up = ruler.cuts.find((cut) => value === undefined || cut.above > value)
  const shown = {
    ruler,
    ends: ends[id],
    unit: unit?.words ?? '',
    actual,
    trial: value,
    actualBand: actual === undefined ? undefined : bandAt(ruler, actual),
    trialBand: value === undefined ? undefined : bandAt(ruler, value),
  }
  const message = wrongWith(then.fields[id], page)
  const messageId = `trial-note-${id}`
  return (
    <section className="ruler" aria-label={label}>
      <div className="ruler-head">
        <h4>{label}</h4>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className="quantity"
          aria-label={`${words.trial(label)}, ${spoken}`}
          aria-describedby={messageId}
          value={text}
          onChange={(event) => {
            change(id, event.target.value)
          }}
        />
        <span className="unit">{unit?.words}</span>
        <span className="quiet">
          {words.patientHas(
            typeof known === 'object'
              ? clinicalText(intervalWords(known, fact.unit, fact.possible))
              : words.notKnown,
          )}
        </span>
      </div>
      <p id={messageId} className="field-note doubtful">
        {message}
      </p>
      <div className="ruler-row">
        <button
          type="button"
          disabled={down === undefined}
          aria-label={words.downOf(label)}
          onClick={() => {
            if (down !== undefined) change(id, formatNumber(down.below))
          }}
        >
          <span aria-hidden="true">← </span>
          {words.down}
        </button>
        <div>
          <RulerBar {...shown} />
          <input
            type="range"
            aria-label={`${words.slider(label)}, ${spoken}`}
            min={least}
            max={most}
            step={fact.resolution}
            value={value ?? least}
            onChange={(event) => {
              change(id, formatNumber(Number(event.target.value)))
            }}
          />
        </div>
        <button
          type="button"
          disabled={up === undefined}
          aria-label={words.upOf(label)}
          onClick={() => {
            if (up !== undefined) change(id, formatNumber(up.above))
          }}
        >
          {words.up}
          <span aria-hidden="true"> →</span>
        </button>
      </div>
      <BandList {...shown} />
    </section>
  )
}
