import { useState } from 'react'
import { noteWords } from '../messages/side.ts'
import { useCatalog } from '../messages/words.ts'
import { CopyText } from '../parts/copy-text.tsx'
import type { ScreenProps } from '../screens.tsx'
import { isPlan } from '../state/derive.ts'
import { briefNote, fullNote } from './note.ts'

const clock = (): string => {
  const now = new Date()
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`
}

/** The plan as a note to paste into the record. */
export const NoteScreen = ({ derived }: ScreenProps) => {
  const words = useCatalog(noteWords)
  const [isFull, setFull] = useState(false)
  const [withChanges, setWithChanges] = useState(false)
  const [time] = useState(clock)
  const { plan } = derived
  if (!isPlan(plan)) return <p>{words.noPlan}</p>
  const text = isFull ? fullNote(plan, derived, time, withChanges) : briefNote(plan, derived, time)
  return (
    <>
      <p className="choices">
        <label className="choice">
          <input
            type="radio"
            name="length"
            checked={!isFull}
            onChange={() => {
              setFull(false)
            }}
          />
          {words.brief}
        </label>
        <label className="choice">
          <input
            type="radio"
            name="length"
            checked={isFull}
            onChange={() => {
              setFull(true)
            }}
          />
          {words.full}
        </label>
        {isFull && (
          <label className="choice">
            <input
              type="checkbox"
              checked={withChanges}
              onChange={(event) => {
                setWithChanges(event.target.checked)
              }}
            />
            {words.withChanges}
          </label>
        )}
      </p>
      <CopyText text={text} label={words.copy} rows={isFull ? 30 : 10} />
    </>
  )
}
