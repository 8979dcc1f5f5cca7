import type { ServerConfig } from '../config-schema.ts'
import { under } from './allowed-servers.ts'
import { reachable } from './addresses.ts'
import { guardedRequest } from './guarded-request.ts'
import type { Guard } from './guarded-request.ts'
import { isLoopback } from './loopback.ts'

/** An outgoing request; the shape of `fetch`, for addresses that the site allowed. */
export type GuardedFetch = ReturnType<typeof guardedRequest>

/** Whether a host address may be connected to; in the dev profile also this machine. */
const reachesOf = (config: ServerConfig): Guard['reaches'] => {
  const reaches = reachable(config.allowAddresses)
  return config.profile === 'dev' ? (address) => isLoopback(address) || reaches(address) : reaches
}

/** Requests to the FHIR servers that the site allowed, and to nothing else. */
export const fhirRequests = (config: ServerConfig): GuardedFetch =>
  guardedRequest({
    allows: under(config.fhirServers),
    reaches: reachesOf(config),
    seconds: config.callback.seconds,
    maxBytes: config.callback.maxBytes,
  })

/** Requests for key sets at the very addresses that the site allowed. */
export const keyRequests = (config: ServerConfig, jku: readonly string[]): GuardedFetch =>
  guardedRequest({
    allows: (url) => url.protocol === 'https:' && jku.some((one) => new URL(one).href === url.href),
    reaches: reachesOf(config),
    seconds: 5,
    maxBytes: 256 * 1024,
  })
