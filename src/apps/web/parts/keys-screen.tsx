import { useState } from 'react'
import { areKeysOff, switchKeys } from './use-shortcuts.ts'

const keys = [
  ['/', 'The first empty field'],
  ['Alt+1 to Alt+6', 'Age, baclofen, days at this dose, eGFR, potassium, magnesium'],
  ['J and K', 'The next row of the plan and the one before'],
  ['E', 'The evidence for the row'],
  ['N', 'The note'],
  ['D', 'The dose calendar'],
  ['P', 'The pathway'],
  ['W', 'What if'],
  ['?', 'This list'],
  ['Esc', 'Back to the plan'],
] as const

/** Every key that does something. */
export const KeysScreen = () => {
  const [off, setOff] = useState(areKeysOff)
  return (
    <>
      <p>
        <label className="choice">
          <input
            type="checkbox"
            checked={off}
            onChange={(event) => {
              switchKeys(event.target.checked)
              setOff(event.target.checked)
            }}
          />
          Switch single keys off, until this window is closed
        </label>
      </p>
      <table>
        <caption className="visually-hidden">Keys</caption>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(([key, what]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">Single keys do nothing while something is typed.</p>
    </>
  )
}
