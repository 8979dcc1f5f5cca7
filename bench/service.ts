import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { calls } from './hook-calls.ts'
import { median } from './measure.ts'
import { flood, pace, percentile } from './service-load.ts'

/**
 * How many calls of 30 KB one process answers, against a bare server that only parses the same body, each in
 * turn in one run. The load comes from this process, over loopback. On a machine that does other work the
 * ratios of processor time say more than the calls for each second.
 */
const rounds = Number(process.argv[2] ?? 5)
const callsOfRound = 1500
/** Before anything is measured: a process that has just begun compiles as it goes. */
const callsToWarmUp = 6000

interface Told {
  readonly port: number
  readonly cpu: number
  readonly rss: number
}

const child = fileURLToPath(new URL('service-child.mjs', import.meta.url))
const built = pathToFileURL(
  `${process.argv[3] ?? fileURLToPath(new URL('../dist', import.meta.url))}/`,
)
if (!existsSync(new URL('apps/server/app.js', built))) {
  process.stderr.write('Nothing is built: run "npm run build" first.\n')
  process.exit(2)
}

const start = async (
  kind: string,
): Promise<{ readonly server: ChildProcess; readonly port: number }> => {
  const server = fork(child, [kind, built.href], { execArgv: [] })
  const [told] = (await once(server, 'message')) as [Told]
  return { server, port: told.port }
}

const ask = async (server: ChildProcess): Promise<Told> => {
  server.send('cpu')
  const [told] = (await once(server, 'message')) as [Told]
  return told
}

interface Round {
  readonly perSecond: number
  readonly microseconds: number
}

const servers = { bare: await start('bare'), crampwise: await start('crampwise') }

const run = async (
  name: keyof typeof servers,
  path: string,
  body: string,
  count = callsOfRound,
): Promise<Round> => {
  const { server, port } = servers[name]
  const before = await ask(server)
  const load = await flood(port, path, body, { lines: 16, calls: count })
  const after = await ask(server)
  if (load.failed > 0) throw new Error(`${String(load.failed)} calls of ${name} failed`)
  return {
    perSecond: load.perSecond,
    microseconds: ((after.cpu - before.cpu) * 1000) / load.latencies.length,
  }
}

const of = (list: readonly Round[], what: keyof Round): number =>
  median(list.map((one) => one[what]))

const fixed = (value: number, digits = 0): string => value.toFixed(digits)

process.stdout.write(
  `${String(rounds)} rounds of ${String(callsOfRound)} calls each; medians\n\n` +
    '                            calls/s    µs of processor    of bare, by calls/s    by processor\n',
)
for (const { name, path, body } of calls()) {
  const bare: Round[] = []
  const ours: Round[] = []
  await run('bare', path, body, callsToWarmUp)
  await run('crampwise', path, body, callsToWarmUp)
  for (let round = 0; round < rounds; round++) {
    bare.push(await run('bare', path, body))
    ours.push(await run('crampwise', path, body))
  }
  const wall = median(ours.map((one, index) => one.perSecond / (bare[index]?.perSecond ?? NaN)))
  const cpu = median(
    ours.map((one, index) => (bare[index]?.microseconds ?? NaN) / one.microseconds),
  )
  const kilobytes = fixed(Buffer.byteLength(body) / 1000)
  process.stdout.write(
    `${name} (${kilobytes} KB)\n` +
      `  bare server              ${fixed(of(bare, 'perSecond')).padStart(8)}    ${fixed(of(bare, 'microseconds')).padStart(8)}\n` +
      `  crampwise                ${fixed(of(ours, 'perSecond')).padStart(8)}    ${fixed(of(ours, 'microseconds')).padStart(8)}` +
      `                   ${fixed(wall, 2)}                ${fixed(cpu, 2)}\n`,
  )
  const half = of(ours, 'perSecond') / 2
  const load = await pace(servers.crampwise.port, path, body, {
    perSecond: half,
    milliseconds: 4000,
  })
  process.stdout.write(
    `  at half load, ${fixed(half)}/s: p50 ${fixed(percentile(load, 50), 2)} ms, p99 ${fixed(percentile(load, 99), 2)} ms\n`,
  )
}
const { rss } = await ask(servers.crampwise.server)
process.stdout.write(`\nmemory of the service at the end: ${fixed(rss / 1024 / 1024)} MB\n`)
for (const { server } of Object.values(servers)) server.send('stop')
