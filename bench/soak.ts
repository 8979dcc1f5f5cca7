import { createApp } from '../src/apps/server/app.ts'
import { parts } from '../src/apps/server/cds/call.test-support.ts'
import { fuzz, seeds } from '../test/cds-hooks/fuzz.ts'

/**
 * Mutated requests without end in sight: no error within, no wait, no growth. `tsx bench/soak.ts 100000 7`
 * sends so many, from that number on; a request that went wrong is sent again by its number.
 */
const count = Number(process.argv[2] ?? 100_000)
const first = Number(process.argv[3] ?? 0)

const app = createApp(parts())
const list = seeds()
const statuses = new Map<number, number>()
const wrong: string[] = []
let slowest = 0
let settled = 0

const heap = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1024 / 1024
}

for (let done = 0; done < count; done++) {
  const answer = await fuzz(app, list, first + done)
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  slowest = Math.max(slowest, answer.milliseconds)
  if (answer.wrong !== undefined) wrong.push(`request ${String(first + done)}: ${answer.wrong}`)
  if ((done + 1) % Math.max(1, Math.floor(count / 10)) !== 0) continue
  const now = heap()
  // After a tenth everything that is made once has been made.
  if (settled === 0) settled = now
  process.stdout.write(
    `${String(done + 1).padStart(8)} requests, heap ${now.toFixed(1)} MB, slowest ${slowest.toFixed(0)} ms, ${String(wrong.length)} wrong\n`,
  )
}

const byStatus = [...statuses].sort(([one], [other]) => one - other)
process.stdout.write(
  `\n${byStatus.map(([status, times]) => `${String(status)}: ${String(times)}`).join(', ')}\n`,
)
const grown = heap() - settled
process.stdout.write(`heap since the first tenth: ${grown >= 0 ? '+' : ''}${grown.toFixed(1)} MB\n`)
for (const line of wrong.slice(0, 20)) process.stdout.write(`${line}\n`)
const leaks = globalThis.gc !== undefined && grown > 30
if (leaks) process.stdout.write('The heap grows without bound.\n')
process.exitCode = wrong.length > 0 || leaks ? 1 : 0
