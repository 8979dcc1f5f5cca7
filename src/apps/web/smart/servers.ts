/** A record system that may launch this page, as the site's `smart.json` names it. */
export interface RecordServer {
  /** Its FHIR base address. */
  readonly iss: string
  /** How it knows this page. */
  readonly clientId: string
  /** Its name for the reader; the address where the site gave none. */
  readonly name: string
  /** The scopes to ask for, in place of those that are asked for by default. */
  readonly scope?: string
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An address without the slashes at its end: record systems write it either way. */
const bare = (address: string): string => address.replace(/\/+$/, '')

const serverOf = (value: unknown): RecordServer | undefined => {
  if (!isObject(value)) return undefined
  const { iss, clientId, name, scope } = value
  if (typeof iss !== 'string' || !/^https?:\/\//.test(iss)) return undefined
  if (typeof clientId !== 'string' || clientId === '') return undefined
  return {
    iss,
    clientId,
    name: typeof name === 'string' && name !== '' ? name : bare(iss),
    ...(typeof scope === 'string' && scope !== '' ? { scope } : {}),
  }
}

/** Reads the content of `smart.json`; undefined when anything in it is not as it should be. */
export const serversIn = (content: unknown): readonly RecordServer[] | undefined => {
  if (!isObject(content) || !Array.isArray(content['servers'])) return undefined
  const servers = content['servers'].map(serverOf)
  return servers.length > 0 && servers.every((one) => one !== undefined) ? servers : undefined
}

/** The server of an address. One that is not listed is talked to by nobody. */
export const serverAt = (servers: readonly RecordServer[], iss: string): RecordServer | undefined =>
  servers.find((one) => bare(one.iss) === bare(iss))
