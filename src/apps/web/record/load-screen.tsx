import { useId, useState } from 'react'
import type { Problem } from '../../../logic/given.ts'
import { loadWords } from '../messages/side.ts'
import { useCatalog } from '../messages/words.ts'
import type { ScreenProps } from '../screens.tsx'
import { goTo } from '../state/use-route.ts'
import { loadRecord } from './load-record.ts'

/** Reads a record from a file or from pasted text. It is read in this window and sent nowhere. */
export const LoadScreen = ({ derived, edit }: ScreenProps) => {
  const words = useCatalog(loadWords)
  const [text, setText] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [fileId, textId] = [useId(), useId()]
  const load = (content: string, from: string): void => {
    const loaded = loadRecord(content, from, derived.on)
    if ('problems' in loaded) {
      setProblems(loaded.problems)
      return
    }
    // Another record is another patient: everything typed before is gone.
    edit({ kind: 'loaded', record: loaded.record })
    goTo('')
  }
  return (
    <>
      <p>
        {words.what} <strong>{words.wiped}</strong>
      </p>
      <p>
        {words.orSignIn} <a href="./launch.html">{words.signIn}</a>
        {words.whereSetUp}
      </p>
      <p className="form-line">
        <label htmlFor={fileId}>{words.file}</label>
        <input
          id={fileId}
          type="file"
          accept=".json,.ndjson,application/json,application/fhir+json"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file === undefined) return
            void file.text().then((content) => {
              load(content, 'file')
            })
          }}
        />
      </p>
      <p>
        <label htmlFor={textId}>
          <strong>{words.paste}</strong>
        </label>
      </p>
      <textarea
        id={textId}
        rows={12}
        cols={80}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
        }}
      />
      <p>
        <button
          type="button"
          className="primary"
          disabled={text.trim() === ''}
          onClick={() => {
            load(text, 'pasted text')
          }}
        >
          {words.read}
        </button>
      </p>
      {problems.length > 0 && (
        <div className="failure" role="alert">
          <p>{words.unreadable}</p>
          <ul>
            {problems.map(({ where, message, remedy }) => (
              <li key={`${where} ${message}`}>
                {where}: {message} {remedy}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
