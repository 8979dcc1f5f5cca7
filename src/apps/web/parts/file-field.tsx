import { useId } from 'react'

/** A field for a file of text. It is read in this window and sent nowhere. */
export const FileField = ({
  label,
  accept,
  take,
}: {
  readonly label: string
  readonly accept: string
  readonly take: (text: string) => unknown
}) => {
  const id = useId()
  return (
    <p className="form-line">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={(event) => {
          void event.target.files?.[0]?.text().then(take)
        }}
      />
    </p>
  )
}
