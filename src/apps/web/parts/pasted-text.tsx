import { useId, useState } from 'react'

/** A field for pasted text, and the button that reads it; it is emptied when `take` says that it was taken. */
export const PastedText = ({
  label,
  rows,
  read,
  take,
}: {
  readonly label: string
  readonly rows: number
  readonly read: string
  readonly take: (text: string) => boolean | Promise<boolean>
}) => {
  const id = useId()
  const [text, setText] = useState('')
  return (
    <>
      <p className="form-line">
        <label htmlFor={id}>{label}</label>
      </p>
      <textarea
        id={id}
        rows={rows}
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
            void Promise.resolve(take(text)).then((taken) => {
              if (taken) setText('')
            })
          }}
        >
          {read}
        </button>
      </p>
    </>
  )
}
