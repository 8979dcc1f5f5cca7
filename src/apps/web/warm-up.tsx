import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { today } from '../../assess/dates.ts'
import { LanguageProvider } from './messages/words.ts'
import type { Language } from './messages/words.ts'
import { derive } from './state/derive.ts'
import { freshState, reduce } from './state/reduce.ts'
import type { Edit } from './state/reduce.ts'
import { Workbench } from './workbench.tsx'

/** What is typed to rehearse: enough that every part of a plan is drawn once. It is nobody's. */
const rehearsal: readonly Edit[] = [
  { kind: 'typed', fact: 'age', typed: { text: '5', unit: 'a' } },
  { kind: 'typed', fact: 'eGfr', typed: { text: '7', unit: 'mL/min/{1.73_m2}' } },
  { kind: 'typed', fact: 'baclofenDose', typed: { text: '20', unit: 'mg/d' } },
  { kind: 'answered', answers: [['crampsPersist', 'yes']], label: '' },
  { kind: 'typed', fact: 'eGfr', typed: { text: '78', unit: 'mL/min/{1.73_m2}' } },
]

/** Runs when the browser has nothing else to do; at the latest after two seconds. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 2000 })
  else setTimeout(work, 500)
}

const noEdit = (): void => undefined

/**
 * Draws plans that nobody sees while the reader looks for the first field: code that ran once answers
 * the first key several times sooner. It gives way to whatever is typed meanwhile.
 */
export const warmUp = (language: Language): void => {
  const on = today()
  const unseen = createRoot(document.createElement('div'))
  const rehearse = (done: number, state = freshState): void => {
    const next = rehearsal[done]
    if (next === undefined) {
      unseen.unmount()
      return
    }
    const then = reduce(state, next)
    startTransition(() => {
      unseen.render(
        <LanguageProvider value={language}>
          <Workbench state={then} derived={derive(then.draft, on)} edit={noEdit} />
        </LanguageProvider>,
      )
    })
    whenIdle(() => {
      rehearse(done + 1, then)
    })
  }
  whenIdle(() => {
    rehearse(0)
  })
}
