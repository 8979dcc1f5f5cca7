import { useState } from 'react'
import { keysWords } from '../messages/side.ts'
import { useCatalog } from '../messages/words.ts'
import { areKeysOff, switchKeys } from './use-shortcuts.ts'

/** Every key that does something. */
export const KeysScreen = () => {
  const words = useCatalog(keysWords)
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
          {words.off}
        </label>
      </p>
      <table>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.key}</th>
            <th scope="col">{words.does}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(words.keys).map(([key, what]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{words.typing}</p>
    </>
  )
}
