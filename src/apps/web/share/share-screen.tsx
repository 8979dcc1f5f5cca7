import { shareWords } from '../messages/side.ts'
import { useCatalog } from '../messages/words.ts'
import { CopyText } from '../parts/copy-text.tsx'
import type { ScreenProps } from '../screens.tsx'
import { fragmentOf } from './link.ts'

/** A link that carries what is known, made when it is asked for. */
export const ShareScreen = ({ state }: ScreenProps) => {
  const words = useCatalog(shareWords)
  if (state.draft.record?.patient !== undefined) {
    return <p>{words.handedOver}</p>
  }
  const page = window.location.href.replace(/#.*$/, '')
  return (
    <>
      <p>
        <strong>{words.contains}</strong> {words.explain}
      </p>
      <CopyText text={`${page}${fragmentOf(state.draft)}`} label={words.copy} rows={4} />
    </>
  )
}
