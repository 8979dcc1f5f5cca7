import type { Hono, MiddlewareHandler } from 'hono'
import type { Policy } from '../../assess/policy.ts'

/** Reads from a FHIR server. It refuses addresses that may not be called by rejecting. */
export type FetchFhir = (
  url: string,
  init: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<Response>

/** A card that was sent, without anything about a patient: what feedback on it is about. */
export interface IssuedCard {
  readonly uuid: string
  /** The id of the CDS service. */
  readonly service: string
  readonly indicator: 'info' | 'warning' | 'critical'
  /** The statements that the card tells, in its order. */
  readonly statements: readonly string[]
  readonly suggestions: readonly { readonly uuid: string; readonly label: string }[]
}

/** What a site sets. */
export interface ServiceConfig {
  /** The address by which callers know this service, without a slash at the end. */
  readonly baseUrl: string
  /** Where the SMART app is launched; cards carry a link to it when it is set. */
  readonly smartLaunchUrl?: string
  /** A secret of this installation: card ids are made with it, so that they tell nothing. */
  readonly salt: string
  readonly policy?: Policy
  /** How long reading what a caller left out may take in all, in milliseconds; 2000 when left out. */
  readonly callBackMs?: number
  /** How many further pages of one list are read at most; 5 when left out. */
  readonly callBackPages?: number
}

/** What the service is put together from. Everything but the configuration may be left out. */
export interface AppParts {
  readonly config: ServiceConfig
  /** The time; the civil day of the process's time zone is the day of an assessment. */
  readonly clock?: () => Date
  /** How missing data is read from the caller's FHIR server; without it nothing is ever called. */
  readonly fetchFhir?: FetchFhir
  /** Runs before every route, in this order. */
  readonly middleware?: readonly MiddlewareHandler[]
  /** Answers `POST /:id/feedback`; mounted at `/cds-services`. */
  readonly feedback?: Hono
  /** Told of the cards that were just answered; it must not wait and must not throw. */
  readonly onCards?: (issued: readonly IssuedCard[]) => void
  /** Further routes, such as health, metrics and the workbench. */
  readonly mounts?: readonly { readonly path: string; readonly app: Hono }[]
}
