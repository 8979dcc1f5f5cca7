import { focusFact } from '../plan/would-change.tsx'
import { goTo } from '../state/use-route.ts'

/** How many frames the workbench has to appear. */
const patience = 60

const focusWhenThere = (id: string, frames: number): void => {
  const name = id === 'cirrhosis' ? 'liverDisease' : id
  if (document.getElementById(`fact-${name}`) !== null) focusFact(id)
  else if (frames > 0) {
    requestAnimationFrame(() => {
      focusWhenThere(id, frames - 1)
    })
  }
}

/** Goes from another screen to the field of a fact. */
export const enterFact = (id: string): void => {
  goTo('')
  focusWhenThere(id, patience)
}
