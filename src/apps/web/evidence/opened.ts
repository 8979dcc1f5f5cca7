import { goTo, routeOf } from '../state/use-route.ts'
import type { Route } from '../state/use-route.ts'

/** The evidence that a route opens, and the route that lies beneath it. */
export interface Opened {
  readonly statement: string
  readonly beneath: Route
}

/** Over the plan evidence is `#/evidence/…`; over another screen it is added to what leads there. */
export const openedIn = ({ screen, rest }: Route): Opened | undefined => {
  if (screen === 'evidence') return { statement: rest, beneath: { screen: '', rest: '' } }
  const [, before, statement] = /^(?:(.*)\/)?evidence\/([a-z0-9-]+)$/.exec(rest) ?? []
  return statement === undefined
    ? undefined
    : { statement, beneath: { screen, rest: before ?? '' } }
}

/** Where a route is, whatever evidence is open over it. */
export const beneathIn = (route: Route): Route => openedIn(route)?.beneath ?? route

/** Opens the evidence of a statement over the screen that is shown. */
export const openEvidence = (statement: string): void => {
  const { screen, rest } = beneathIn(routeOf(window.location.hash))
  if (screen === '') goTo('evidence', statement)
  else goTo(screen, `${rest === '' ? '' : `${rest}/`}evidence/${statement}`)
}
