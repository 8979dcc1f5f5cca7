import { calls } from './hook-calls.ts'
import type { HookCall } from './hook-calls.ts'
import { median } from './measure.ts'
import { flood, pace, percentile, requestsOf } from './service-load.ts'
import { bare, crampwise } from './service-measured.ts'
import type { Measured } from './service-measured.ts'

/**
 * How many calls of 30 KB one process of the built service answers, whole as it is shipped, with tokens off
 * and on; beside a bare server that only parses the same body, each in turn in one run. The load comes from
 * this process, over loopback. On a machine that does other work the ratio of processor time says more than
 * the calls for each second, and the waits of the bare server tell how long the machine alone makes a call wait.
 *
 * `tsx bench/service.ts ROUNDS DIST` measures so many rounds of another build.
 */
const rounds = Number(process.argv[2] ?? 5)
const built = process.argv[3]
const callsOfRound = 1500
/** Before anything is measured: a process that has just begun compiles as it goes. */
const callsToWarmUp = 4000
/**
 * Half of the calls a second that a process is to answer: the pace at which each call is timed, unless it is more
 * than half of what a server answers.
 */
const mostPaced = 750
const secondsPaced = 4

interface Round {
  readonly perSecond: number
  readonly microseconds: number
}

const run = async (server: Measured, call: HookCall, count = callsOfRound): Promise<Round> => {
  const requests = await requestsOf(call, count, server.token)
  const before = await server.cpu()
  const load = await flood(server.port, requests, { lines: 16 })
  const after = await server.cpu()
  if (load.failed > 0) throw new Error(`${String(load.failed)} calls of ${server.name} failed`)
  return { perSecond: load.perSecond, microseconds: ((after - before) * 1000) / count }
}

const of = (list: readonly Round[], what: keyof Round): number =>
  median(list.map((one) => one[what]))

const row = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(24)}${cells.map((cell) => cell.padStart(12)).join('')}\n`

const servers = [
  await bare(),
  await crampwise(undefined, built),
  await crampwise('ES384', built),
  await crampwise('RS384', built),
]

process.stdout.write(
  `${String(rounds)} rounds of ${String(callsOfRound)} calls each; medians. p50 and p99 at ${String(mostPaced)} calls a second, or half of calls/s where\nthat is less, for ${String(secondsPaced)} s, each about another person, from when it was due.\n\n` +
    row('', ['calls/s', 'of bare', 'µs of CPU', 'of bare', 'p50 ms', 'p99 ms']),
)
for (const call of calls()) {
  process.stdout.write(`${call.name} (${(Buffer.byteLength(call.body) / 1000).toFixed(0)} KB)\n`)
  const results = servers.map((): Round[] => [])
  for (const server of servers) await run(server, call, callsToWarmUp)
  for (let round = 0; round < rounds; round++) {
    for (const [index, server] of servers.entries()) {
      results[index]?.push(await run(server, call))
    }
  }
  for (const [index, server] of servers.entries()) {
    const [ours = [], theirs = []] = [results[index], results[0]]
    const paced = Math.min(mostPaced, of(ours, 'perSecond') / 2)
    const count = Math.ceil(paced * secondsPaced)
    const others = await requestsOf(call, count, server.token, 'of others')
    const load = await pace(server.port, others, paced)
    if (load.failed > 0) throw new Error(`${String(load.failed)} calls of ${server.name} failed`)
    const ratio = (what: (one: Round, bareOne: Round) => number): string =>
      median(ours.map((one, at) => what(one, theirs[at] ?? one))).toFixed(2)
    process.stdout.write(
      row(`  ${server.name}`, [
        of(ours, 'perSecond').toFixed(0),
        ratio((one, other) => one.perSecond / other.perSecond),
        of(ours, 'microseconds').toFixed(0),
        ratio((one, other) => other.microseconds / one.microseconds),
        percentile(load, 50).toFixed(1),
        percentile(load, 99).toFixed(1),
      ]),
    )
  }
}
await Promise.all(servers.map(({ stop }) => stop()))
