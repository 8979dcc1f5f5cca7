import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/apps/cli/commands.ts'
import { readConfig } from '../src/apps/server/config.ts'
import { allOf, shapeOf } from '../src/apps/cli/shell/shape.ts'
import { read, root } from './repository.test-support.ts'

const unit = read('deploy/crampwise.service')
const container = read('deploy/Containerfile')
const { bin, engines } = JSON.parse(read('package.json')) as {
  readonly bin: { readonly crampwise: string }
  readonly engines: { readonly node: string }
}
const all = allOf(shapeOf(commands()))

/** What of a typed command does not exist: its name, or an option. */
const unknownIn = ([name = '', ...rest]: readonly string[]): readonly string[] => {
  const command = all.find(({ path }) => path.join(' ') === name)
  if (command === undefined) return [name]
  const known = command.options.flatMap(({ names }) => names)
  return rest.filter((word) => word.startsWith('-') && !known.includes(word))
}

const jsonLine = (keyword: string): readonly string[] =>
  JSON.parse(new RegExp(`^${keyword} (\\[.*\\])$`, 'm').exec(container)?.[1] ?? 'null') as string[]

describe('the systemd unit', () => {
  const start = /^ExecStart=(.*)$/m.exec(unit)?.[1]?.split(' ') ?? []

  test('starts a command that exists, with options that exist', () => {
    expect(start[0]).toMatch(/\/crampwise$/)
    expect(unknownIn(start.slice(1))).toEqual([])
  })

  test('a wrong option would be noticed', () => {
    expect(unknownIn(['serve', '--confg', 'a'])).toEqual(['--confg'])
    expect(unknownIn(['serv'])).toEqual(['serv'])
  })

  test('may write its state folder only, and keeps no rights', () => {
    for (const line of [
      ...['DynamicUser=yes', 'StateDirectory=crampwise', 'ProtectSystem=strict', 'ProtectHome=yes'],
      ...['NoNewPrivileges=yes', 'CapabilityBoundingSet=', 'UMask=0077'],
    ]) {
      expect(unit.split('\n')).toContain(line)
    }
    expect(unit).not.toMatch(/^(ReadWritePaths|User=root)/m)
    // Node compiles as it runs: with this it would not start.
    expect(unit).not.toMatch(/^MemoryDenyWriteExecute=yes/m)
  })

  test('gives the service longer to stop than it takes', () => {
    const loaded = readConfig(undefined, {}, {})
    if ('problems' in loaded) expect.fail(JSON.stringify(loaded.problems))
    const { stopSeconds } = loaded.config.limits
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(stopSeconds)
  })
})

describe('the container file', () => {
  const [node, main, ...start] = jsonLine('ENTRYPOINT')

  test('starts the command of the package, with options that exist', () => {
    expect(node).toBe('node')
    expect(main).toBe(bin.crampwise)
    expect(unknownIn([...start, ...jsonLine('CMD')])).toEqual([])
    expect(start).toContain('/data')
  })

  test('runs as a user without rights, who owns the data folder alone', () => {
    const user = container.lastIndexOf('\nUSER node\n')
    expect(user).toBeGreaterThan(container.lastIndexOf('\nRUN '))
    expect(user).toBeLessThan(container.indexOf('\nENTRYPOINT '))
    expect(container).toContain('VOLUME /data')
  })

  test('takes a Node that crampwise runs on, and files that are there', () => {
    const [, image = ''] = /^FROM \S+\/node:(\d+)/m.exec(container) ?? []
    expect(Number(image)).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]))
    const copied = [...container.matchAll(/^COPY (?!--from)(.*) \S+$/gm)]
    const sources = copied.flatMap(([, words = '']) => words.split(' '))
    expect(sources.filter((file) => !existsSync(join(root, file)))).toEqual([])
    expect(container).toContain('node scripts/build.mjs')
  })

  const health = /HEALTHCHECK[^[]*(\[.*\])/.exec(container)?.[1] ?? '[]'

  test.each([
    [200, 0],
    [503, 1],
  ])('its health check, answered %i, ends with %i', async (status, code) => {
    const asked: (string | undefined)[] = []
    const server = createServer((request, response) => {
      asked.push(request.url)
      response.writeHead(status).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const port = String((server.address() as AddressInfo).port)
    const [, ...args] = JSON.parse(health.replace(':8080', `:${port}`)) as string[]
    const ended = await new Promise((resolve) => {
      spawn(process.execPath, args).once('close', resolve)
    })
    server.close()
    expect(ended).toBe(code)
    expect(asked).toEqual(['/health/live'])
    expect(readFileSync(join(root, 'src/apps/server/trust/health.ts'), 'utf8')).toContain(
      "'/health/live'",
    )
  })
})
