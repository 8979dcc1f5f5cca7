/** Whether a request asks for what is there, or, by HEAD, about it. */
export const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD'

/** A route as the router lists it. */
export interface Route {
  readonly method: string
  readonly path: string
}

const isMatch = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('/')
  const given = path.split('/')
  return (
    wanted.length === given.length &&
    wanted.every((part, index) =>
      part.startsWith(':') ? given[index] !== '' : part === given[index],
    )
  )
}

/** The methods that an address knows; none where there is nothing at it. */
export const methodsOf = (routes: readonly Route[], path: string): readonly string[] => [
  ...new Set(
    routes
      .filter((route) => route.method !== 'ALL' && isMatch(route.path, path))
      .map(({ method }) => method),
  ),
]
