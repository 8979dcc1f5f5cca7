import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { servingForBench } from './serving.ts'
import { benchIssuer } from './tokens.ts'

/** A server under measurement, in a process of its own. */
export interface Measured {
  readonly name: string
  readonly port: number
  /** Milliseconds of processor time that the process has used. */
  readonly cpu: () => Promise<number>
  /** A fresh token for each call, where the server asks for one. */
  readonly token?: (path: string) => Promise<string>
  readonly stop: () => Promise<void>
}

const child = fileURLToPath(new URL('service-child.mjs', import.meta.url))

/** The server that only parses the body. */
export const bare = async (): Promise<Measured> => {
  const server = fork(child, { execArgv: [] })
  const [{ port }] = (await once(server, 'message')) as [{ readonly port: number }]
  return {
    name: 'bare server',
    port,
    cpu: async () => {
      server.send('cpu')
      const [{ cpu }] = (await once(server, 'message')) as [{ readonly cpu: number }]
      return cpu
    },
    stop: async () => {
      const ended = once(server, 'exit')
      server.send('stop')
      await ended
    },
  }
}

/** A number of the metrics that a service publishes; of several of one name the first. */
export const metricOf = async (address: string, name: string): Promise<number> => {
  const metrics = await (await fetch(`${address}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1])
}

/** `crampwise serve` as it is shipped, with its log, its store and its guards; with or without tokens. */
export const crampwise = async (
  alg: 'ES384' | 'RS384' | undefined,
  built?: string,
): Promise<Measured> => {
  const issuer = alg === undefined ? undefined : await benchIssuer(alg, 'http://127.0.0.1:8080')
  const { address, stop } = await servingForBench(issuer?.config ?? {}, built)
  return {
    name: `crampwise, JWT ${alg ?? 'off'}`,
    port: Number(new URL(address).port),
    cpu: async () => (await metricOf(address, 'process_cpu_seconds_total')) * 1000,
    ...(issuer === undefined ? {} : { token: issuer.token }),
    stop,
  }
}
