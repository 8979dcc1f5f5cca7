const id = /^[A-Za-z0-9\-.]{1,64}$/

/** The value as the id of a resource, or undefined. */
export const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && id.test(value) ? value : undefined
