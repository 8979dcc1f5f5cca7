import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A service that a measurement started as a process of its own. */
export interface BenchService {
  readonly address: string
  readonly stop: () => Promise<void>
}

const dist = fileURLToPath(new URL('../dist', import.meta.url))

/**
 * Starts the built `crampwise serve` without a rate limit, its log thrown away, on a free port. What was
 * built is measured: run from source through a loader, everything costs more.
 */
export const servingForBench = async (
  config: object = {},
  built: string = dist,
): Promise<BenchService> => {
  const command = join(built, 'apps', 'cli', 'main.js')
  if (!existsSync(command)) throw new Error('Nothing is built: run "npm run build" first.')
  const folder = mkdtempSync(join(tmpdir(), 'crampwise-bench-'))
  const file = join(folder, 'config.json')
  writeFileSync(file, JSON.stringify({ port: 0, rate: 'off', data: folder, ...config }))
  const child = spawn(process.execPath, [command, 'serve', '--config', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: '' },
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
  })
  // The first line of the log tells where it listens; the rest is read and dropped.
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /"address":"([^"]+)"/.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => {
      reject(new Error('The service did not start.'))
    })
  })
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
