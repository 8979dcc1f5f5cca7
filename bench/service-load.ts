import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { patientId } from './hook-calls.ts'
import type { HookCall } from './hook-calls.ts'

/** What a load made of a server. */
export interface Load {
  /** Answers for each second. */
  readonly perSecond: number
  /** Milliseconds from when a request was due to when its answer was whole, rising. */
  readonly latencies: readonly number[]
  readonly failed: number
}

/** A connection that sends one request at a time, and tells whether it was answered with 200. */
interface Line {
  readonly send: (request: Buffer) => Promise<boolean>
  readonly end: () => void
}

/**
 * So many requests of a call, each with a fresh token where tokens are made, and about another person where that is
 * asked for: advice to each is then new to the store. Made before anything is timed.
 */
export const requestsOf = (
  { path, body }: HookCall,
  count: number,
  token?: (path: string) => Promise<string>,
  whose: 'of one' | 'of others' = 'of one',
): Promise<readonly Buffer[]> => {
  const head = (sent: string): readonly string[] => [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${String(Buffer.byteLength(sent))}`,
  ]
  const bytes = (sent: string, more: readonly string[]): Buffer =>
    Buffer.from([...head(sent), ...more, '', sent].join('\r\n'))
  const plain = bytes(body, [])
  const made = async (_none: unknown, index: number): Promise<Buffer> => {
    if (token === undefined && whose === 'of one') return plain
    const sent =
      whose === 'of one' ? body : body.replaceAll(patientId, `${patientId}-${String(index)}`)
    return bytes(sent, token === undefined ? [] : [`Authorization: Bearer ${await token(path)}`])
  }
  return Promise.all(Array.from({ length: count }, made))
}

/** Whether an answer is whole: by its length, or by the last of its chunks. */
const isWhole = (text: string): boolean => {
  const head = text.indexOf('\r\n\r\n')
  if (head === -1) return false
  const length = /content-length: (\d+)/i.exec(text.slice(0, head))?.[1]
  return length === undefined
    ? text.endsWith('0\r\n\r\n')
    : text.length - head - 4 >= Number(length)
}

const lineTo = (port: number): Promise<Line> =>
  new Promise((resolve, reject) => {
    let answered: ((isGood: boolean) => void) | undefined
    let text = ''
    const socket: Socket = connect(port, '127.0.0.1', () => {
      resolve({
        send: (request) =>
          new Promise((done) => {
            answered = done
            text = ''
            socket.write(request)
          }),
        end: () => socket.destroy(),
      })
    })
    socket.setNoDelay(true).setEncoding('latin1')
    socket.on('data', (more: string) => {
      text += more
      if (isWhole(text)) answered?.(text.startsWith('HTTP/1.1 200'))
    })
    socket.on('error', reject)
  })

const open = (port: number, lines: number): Promise<readonly Line[]> =>
  Promise.all(Array.from({ length: lines }, () => lineTo(port)))

/** Requests as fast as they are answered: every connection sends the next as soon as it has an answer. */
export const flood = async (
  port: number,
  requests: readonly Buffer[],
  { lines }: { readonly lines: number },
): Promise<Load> => {
  const connections = await open(port, lines)
  const latencies: number[] = []
  let failed = 0
  const left = requests.values()
  const began = performance.now()
  await Promise.all(
    connections.map(async (line) => {
      for (const request of left) {
        const sent = performance.now()
        if (!(await line.send(request))) failed += 1
        latencies.push(performance.now() - sent)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  for (const line of connections) line.end()
  return rising({ perSecond: latencies.length / seconds, latencies, failed })
}

/**
 * Requests at a fixed pace, whatever the server does: the wait of a request that is late counts, from when
 * it was due.
 */
export const pace = async (
  port: number,
  requests: readonly Buffer[],
  perSecond: number,
): Promise<Load> => {
  const all = await open(port, 64)
  const free = [...all]
  const latencies: number[] = []
  let failed = 0
  const waiting: (readonly [request: Buffer, due: number])[] = []
  const start = (line: Line, request: Buffer, due: number): void => {
    void line.send(request).then((isGood) => {
      if (!isGood) failed += 1
      latencies.push(performance.now() - due)
      const next = waiting.shift()
      if (next === undefined) free.push(line)
      else start(line, ...next)
    })
  }
  const began = performance.now()
  for (const [index, request] of requests.entries()) {
    const due = began + (index * 1000) / perSecond
    // By a timer: what turned in circles instead would take a core from what is measured.
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, 1))
    const line = free.pop()
    if (line === undefined) waiting.push([request, due])
    else start(line, request, due)
  }
  while (free.length < all.length) await new Promise((resolve) => setTimeout(resolve, 1))
  const seconds = (performance.now() - began) / 1000
  for (const line of all) line.end()
  return rising({ perSecond: latencies.length / seconds, latencies, failed })
}

const rising = (load: Load): Load => ({
  ...load,
  latencies: [...load.latencies].sort((one, other) => one - other),
})

/** The latency that so many of a hundred requests did not exceed, in milliseconds. */
export const percentile = ({ latencies }: Load, percent: number): number =>
  latencies[Math.min(latencies.length - 1, Math.floor((latencies.length * percent) / 100))] ?? NaN
