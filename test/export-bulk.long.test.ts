import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { line, startServer } from '../src/sweep/bulk/server.test-support.ts'
import type { TestServer } from '../src/sweep/bulk/server.test-support.ts'
import { root } from './repository.test-support.ts'

const large = Array.from({ length: 20_000 }, (_none, n) => line('Observation', String(n))).join('')

let folder = ''
let server: TestServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crampwise-export-bulk-'))
  server = await startServer({ files: { 'Observation.1': large }, pending: 0 })
  writeFileSync(join(folder, 'key.json'), JSON.stringify(server.key))
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const command = (...more: readonly string[]) => {
  const client = ['--client-id', 'test-client', '--key', join(folder, 'key.json')]
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/apps/cli/main.ts', 'export-bulk', server.base, ...client, ...more],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let out = ''
  let problems = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (problems += chunk.toString()))
  const ended = new Promise<{ code: number | null; out: string; problems: string }>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, out, problems })
    })
  })
  return { child, ended }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

test('an export that is killed within a file goes on there, and asks for nothing twice', async () => {
  const out = join(folder, 'out')
  server.behavior.stalls = true
  const killed = command('--out', out)
  const partial = join(out, 'Observation.0001.ndjson.partial')
  for (let tries = 0; sizeOf(partial) < large.length / 3 && tries < 600; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  killed.child.kill('SIGKILL')
  await killed.ended
  const kept = sizeOf(partial)
  expect(kept).toBeGreaterThan(0)
  expect(readdirSync(out)).not.toContain('Observation.0001.ndjson')

  server.behavior.stalls = false
  const { code, out: told, problems } = await command('--out', out, '--json').ended
  expect(problems).toBe('')
  expect(code).toBe(0)
  expect(JSON.parse(told)).toMatchObject({ resumed: true, files: [{ lines: 20_000 }] })
  expect(readFileSync(join(out, 'Observation.0001.ndjson'), 'utf8')).toBe(large)
  expect(server.headers.map(({ headers }) => headers.range).filter(Boolean)).toEqual([
    `bytes=${String(kept)}-`,
  ])
  expect(server.asked.filter((one) => one.includes('$export'))).toHaveLength(1)
  expect(server.asked.at(-1)).toBe('DELETE /fhir/job/1')
})

test('what was typed wrongly is told, each with its place, and nothing is sent', async () => {
  server.asked.splice(0)
  const { code, problems } = await command(
    ...['--out', join(folder, 'no'), '--types', 'patient', '--parallel', '0', '--since', 'May'],
  ).ended
  expect(code).toBe(2)
  for (const place of ['--types', '--parallel', '--since']) expect(problems).toContain(place)
  expect(server.asked).toEqual([])
})
