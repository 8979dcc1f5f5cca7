import { useState } from 'react'
import { followUpWords } from '../messages/follow-up.ts'
import { useCatalog } from '../messages/words.ts'
import { FileField } from '../parts/file-field.tsx'
import { PastedText } from '../parts/pasted-text.tsx'
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
  const [problem, setProblem] = useState<string>()
  const take = (content: string): boolean => {
    const read = readVisit(content, on, words)
    if ('problem' in read) {
      setProblem(read.problem)
      return false
    }
    setProblem(undefined)
    add(read.visit)
    return true
  }
  return (
    <div className="no-print">
      <FileField label={words.file} accept=".json,application/json" take={take} />
      <PastedText label={words.paste} rows={3} read={words.read} take={take} />
      {problem !== undefined && (
        <p className="failure" role="alert">
          {words.unreadable} {problem} {words.remedy}
        </p>
      )}
    </div>
  )
}
