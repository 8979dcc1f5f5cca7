import { useEffect } from 'react'
import { essentialQuantities } from '../entry/groups.ts'
import { focusFact } from '../plan/would-change.tsx'
import { goTo } from '../state/use-route.ts'

/** Screens by the key that opens them. */
const screens: Readonly<Record<string, string>> = {
  n: 'note',
  d: 'calendar',
  p: 'pathway',
  w: 'what-if',
  f: 'follow-up',
  '?': 'keys',
}

const storage = 'crampwise-keys-off'

/** Whether single keys do nothing (WCAG 2.1.4); it holds until the window is closed. */
export const areKeysOff = (): boolean => window.sessionStorage.getItem(storage) === '1'

/** Switches single keys off or on. */
export const switchKeys = (off: boolean): void => {
  if (off) window.sessionStorage.setItem(storage, '1')
  else window.sessionStorage.removeItem(storage)
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=radio]):not([type=checkbox]), select, textarea')

const firstEmpty = (): void => {
  const empty = essentialQuantities.find((id) => {
    const field = document.getElementById(`fact-${id}`)
    return field instanceof HTMLInputElement && field.value === ''
  })
  focusFact(empty ?? essentialQuantities[0] ?? '')
}

const moveRow = (by: 1 | -1): void => {
  const rows = [...document.querySelectorAll<HTMLElement>('.rows > .row')].filter(
    (row) => row.offsetParent !== null,
  )
  const now = rows.findIndex((row) => row.contains(document.activeElement))
  rows[Math.max(0, Math.min(rows.length - 1, now + by))]?.focus()
}

/** Keys for those who know them: single keys never act while something is typed. */
export const useShortcuts = (screen: string): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.defaultPrevented) return
      if (event.altKey) {
        const fact = essentialQuantities[Number(event.key) - 1]
        if (fact === undefined) return
        event.preventDefault()
        focusFact(fact)
        return
      }
      if (event.key === 'Escape' && screen !== '') {
        goTo('')
        return
      }
      if (isTyping(event.target) || areKeysOff()) return
      const key = event.key.toLowerCase()
      const target = screens[key]
      if (target !== undefined) goTo(target)
      else if (key === '/') firstEmpty()
      else if (key === 'j') moveRow(1)
      else if (key === 'k') moveRow(-1)
      else if (key === 'e') {
        document.activeElement?.closest('.row')?.querySelector<HTMLElement>('.basis')?.click()
        return
      } else return
      event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => {
      document.removeEventListener('keydown', pressed)
    }
  }, [screen])
}
