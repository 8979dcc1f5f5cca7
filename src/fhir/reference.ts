import { textOf } from './json.ts'

const isAddress = (reference: string): boolean => /^https?:\/\//i.test(reference)

const withoutVersion = (reference: string): string => {
  const history = reference.indexOf('/_history/')
  return history === -1 ? reference : reference.slice(0, history)
}

/** The names by which references may call a resource: by type and id, and by its full address. */
export interface Names {
  readonly typeAndId: string | undefined
  readonly fullUrl: string | undefined
}

/** The names of a resource. */
export const namesOfResource = (type: string, id: unknown, fullUrl: string | undefined): Names => {
  const own = textOf(id)
  return {
    typeAndId: own === undefined ? undefined : `${type}/${own}`,
    fullUrl: fullUrl === undefined ? undefined : withoutVersion(fullUrl),
  }
}

/** The last two parts of an address: "Patient/1". */
export const typeAndIdIn = (reference: string): string => {
  const address = withoutVersion(reference)
  const beforeId = address.lastIndexOf('/')
  return address.slice(address.lastIndexOf('/', beforeId - 1) + 1)
}

/**
 * Whether a reference is to the resource of these names. Two full addresses must be the same: id 1
 * of another server is another resource.
 */
export const refersTo = (reference: string, { typeAndId, fullUrl }: Names): boolean => {
  const meant = withoutVersion(reference)
  if (meant === fullUrl) return true
  if (isAddress(meant) && fullUrl !== undefined && isAddress(fullUrl)) return false
  const name = typeAndIdIn(meant)
  return (
    name === typeAndId ||
    meant === typeAndId?.slice(typeAndId.indexOf('/') + 1) ||
    (fullUrl !== undefined && isAddress(fullUrl) && name === typeAndIdIn(fullUrl))
  )
}
