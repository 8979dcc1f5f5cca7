import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { orderSelect } from './order-select.ts'
import { metricOf } from './service-measured.ts'
import { servingForBench } from './serving.ts'

/**
 * Does the memory of a service stay flat? Many calls, each of another generated patient, so that every
 * card is new to the store; the memory that the process holds, and its heap, are read between them, and a
 * line is laid through what was read after the warm-up. Exit 1 when a line rises.
 *
 * `npm run soak` runs it with 200,000 calls; `tsx bench/memory.ts 20000` with fewer; a second argument
 * names the folder of another build.
 */
const calls = Number(process.argv[2] ?? 200_000)
const callers = 8
const samples = 40

/** A line through the last three quarters may rise by so much over all calls, in MB: noise of the collector. */
const mostGrowth = 20

const agent = new Agent({ keepAlive: true, maxSockets: callers })

const post = (address: string, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const outgoing = request(`${address}/cds-services/crampwise-order-select`, {
      agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    })
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      response.resume()
      response.on('end', () => {
        resolve(response.statusCode ?? 0)
      })
    })
    outgoing.end(body)
  })

interface Sample {
  readonly calls: number
  /** All that the process holds, in MB, as its metrics tell. */
  readonly resident: number
  /** Its JavaScript heap, in MB: between two collections it swings. */
  readonly heap: number
}

/** The slope of the line of least squares, in MB for each call. */
const slope = (points: readonly Sample[], of: 'resident' | 'heap'): number => {
  const mean = (what: (point: Sample) => number): number =>
    points.reduce((sum, point) => sum + what(point), 0) / points.length
  const middle = mean((point) => point.calls)
  const level = mean((point) => point[of])
  const above = mean((point) => (point.calls - middle) * (point[of] - level))
  return above / mean((point) => (point.calls - middle) ** 2)
}

const running = await servingForBench({}, process.argv[3])
const seen: Sample[] = []
const failed = new Map<number, number>()
const begun = performance.now()
for (let sample = 0; sample < samples; sample += 1) {
  const each = Math.ceil(calls / samples / callers)
  const caller = async (): Promise<void> => {
    for (let call = 0; call < each; call += 1) {
      const status = await post(running.address, orderSelect(randomUUID()))
      if (status !== 200) failed.set(status, (failed.get(status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  const megabytes = async (name: string): Promise<number> =>
    (await metricOf(running.address, name)) / 1024 / 1024
  const resident = await megabytes('process_resident_memory_bytes')
  const heap = await megabytes('nodejs_heap_size_used_bytes')
  const made = (sample + 1) * each * callers
  seen.push({ calls: made, resident, heap })
  console.log(
    `${String(made).padStart(7)} calls  ${resident.toFixed(1)} MB, heap ${heap.toFixed(1)} MB`,
  )
}
const seconds = (performance.now() - begun) / 1000
await running.stop()

const settled = seen.slice(samples / 4)
const lines = { resident: slope(settled, 'resident'), heap: slope(settled, 'heap') }
const made = seen.at(-1)?.calls ?? 0
console.log(
  `\n${String(made)} calls in ${seconds.toFixed(0)} s (${(made / seconds).toFixed(0)} a second, the caller on the same machine).`,
)
for (const [name, each] of Object.entries(lines)) {
  console.log(
    `Line through the last three quarters, ${name}: ${(each * 1000).toFixed(4)} MB for 1,000 calls, ${(each * calls).toFixed(1)} MB over ${String(calls)}.`,
  )
}
for (const [status, count] of failed)
  console.log(`${String(count)} calls answered ${String(status)}.`)
const isFlat = Object.values(lines).every((each) => each * calls < mostGrowth) && failed.size === 0
console.log(isFlat ? 'Memory is flat.' : 'Memory is NOT flat, or calls failed.')
process.exitCode = isFlat ? 0 : 1
