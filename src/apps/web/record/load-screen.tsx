import { useId, useState } from 'react'
import type { Problem } from '../../../logic/given.ts'
import type { ScreenProps } from '../screens.tsx'
import { goTo } from '../state/use-route.ts'
import { loadRecord } from './load-record.ts'

/** Reads a record from a file or from pasted text. It is read in this window and sent nowhere. */
export const LoadScreen = ({ derived, edit }: ScreenProps) => {
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
        A FHIR R4 Bundle, or resources one a line (NDJSON), of one person. It is read here and sent
        nowhere. <strong>Whatever was typed before is wiped.</strong>
      </p>
      <p>
        Or <a href="./launch.html">sign in at a record system</a>, where your site has set one up.
      </p>
      <p className="form-line">
        <label htmlFor={fileId}>File</label>
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
          <strong>Or pasted text</strong>
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
          Read it
        </button>
      </p>
      {problems.length > 0 && (
        <div className="failure" role="alert">
          <p>This record cannot be read; nothing was changed.</p>
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
