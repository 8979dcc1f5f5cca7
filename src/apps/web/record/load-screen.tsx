import { useState } from 'react'
import type { Problem } from '../../../logic/given.ts'
import { loadWords } from '../messages/side.ts'
import { useCatalog } from '../messages/words.ts'
import { FileField } from '../parts/file-field.tsx'
import { PastedText } from '../parts/pasted-text.tsx'
import { ProblemList } from '../parts/problem-list.tsx'
import type { ScreenProps } from '../screens.tsx'
import { goTo } from '../state/use-route.ts'
import { loadRecord } from './load-record.ts'

/** Reads a record from a file or from pasted text. It is read in this window and sent nowhere. */
export const LoadScreen = ({ derived, edit }: ScreenProps) => {
  const words = useCatalog(loadWords)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const load = async (content: string, from: string): Promise<boolean> => {
    const loaded = await loadRecord(content, from, derived.on)
    if ('problems' in loaded) {
      setProblems(loaded.problems)
      return false
    }
    // Another record is another patient: everything typed before is gone.
    edit({ kind: 'loaded', record: loaded.record })
    goTo('')
    return true
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
      <FileField
        label={words.file}
        accept=".json,.ndjson,application/json,application/fhir+json"
        take={(content) => load(content, 'file')}
      />
      <PastedText
        label={words.paste}
        rows={12}
        read={words.read}
        take={(content) => load(content, 'pasted text')}
      />
      <ProblemList title={words.unreadable} problems={problems} />
    </>
  )
}
