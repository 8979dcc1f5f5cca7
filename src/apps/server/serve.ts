import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { outOfDate } from '../../assess/status.ts'
import { civilDay } from './civil-day.ts'
import { dataFolder } from './config.ts'
import type { LoadedConfig, ServerConfig } from './config.ts'
import { createService } from './service.ts'
import { answerHolder } from './store/holder.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/open.ts'
import type { StoreProblem } from './store/problem.ts'
import { installationSalt } from './store/salt.ts'
import { createLog, errorFields } from './trust/log.ts'
import type { Log } from './trust/log.ts'
import { createMetrics } from './trust/metrics.ts'

/** What a start needs besides its configuration. */
export interface ServeOptions {
  /** Takes the lines of the log. */
  readonly out: (text: string) => void
  readonly version: string
  readonly now?: () => Date
  /** How another port is asked for, where that is not by `--port`. */
  readonly portOption?: string
}

/** A service that listens. */
export interface Running {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  readonly address: string
  readonly log: Log
  /** Takes no more requests, answers those that came, writes what waits and closes the store. */
  readonly stop: (signal?: string) => Promise<void>
}

/** Why the service does not start, and what to do. */
export type ServeProblem = StoreProblem

/** Starts the service, or tells why it cannot start. The port is taken first: it fails at once or never. */
export const startService = async (
  loaded: LoadedConfig,
  { out, version, now = () => new Date(), portOption = '--port' }: ServeOptions,
): Promise<Running | { readonly problem: ServeProblem }> => {
  const { config } = loaded
  const log = createLog(out, now)
  let listener: (...call: Parameters<RequestListener>) => unknown = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '1' }).end()
  }
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 75_000 },
    (request, response) => {
      listener(request, response)
    },
  )
  const bound = await listen(server, config, portOption)
  if ('problem' in bound) return bound
  const opened = await openParts(config, log)
  if ('problem' in opened) {
    server.closeAllConnections()
    server.close()
    return opened
  }
  const { store, salt } = opened
  const baseUrl = config.publicUrl ?? bound.address
  const metrics = createMetrics()
  const service = createService({ loaded, store, salt, baseUrl, log, metrics, now })
  listener = getRequestListener(service.app.fetch, {
    errorHandler: (error) => {
      log.write({ event: 'failure', level: 'error', ...errorFields(error) })
      return new Response(null, { status: 500 })
    },
  })
  log.write({
    event: 'started',
    address: bound.address,
    profile: config.profile,
    store: store.isEmbedded ? 'embedded' : 'server',
    tokens: asksForTokens(config),
    version,
  })
  if (outOfDate(civilDay(now())) !== undefined) {
    log.write({ event: 'past-review-date', level: 'warning' })
  }
  const stop = async (signal?: string): Promise<void> => {
    log.write({ event: 'stopping', signal })
    service.beginToStop()
    await drain(server, config.limits.stopSeconds)
    await service.finish()
    await store.close()
    log.write({ event: 'stopped' })
    log.flush()
  }
  return { address: bound.address, log, stop: once(stop) }
}

/** What asks for a token, as a start says it in the log. */
const asksForTokens = ({ jwt }: ServerConfig): 'cds-hooks' | 'everything' | 'off' =>
  jwt === undefined || jwt === 'off' ? 'off' : jwt.protects

const once = (stop: Running['stop']): Running['stop'] => {
  let stopping: Promise<void> | undefined
  return (signal) => (stopping ??= stop(signal))
}

const openParts = async (
  config: ServerConfig,
  log: Log,
): Promise<
  { readonly store: Store; readonly salt: string } | { readonly problem: ServeProblem }
> => {
  const folder = dataFolder(config)
  const made = installationSalt(config.saltFile, folder)
  if ('problem' in made) return made
  const { databaseUrl } = config
  const opened: { store?: Store } = {}
  const store = await openStore(databaseUrl === undefined ? { folder } : { databaseUrl }, {
    answer: (question) => answerHolder(opened.store, question),
    onLost: () => {
      log.write({ event: 'store-connection-lost', level: 'warning' })
    },
  })
  if ('problem' in store) return store
  opened.store = store
  return { store, salt: made.salt }
}

const listen = (
  server: Server,
  { host, port }: ServerConfig,
  portOption: string,
): Promise<{ readonly address: string } | { readonly problem: ServeProblem }> =>
  new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve({ problem: cannotListen(host, port, error, portOption) })
    })
    server.listen(port, host, () => {
      const bound = server.address() as AddressInfo
      const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address
      resolve({ address: `http://${name}:${String(bound.port)}` })
    })
  })

const cannotListen = (
  host: string,
  port: number,
  { code }: NodeJS.ErrnoException,
  portOption: string,
): ServeProblem => {
  const where = `${host}:${String(port)}`
  switch (code) {
    case 'EADDRINUSE':
      return {
        where,
        message: 'Another program is using this port.',
        remedy: `Stop it, or choose another port with ${portOption}.`,
      }
    case 'EACCES':
      return {
        where,
        message: 'This user may not listen on this port.',
        remedy: `Choose a port above 1023 with ${portOption}, and put a proxy before it.`,
      }
    default:
      return {
        where,
        message: `This machine cannot listen there (${code ?? 'unknown'}).`,
        remedy: 'Give an address of this machine with --host.',
      }
  }
}

/** Closes a server: what is being answered is answered, within the time there is. */
const drain = (server: Server, seconds: number): Promise<void> =>
  new Promise((resolve) => {
    const hurry = setInterval(() => {
      server.closeIdleConnections()
    }, 50)
    const end = setTimeout(() => {
      server.closeAllConnections()
    }, seconds * 1000)
    server.close(() => {
      clearInterval(hurry)
      clearTimeout(end)
      resolve()
    })
  })
