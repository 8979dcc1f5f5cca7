import { CopyText } from '../parts/copy-text.tsx'
import type { ScreenProps } from '../screens.tsx'
import { fragmentOf } from './link.ts'

/** A link that carries what is known, made when it is asked for. */
export const ShareScreen = ({ state }: ScreenProps) => {
  if (state.draft.record?.patient !== undefined) {
    return <p>A record that a health record system handed over is not put into a link.</p>
  }
  const page = window.location.href.replace(/#.*$/, '')
  return (
    <>
      <p>
        <strong>This link contains clinical values, and no name.</strong> What stands behind the #
        is not sent to any server, but whoever has the link can read it. Do not leave it on a shared
        computer.
      </p>
      <CopyText text={`${page}${fragmentOf(state.draft)}`} label="Copy link" rows={4} />
    </>
  )
}
