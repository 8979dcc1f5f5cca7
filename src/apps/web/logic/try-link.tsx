import { useCatalog } from '../messages/words.ts'
import { logicWords } from '../messages/logic.ts'
import type { Draft } from '../state/draft.ts'
import { tryHref } from './try-draft.ts'

/** Opens the workbench in another window with a made-up person: what is typed in this one stays. */
export const TryLink = ({
  of,
  draft,
}: {
  readonly of: string
  readonly draft: Draft | undefined
}) => {
  const words = useCatalog(logicWords)
  return draft === undefined ? null : (
    <a
      className="try"
      href={tryHref(draft)}
      target="_blank"
      rel="noreferrer"
      aria-label={words.tryOf(of)}
    >
      {words.tryIt}
    </a>
  )
}
