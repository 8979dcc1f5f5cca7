import { useSyncExternalStore } from 'react'

/** A media query and whether it holds; asked of the browser once, which would lay the page out each time. */
interface Watched {
  readonly subscribe: (changed: () => void) => () => void
  readonly holds: () => boolean
}

const watched = new Map<string, Watched>()

const watch = (query: string): Watched => {
  const list = window.matchMedia(query)
  let holds = list.matches
  const listeners = new Set<() => void>()
  list.addEventListener('change', ({ matches }) => {
    holds = matches
    listeners.forEach((changed) => {
      changed()
    })
  })
  return {
    subscribe: (changed) => {
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
      }
    },
    holds: () => holds,
  }
}

/** Whether a media query holds now. */
export const useMedia = (query: string): boolean => {
  const one = watched.get(query) ?? watch(query)
  watched.set(query, one)
  return useSyncExternalStore(one.subscribe, one.holds)
}
