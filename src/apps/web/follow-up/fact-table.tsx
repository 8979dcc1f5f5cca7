import { useState } from 'react'
import { followUpWords } from '../messages/follow-up.ts'
import { useCatalog } from '../messages/words.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { factChanges } from './compare-visits.ts'
import type { Visit } from './visit.ts'

/** What was known then beside what is known now. */
export const FactTable = ({ before, now }: { readonly before: Visit; readonly now: Visit }) => {
  const words = useCatalog(followUpWords)
  const [onlyChanged, setOnlyChanged] = useState(true)
  const changes = factChanges(before, now, words)
  const shown = onlyChanged ? changes.filter(({ kind }) => kind !== 'same') : changes
  return (
    <>
      <label className="choice no-print">
        <input
          type="checkbox"
          checked={onlyChanged}
          onChange={(event) => {
            setOnlyChanged(event.target.checked)
          }}
        />
        {words.onlyChanged}
      </label>
      {shown.length === 0 ? (
        <p>{words.nothingChanged}</p>
      ) : (
        <div className="scroll" role="region" aria-label={words.facts} tabIndex={0}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{words.fact}</th>
                <th scope="col">{words.before}</th>
                <th scope="col">{words.now}</th>
                <th scope="col">{words.change}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ id, label, before: was, now: is, kind, by }) => (
                <tr key={id}>
                  <th scope="row">{label}</th>
                  <td>{was === undefined ? words.notKnown : clinicalText(was)}</td>
                  <td>
                    <strong>{is === undefined ? words.notKnown : clinicalText(is)}</strong>
                  </td>
                  <td>{by === undefined ? words.factChange[kind] : clinicalText(by)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
