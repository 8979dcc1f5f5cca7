import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** What a load made of a server. */
export interface Load {
  /** Answers for each second. */
  readonly perSecond: number
  /** Milliseconds from when a request was due to when its answer was whole, rising. */
  readonly latencies: readonly number[]
  readonly failed: number
}

/** A connection that sends the same request again and again, one at a time. */
interface Line {
  readonly send: () => Promise<boolean>
  readonly end: () => void
}

const bytesOf = (path: string, body: string): Buffer =>
  Buffer.from(
    [
      `POST ${path} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Content-Type: application/json',
      `Content-Length: ${String(Buffer.byteLength(body))}`,
      '',
      body,
    ].join('\r\n'),
  )

/** Whether an answer is whole: by its length, or by the last of its chunks. */
const isWhole = (text: string): boolean => {
  const head = text.indexOf('\r\n\r\n')
  if (head === -1) return false
  const length = /content-length: (\d+)/i.exec(text.slice(0, head))?.[1]
  return length === undefined
    ? text.endsWith('0\r\n\r\n')
    : text.length - head - 4 >= Number(length)
}

const lineTo = (port: number, request: Buffer): Promise<Line> =>
  new Promise((resolve, reject) => {
    let answered: ((isGood: boolean) => void) | undefined
    let text = ''
    const socket: Socket = connect(port, '127.0.0.1', () => {
      resolve({
        send: () =>
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

const open = (port: number, request: Buffer, lines: number): Promise<readonly Line[]> =>
  Promise.all(Array.from({ length: lines }, () => lineTo(port, request)))

/** So many requests, as fast as they are answered: every connection sends the next as soon as it has an answer. */
export const flood = async (
  port: number,
  path: string,
  body: string,
  { lines, calls }: { readonly lines: number; readonly calls: number },
): Promise<Load> => {
  const connections = await open(port, bytesOf(path, body), lines)
  const latencies: number[] = []
  let failed = 0
  let left = calls
  const began = performance.now()
  await Promise.all(
    connections.map(async (line) => {
      while (left > 0) {
        left -= 1
        const sent = performance.now()
        if (!(await line.send())) failed += 1
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
  path: string,
  body: string,
  { perSecond, milliseconds }: { readonly perSecond: number; readonly milliseconds: number },
): Promise<Load> => {
  const free = [...(await open(port, bytesOf(path, body), 64))]
  const all = [...free]
  const latencies: number[] = []
  let failed = 0
  const waiting: number[] = []
  const began = performance.now()
  const start = (line: Line, due: number): void => {
    void line.send().then((isGood) => {
      if (!isGood) failed += 1
      latencies.push(performance.now() - due)
      const next = waiting.shift()
      if (next === undefined) free.push(line)
      else start(line, next)
    })
  }
  let due = began
  while (due - began < milliseconds) {
    const now = performance.now()
    for (; due <= now; due += 1000 / perSecond) {
      const line = free.pop()
      if (line === undefined) waiting.push(due)
      else start(line, due)
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  while (free.length < all.length) await new Promise((resolve) => setTimeout(resolve, 1))
  for (const line of all) line.end()
  return rising({ perSecond: (latencies.length * 1000) / milliseconds, latencies, failed })
}

const rising = (load: Load): Load => ({
  ...load,
  latencies: [...load.latencies].sort((one, other) => one - other),
})

/** The latency that so many of a hundred requests did not exceed, in milliseconds. */
export const percentile = ({ latencies }: Load, percent: number): number =>
  latencies[Math.min(latencies.length - 1, Math.floor((latencies.length * percent) / 100))] ?? NaN
