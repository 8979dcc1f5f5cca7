import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { Hono, MiddlewareHandler } from 'hono'
import { overrideReasons } from '../../outputs/cards.ts'
import { createApp } from './app.ts'
import { services } from './cds/services.ts'
import type { LoadedConfig } from './config.ts'
import type { IssuedCard } from './parts.ts'
import { cardQueue } from './store/cards.ts'
import { keepFeedback } from './store/feedback.ts'
import { feedbackRoute } from './store/feedback-route.ts'
import type { Store } from './store/open.ts'
import { databaseReplay } from './store/replay.ts'
import { watchOutage } from './store/outage.ts'
import { keepTidy } from './store/upkeep.ts'
import { authenticate } from './trust/authenticate.ts'
import { allowOrigins, strictHeaders } from './trust/headers.ts'
import { healthRoutes } from './trust/health.ts'
import { ownNames } from './trust/host-names.ts'
import { knownIssuers } from './trust/issuers.ts'
import { limitBody, limitTime } from './trust/limits.ts'
import { errorFields } from './trust/log.ts'
import type { Log } from './trust/log.ts'
import type { Metrics } from './trust/metrics.ts'
import { readNetworks } from './trust/networks.ts'
import { observe } from './trust/observe.ts'
import { fhirRequests } from './trust/outgoing.ts'
import { limitRate, tokenBuckets } from './trust/rate.ts'
import { memoryReplay } from './trust/replay.ts'
import { docsSite } from './docs.ts'
import { staticFolder } from './static.ts'

/** Where a build puts the workbench, seen from the built service and from its source alike. */
const webFolder = fileURLToPath(new URL('../../../dist/web', import.meta.url))

/** The same of the documentation. */
const docsFolder = fileURLToPath(new URL('../../../dist/docs', import.meta.url))

/** What a running service is put together from. */
export interface ServiceParts {
  readonly loaded: LoadedConfig
  readonly store: Store
  readonly salt: string
  /** The address by which callers know the service. */
  readonly baseUrl: string
  readonly log: Log
  readonly metrics: Metrics
  readonly now: () => Date
}

/** A service that can answer, and how to end it. */
export interface Service {
  readonly app: Hono
  /** From now on the service says that it is not ready. */
  readonly beginToStop: () => void
  /** Writes what waits; the store may be closed after it. */
  readonly finish: () => Promise<void>
}

/** Puts advice, trust and store together. Opens no port. */
export const createService = (parts: ServiceParts): Service => {
  const { loaded, store, log, metrics, now } = parts
  const { config, policy } = loaded
  const ids = services.map(({ id }) => id)
  let isStopping = false
  const outage = watchOutage(log, now)
  const storeFailed = (error: unknown): void => {
    metrics.storeUp(false)
    if (outage.isDown()) return
    log.write({ event: 'store-failure', level: 'error', ...errorFields(error) })
  }
  const queue = cardQueue(store.db, {
    now,
    onFailed: (error) => {
      metrics.storeUp(false)
      outage.failed(error)
    },
    onRecovered: () => {
      metrics.storeUp(true)
      outage.worked()
    },
    onDropped: (count) => {
      metrics.dropped(count)
      outage.dropped(count)
    },
  })
  const stopTidying = keepTidy(store, {
    now,
    keepCardsDays: config.feedback.keepCardsDays,
    onFailed: storeFailed,
  })
  const isTrusted = readNetworks(config.trustedProxies).networks
  const app = createApp({
    config: {
      baseUrl: parts.baseUrl,
      salt: parts.salt,
      callBackMs: config.callback.seconds * 1000,
      ...(policy === undefined ? {} : { policy }),
      ...(config.smartLaunchUrl === undefined ? {} : { smartLaunchUrl: config.smartLaunchUrl }),
    },
    clock: now,
    ...(config.fhirServers.length === 0 ? {} : { fetchFhir: fhirRequests(config) }),
    middleware: [observe(log, metrics, ids), ...guards(parts)],
    feedback: feedbackRoute({
      services: ids,
      reasons: overrideReasons.map(({ code }) => code),
      storeComments: config.feedback.storeComments,
      keep: (entries) => keepFeedback(store.db, entries),
      onKept: (entries) => {
        entries.forEach(({ service, outcome }) => {
          metrics.feedback(service, outcome)
        })
      },
      onFailed: storeFailed,
    }),
    onCards: (cards) => {
      countCards(metrics, cards)
      queue.record(cards)
    },
    mounts: [
      {
        path: '/',
        app: healthRoutes({
          isStopping: () => isStopping,
          askStore: () => sql`select 1`.execute(store.db),
          needsStore: sharesTokens(loaded),
          metrics,
          mayReadMetrics: readNetworks(config.metricsFrom).networks,
          isTrusted,
        }),
      },
      { path: '/docs', app: docsSite(docsFolder, '/docs') },
      { path: '/', app: staticFolder(webFolder, config.smart) },
    ],
  })
  return {
    app,
    beginToStop: () => {
      isStopping = true
    },
    finish: async () => {
      stopTidying()
      outage.end(await queue.stop())
    },
  }
}

const sharesTokens = ({ config: { jwt } }: LoadedConfig): boolean =>
  jwt !== undefined && jwt !== 'off' && jwt.replay === 'database'

const countCards = (metrics: Metrics, cards: readonly IssuedCard[]): void => {
  for (const { service, statements } of cards) {
    for (const statement of statements) metrics.shown(service, statement)
  }
}

/** What stands before every route, in the order in which a request meets it. */
const guards = ({ loaded, store, baseUrl, now }: ServiceParts): readonly MiddlewareHandler[] => {
  const { config } = loaded
  const { jwt, rate, limits } = config
  const headers = { origins: config.cors.origins, isHttps: baseUrl.startsWith('https:') }
  const isTrusted = readNetworks(config.trustedProxies).networks
  const take = rate === 'off' ? undefined : tokenBuckets(rate, now)
  return [
    strictHeaders(headers),
    allowOrigins(headers),
    ownNames(config),
    ...(take === undefined ? [] : [limitRate(take, isTrusted)]),
    limitBody(limits),
    ...(jwt === undefined || jwt === 'off'
      ? []
      : [
          authenticate({
            ...jwt,
            issuers: knownIssuers(config, jwt.issuers),
            profile: config.profile,
            publicUrl: baseUrl,
            replay: jwt.replay === 'database' ? databaseReplay(store.db) : memoryReplay(now),
            now,
            ...(take === undefined ? {} : { take }),
          }),
        ]),
    limitTime(limits),
  ]
}
