import { createLocalJWKSet, createRemoteJWKSet, customFetch } from 'jose'
import type { JWTVerifyGetKey } from 'jose'
import type { IssuerConfig, ServerConfig } from '../config-schema.ts'
import { readKeySet } from './key-file.ts'
import { keyRequests } from './outgoing.ts'
import type { GuardedFetch } from './outgoing.ts'
import type { KnownIssuer } from './token.ts'

/** For how long fetched keys are believed, in milliseconds. */
const keptFor = 10 * 60_000

/** How soon keys are fetched again when a token names one that is not among them, in milliseconds. */
const notBefore = 30_000

/** The issuers of a configuration, each with its keys: from a local file, or fetched when first needed. */
export const knownIssuers = (
  config: ServerConfig,
  issuers: readonly IssuerConfig[],
): readonly KnownIssuer[] =>
  issuers.map(({ iss, audience, jku, jwks }) => {
    if (jwks !== undefined) return { iss, audience, keys: localKeys(jwks, config) }
    const allowed = jku ?? []
    return { iss, audience, keys: fetchedKeys(allowed, keyRequests(config, allowed)) }
  })

/** Keys from a file. A token may still name an address of keys; it is not asked. */
const localKeys = (file: string, { profile }: ServerConfig): KnownIssuer['keys'] => {
  const read = readKeySet(file, profile)
  if ('message' in read) throw new Error(read.message)
  const keys = createLocalJWKSet(read)
  return () => keys
}

/** Keys at the allowed addresses: of the one that the token names, or of the only one there is. */
export const fetchedKeys = (jku: readonly string[], fetch: GuardedFetch): KnownIssuer['keys'] => {
  const sets = new Map<string, JWTVerifyGetKey>(
    jku.map((address) => [
      address,
      createRemoteJWKSet(new URL(address), {
        cacheMaxAge: keptFor,
        cooldownDuration: notBefore,
        timeoutDuration: 5000,
        [customFetch]: (url, { headers, signal }) => fetch(url, { headers, signal }),
      }),
    ]),
  )
  return (named) =>
    named !== undefined ? sets.get(named) : sets.size === 1 ? [...sets.values()][0] : undefined
}
