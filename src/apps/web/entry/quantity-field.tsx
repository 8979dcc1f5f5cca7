import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useWords } from '../messages/words.ts'
import { intervalWords } from '../../../assess/words.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import { exactValue } from '../../../logic/interval.ts'
import type { Draft, QuantityId, TypedQuantity } from '../state/draft.ts'
import { labelOf, quantityOf } from '../state/facts.ts'
import { wrongWith } from '../state/read-quantity.ts'
import type { ReadField } from '../state/read-quantity.ts'
import type { Edit } from '../state/reduce.ts'
import { unitOf, unitsOf } from '../state/units.ts'
import { ResultDetails } from './result-details.tsx'
import { Origin } from './origin.tsx'
import { UnitPrompt } from './unit-prompt.tsx'

/** The text of a field: what was typed, else what the record says. */
const shownText = (typed: TypedQuantity | undefined, field: ReadField): string => {
  if (typed !== undefined) return typed.text
  const finding = field.given?.finding
  if (typeof finding !== 'object') return ''
  const exact = exactValue(finding)
  return exact === undefined ? '' : formatNumber(exact)
}

/**
 * A quantity: plain text, read at every key. Nothing is cut to a range, nothing turns with a wheel,
 * and a value that cannot be is kept as typed and said to be left out.
 */
export const QuantityField = ({
  id,
  draft,
  field,
  on,
  edit,
  children,
}: {
  readonly id: QuantityId
  readonly draft: Draft
  readonly field: ReadField
  readonly on: string
  readonly edit: (edit: Edit) => void
  /** Another way to come by the value. */
  readonly children?: ReactNode
}) => {
  const words = useWords()
  const note = useId()
  const [wanted, setWanted] = useState<string>()
  const fact = quantityOf(id)
  const typed = draft.quantities[id]
  const recorded = draft.record?.given[id]
  const unit = unitOf(fact, typed?.unit ?? fact.unit)
  const label = labelOf(id)
  const text = shownText(typed, field)
  const change = (to: Partial<TypedQuantity>): void => {
    // What is typed over an estimate is none.
    const { estimated, ...rest } = typed ?? {}
    const still =
      estimated === undefined || to.text !== undefined || to.unit !== undefined ? {} : { estimated }
    edit({ kind: 'typed', fact: id, typed: { text, unit: unit.code, ...rest, ...still, ...to } })
  }
  const chooseUnit = (code: string): void => {
    const same = unitOf(fact, code).factor === unit.factor
    if (text.trim() === '' || same) change({ unit: code })
    else setWanted(code)
  }
  const unexact =
    typed === undefined && typeof recorded?.finding === 'object' && text === ''
      ? intervalWords(recorded.finding, fact.unit, fact.possible)
      : undefined
  const notFound =
    typed === undefined && recorded === undefined ? draft.record?.why.get(id) : undefined
  const isWrong = field.state === 'impossible' || field.state === 'unreadable'
  const wrong = wrongWith(field, words)
  const inputId = `fact-${id}`
  return (
    <div className={`field state-${field.state}`}>
      <label htmlFor={inputId}>
        {label} <span className="visually-hidden">, {words.spoken[unit.code] ?? unit.words}</span>
      </label>
      <div className="field-line">
        <input
          id={inputId}
          className="quantity"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-describedby={note}
          aria-invalid={isWrong}
          onChange={(event) => {
            change({ text: event.target.value })
          }}
        />
        {unitsOf(fact).length === 1 ? (
          <span className="unit" aria-hidden="true">
            {unit.words}
          </span>
        ) : (
          <select
            className="unit"
            aria-label={words.unitOf(label)}
            value={wanted ?? unit.code}
            onChange={(event) => {
              chooseUnit(event.target.value)
            }}
          >
            {unitsOf(fact).map((one) => (
              <option key={one.code} value={one.code}>
                {one.words}
              </option>
            ))}
          </select>
        )}
        {fact.stale && (
          <ResultDetails fact={fact} typed={typed} label={label} on={on} change={change} />
        )}
      </div>
      {wanted !== undefined && (
        <UnitPrompt
          fact={fact}
          text={text}
          from={unit.code}
          to={wanted}
          onChoose={(chosen) => {
            setWanted(undefined)
            change({ text: chosen, unit: wanted })
          }}
        />
      )}
      <div id={note} className="field-notes">
        {typed?.estimated !== undefined && <p className="field-note">{typed.estimated}</p>}
        {unexact !== undefined && <p className="field-note">{words.fromRecord(unexact)}</p>}
        {notFound !== undefined && (
          <p className="field-note doubtful">{words.fromRecord(notFound)}</p>
        )}
        {field.canonical !== undefined && <p className="field-note">{field.canonical}</p>}
        {wrong !== undefined && (
          <p className={isWrong ? 'field-note wrong' : 'field-note doubtful'}>{wrong}</p>
        )}
      </div>
      {field.suggestions.length > 0 && (
        <p className="field-note prompt">
          {words.didYouMean}{' '}
          {field.suggestions.map((suggestion) => (
            <button
              key={suggestion.words}
              type="button"
              onClick={() => {
                change({ text: suggestion.text, unit: suggestion.unit })
              }}
            >
              {suggestion.words}
            </button>
          ))}
        </p>
      )}
      {children}
      {recorded !== undefined && (
        <Origin
          given={recorded}
          on={on}
          {...(typed === undefined || typeof recorded.finding !== 'object'
            ? {}
            : {
                instead: {
                  words: intervalWords(recorded.finding, fact.unit, fact.possible),
                  restore: () => {
                    edit({ kind: 'restored', fact: id })
                  },
                },
              })}
        />
      )}
    </div>
  )
}
