import { useId, useState } from 'react'
import { formatNumber } from '../../../logic/quantity.ts'
import { creatinineWords } from '../messages/creatinine.ts'
import { useCatalog } from '../messages/words.ts'
import { readNumber } from '../state/read-number.ts'
import { ckdEpi2021, creatinineUnits, possibleCreatinine } from './ckd-epi.ts'
import type { CreatinineUnit, Sex } from './ckd-epi.ts'

const units = Object.keys(creatinineUnits) as readonly CreatinineUnit[]

const sexes: readonly Sex[] = ['female', 'male']

type Words = typeof creatinineWords

/** The creatinine in mg/dL, or what is wrong with the text. */
const creatinineOf = (
  text: string,
  unit: CreatinineUnit,
  words: Words,
): { readonly value?: number; readonly problem?: string } => {
  const read = readNumber(text)
  if (read.kind === 'blank') return {}
  if (read.kind !== 'number' || read.comparator !== undefined) return { problem: words.notNumber }
  const value = read.value * creatinineUnits[unit]
  const [least, most] = possibleCreatinine.map((limit) =>
    formatNumber(Number((limit / creatinineUnits[unit]).toPrecision(2))),
  )
  return value < possibleCreatinine[0] || value > possibleCreatinine[1]
    ? { problem: words.impossible(least ?? '', most ?? '', words.units[unit]) }
    : { value }
}

/** An estimate of eGFR from creatinine: it is shown, and taken only when it is accepted. */
export const CreatinineEstimate = ({
  age,
  accept,
}: {
  /** In years; left out where it is not known exactly. */
  readonly age?: number
  readonly accept: (text: string, note: string) => void
}) => {
  const words = useCatalog(creatinineWords)
  const [text, setText] = useState('')
  const [unit, setUnit] = useState<CreatinineUnit>('mg/dL')
  const [sex, setSex] = useState<Sex>()
  const [creatinineId, noteId] = [useId(), useId()]
  const { value, problem } = creatinineOf(text, unit, words)
  if (age === undefined || age < 18) return <p className="field-note">{words.ageFirst}</p>
  const other = units.find((one) => one !== unit) ?? unit
  const estimate =
    value === undefined || sex === undefined ? undefined : formatNumber(ckdEpi2021(value, age, sex))
  return (
    <div className="estimate">
      <p className="field-line">
        <label htmlFor={creatinineId}>
          {words.creatinine}
          <span className="visually-hidden">, {words.spoken[unit]}</span>
        </label>
        <input
          id={creatinineId}
          className="quantity"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-describedby={noteId}
          aria-invalid={problem !== undefined}
          onChange={(event) => {
            setText(event.target.value)
          }}
        />
        <select
          className="unit"
          aria-label={words.unit}
          value={unit}
          onChange={(event) => {
            setUnit(units.find((one) => one === event.target.value) ?? 'mg/dL')
          }}
        >
          {units.map((one) => (
            <option key={one} value={one}>
              {words.units[one]}
            </option>
          ))}
        </select>
      </p>
      <p id={noteId} className={problem === undefined ? 'field-note' : 'field-note wrong'}>
        {problem ??
          (value === undefined
            ? ''
            : words.same(
                formatNumber(Number((value / creatinineUnits[other]).toPrecision(3))),
                words.units[other],
              ))}
      </p>
      <fieldset className="field answers">
        <legend>{words.sex}</legend>
        <div className="choices">
          {sexes.map((one) => (
            <label key={one} className="choice">
              <input
                type="radio"
                name="sex-for-estimate"
                checked={sex === one}
                onChange={() => {
                  setSex(one)
                }}
              />
              {words.sexes[one]}
            </label>
          ))}
        </div>
      </fieldset>
      {estimate !== undefined && sex !== undefined && (
        <>
          <p>
            <strong>{words.estimated(estimate)}</strong> <span className="quiet">{words.how}</span>
          </p>
          <button
            type="button"
            onClick={() => {
              accept(
                estimate,
                words.note(`${text.trim()} ${words.units[unit]}`, words.sexes[sex].toLowerCase()),
              )
            }}
          >
            {words.accept(estimate)}
          </button>
        </>
      )}
    </div>
  )
}
