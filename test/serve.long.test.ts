import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newFolder, runCommand, serving } from './serving.test-support.ts'
import type { ServingProcess } from './serving.test-support.ts'

const folder = newFolder()
let running: ServingProcess

beforeAll(async () => {
  running = await serving({ data: folder })
})

afterAll(() => {
  running.child.kill('SIGKILL')
})

const card = '11111111-2222-4333-8444-555555555555'
const body = JSON.stringify({
  feedback: [{ card, outcome: 'overridden', outcomeTimestamp: '2026-11-23T12:00:00Z' }],
})
const path = '/cds-services/crampwise-order-sign/feedback'

/** Runs a command to its end. */
const ran = async (...parameters: readonly string[]) => {
  const { ended, output, errors } = runCommand(parameters)
  return { code: await ended, output: output(), errors: errors() }
}

describe('crampwise serve does not start, and says why and what to do,', () => {
  test('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const result = await ran('serve', '--port', String(port), '--data', newFolder())
    other.close()
    expect(result).toMatchObject({ code: 2, output: '' })
    expect(result.errors).toContain(
      `127.0.0.1:${String(port)}: Another program is using this port.`,
    )
    expect(result.errors).toContain('--port')
  })

  test('when the port is taken and it was started by npm: in the words that npm understands', async () => {
    const { port } = new URL(running.address)
    const { ended, errors } = runCommand(['serve', '--port', port, '--data', newFolder()], {
      CRAMPWISE_STARTED_BY: 'npm start',
    })
    expect(await ended).toBe(2)
    expect(errors()).toContain('choose another port with npm start -- --port N.')
  })

  test('when its database is away: with 75, for whoever starts it again; and --data is not the store then', async () => {
    for (const words of [['serve', '--port', '0'], ['feedback']]) {
      const { ended, errors } = runCommand([...words, '--data', newFolder()], {
        DATABASE_URL: 'postgresql://jane:secret@127.0.0.1:1/x',
      })
      expect(await ended).toBe(75)
      expect(errors()).toContain('No PostgreSQL answers at 127.0.0.1:1 (ECONNREFUSED).')
      expect(errors()).toMatch(/^crampwise: DATABASE_URL is set, so the store is that database and/)
      expect(errors()).not.toContain('secret')
    }
  })

  test('when another service has the data folder', async () => {
    const result = await ran('serve', '--port', '0', '--data', folder)
    expect(result.code).toBe(2)
    expect(result.errors).toContain('Another crampwise is using this folder')
    expect(result.errors).toContain('DATABASE_URL')
  })

  test('when the configuration has problems: all of them, each with its place', async () => {
    const file = join(newFolder(), 'config.json')
    writeFileSync(file, JSON.stringify({ rate: 0, cors: { origin: [] }, port: 'x' }))
    const result = await ran('serve', '--config', file)
    expect(result).toMatchObject({ code: 2, output: '' })
    for (const place of ['rate:', 'cors.origin:', 'port:']) expect(result.errors).toContain(place)
    expect(result.errors).toContain('Did you mean "origins"?')
  })
})

describe('crampwise feedback', () => {
  test('reads the store of a running service, for people and for programs', async () => {
    const posted = await fetch(running.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(posted.status).toBe(200)
    const json = await ran('feedback', '--data', folder, '--json')
    expect(json.code).toBe(0)
    expect(JSON.parse(json.output)).toEqual({
      entries: 1,
      statements: [],
      unknownCards: { accepted: 0, overridden: 1 },
    })
    const text = await ran('feedback', '--data', folder, '--since', '2020-01-01')
    expect(text.output).toContain('Feedback since 2020-01-01T00:00:00.000Z: 1 entries.')
  })

  test('says where there is no store, and what is no date', async () => {
    const nowhere = await ran('feedback', '--data', newFolder())
    expect(nowhere).toMatchObject({ code: 2, output: '' })
    expect(nowhere.errors).toContain('There is no store in this folder.')
    const noDate = await ran('feedback', '--data', folder, '--since', 'yesterday')
    expect(noDate).toMatchObject({ code: 2, output: '' })
    expect(noDate.errors).toContain('--since')
  })
})

/** Begins a request whose body is not there yet; hands back how to send it, and what is answered. */
const beginRequest = (address: string) => {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.setEncoding('utf8').on('data', (more: string) => (text += more))
  const closed = new Promise<string>((resolve) => {
    socket.on('close', () => {
      resolve(text)
    })
  })
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${String(body.length)}\r\n\r\n`,
  )
  return { finish: () => socket.write(body), closed }
}

test('on SIGTERM it takes no more calls, answers those that came, and ends with 0', async () => {
  const own = await serving({ data: newFolder() })
  const { finish, closed } = beginRequest(own.address)
  await new Promise((resolve) => setTimeout(resolve, 200))
  own.child.kill('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 300))
  await expect(fetch(`${own.address}/health/live`)).rejects.toThrow()
  finish()
  expect(await closed).toMatch(/^HTTP\/1\.1 200 [\s\S]*"new":1/)
  expect(await own.end('SIGCONT')).toBe(0)
  const events = own
    .output()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object)
  expect(events.at(0)).toMatchObject({ event: 'started', tokens: 'off' })
  expect(events.slice(-2)).toMatchObject([{ event: 'request' }, { event: 'stopped' }])
})

test('on SIGTERM it does not wait for ever for a call that does not come', async () => {
  const own = await serving({ data: newFolder(), limits: { stopSeconds: 1 } })
  const { closed } = beginRequest(own.address)
  await new Promise((resolve) => setTimeout(resolve, 200))
  const begun = Date.now()
  expect(await own.end('SIGTERM')).toBe(0)
  expect(Date.now() - begun).toBeLessThan(15_000)
  await closed
})
