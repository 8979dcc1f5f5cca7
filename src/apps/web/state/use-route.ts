import { useSyncExternalStore } from 'react'

/** Where the reader is: the first word of the fragment, and what follows it. */
export interface Route {
  readonly screen: string
  readonly rest: string
}

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed)
  return () => {
    window.removeEventListener('hashchange', changed)
  }
}

const fragment = (): string => window.location.hash

/** The screen that a fragment names; the workbench where it names none. */
export const routeOf = (hash: string): Route => {
  const [, screen = '', rest = ''] = /^#\/([a-z-]*)\/?(.*)$/.exec(hash) ?? []
  return { screen, rest }
}

/** The screen that is shown. The fragment never holds anything about a patient, but on a link that was asked for. */
export const useRoute = (): Route => routeOf(useSyncExternalStore(subscribe, fragment))

/** Goes to a screen. */
export const goTo = (screen: string, rest = ''): void => {
  window.location.hash = `#/${screen}${rest === '' ? '' : `/${rest}`}`
}
