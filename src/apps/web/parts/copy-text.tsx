import { useId, useRef, useState } from 'react'
import { copyWords } from '../messages/side.ts'
import { useCatalog } from '../messages/words.ts'

/** A text to copy. Where the clipboard is closed to the page, the text stands selected to be copied by hand. */
export const CopyText = ({
  text,
  label,
  rows = 16,
}: {
  readonly text: string
  readonly label: string
  readonly rows?: number
}) => {
  const words = useCatalog(copyWords)
  const area = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const [said, setSaid] = useState('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(words.copied)
    } catch {
      area.current?.focus()
      area.current?.select()
      setSaid(words.closed)
    }
  }
  return (
    <div className="copy-text">
      <p>
        <button
          type="button"
          className="primary"
          onClick={() => {
            void copy()
          }}
        >
          {label}
        </button>{' '}
        <span role="status">{said}</span>
      </p>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <textarea id={id} ref={area} readOnly value={text} rows={rows} cols={74} />
      <pre className="only-print">{text}</pre>
    </div>
  )
}
