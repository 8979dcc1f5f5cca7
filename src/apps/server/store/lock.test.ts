import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { askHolder, lockFolder } from './lock.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'crampwise-lock-'))
const answer = (question: string): Promise<string> => Promise.resolve(`answer to ${question}`)

test('a folder belongs to one at a time, and is free again when it is released', async () => {
  const place = folder()
  const first = await lockFolder(place, answer)
  expect(first).not.toBe('held')
  expect(await lockFolder(place, answer)).toBe('held')
  if (first !== 'held') await first.release()
  const next = await lockFolder(place, answer)
  expect(next).not.toBe('held')
  if (next !== 'held') await next.release()
  expect(readdirSync(place)).toEqual([])
})

test('who has a folder answers questions; where nobody has it there is no answer', async () => {
  const place = folder()
  expect(await askHolder(place, 'x')).toBeUndefined()
  const lock = await lockFolder(place, answer)
  expect(await askHolder(place, '{"since":1}')).toBe('answer to {"since":1}')
  if (lock !== 'held') await lock.release()
})

test('a folder with a long path can be locked', async () => {
  const place = join(folder(), 'x'.repeat(100), 'y'.repeat(100))
  mkdirSync(place, { recursive: true })
  const lock = await lockFolder(place, answer)
  expect(await askHolder(place, 'x')).toBe('answer to x')
  if (lock !== 'held') await lock.release()
})

test('of many that want a folder at once, one gets it', async () => {
  const place = folder()
  const all = await Promise.all(Array.from({ length: 20 }, () => lockFolder(place, answer)))
  const got = all.filter((one) => one !== 'held')
  expect(got).toHaveLength(1)
  for (const lock of got) await lock.release()
})

test('a lock of a process that was killed is known to be left behind', async () => {
  const place = folder()
  const lockFile = fileURLToPath(new URL('lock.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      `const { lockFolder } = await import(${JSON.stringify(lockFile)})
       console.log(await lockFolder(${JSON.stringify(place)}, async () => '') === 'held' ? 'held' : 'got')
       setInterval(() => {}, 1000)`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const said = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', resolve)
  })
  expect(said.trim()).toBe('got')
  expect(await lockFolder(place, answer)).toBe('held')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  const lock = await lockFolder(place, answer)
  expect(lock).not.toBe('held')
  if (lock !== 'held') await lock.release()
})
