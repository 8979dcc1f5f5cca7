import { useId, useState } from 'react'
import { followUpWords } from '../messages/follow-up.ts'
import { useCatalog } from '../messages/words.ts'
import { readVisit } from './read-visit.ts'
import type { Visit } from './visit.ts'

/** Takes an earlier visit from a file or from pasted text; it is read here and sent nowhere. */
export const LoadVisit = ({
  on,
  add,
}: {
  readonly on: string
  readonly add: (visit: Visit) => void
}) => {
  const words = useCatalog(followUpWords)
  const [fileId, textId] = [useId(), useId()]
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const take = (content: string): void => {
    const read = readVisit(content, on, words)
    if ('problem' in read) {
      setProblem(read.problem)
      return
    }
    setProblem(undefined)
    setText('')
    add(read.visit)
  }
  return (
    <div className="no-print">
      <p className="form-line">
        <label htmlFor={fileId}>{words.file}</label>
        <input
          id={fileId}
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            void event.target.files?.[0]?.text().then(take)
          }}
        />
      </p>
      <p className="form-line">
        <label htmlFor={textId}>{words.paste}</label>
      </p>
      <textarea
        id={textId}
        rows={3}
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
          disabled={text.trim() === ''}
          onClick={() => {
            take(text)
          }}
        >
          {words.read}
        </button>
      </p>
      {problem !== undefined && (
        <p className="failure" role="alert">
          {words.unreadable} {problem} {words.remedy}
        </p>
      )}
    </div>
  )
}
