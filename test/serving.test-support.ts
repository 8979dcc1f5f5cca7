import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The command as it runs from source. */
export const command = fileURLToPath(new URL('../src/apps/cli/main.ts', import.meta.url))

/** A `crampwise serve` that a test started as a process of its own. */
export interface ServingProcess {
  readonly address: string
  readonly child: ChildProcess
  /** What it wrote so far: its log, and its standard error. */
  readonly output: () => string
  readonly errors: () => string
  /** Sends a signal, and resolves with the exit code (null when a signal ended it). */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** A folder that nobody else uses. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'crampwise-serve-'))

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })

/** Runs `crampwise` with these arguments, without waiting for anything. */
export const runCommand = (
  parameters: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ServingProcess & { readonly ended: Promise<number | null> } => {
  const child = spawn(process.execPath, ['--import', 'tsx', command, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', ...env },
  })
  const written = { output: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.errors += text))
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  return {
    address: '',
    child,
    ended,
    output: () => written.output,
    errors: () => written.errors,
    end: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

/** Starts `crampwise serve` with a configuration, and waits until it is ready. */
export const serving = async (
  config: object,
  env: Readonly<Record<string, string>> = {},
): Promise<ServingProcess> => {
  const port = await freePort()
  const file = join(newFolder(), 'config.json')
  writeFileSync(file, JSON.stringify({ rate: 'off', port, ...config }))
  const running = runCommand(['serve', '--config', file], env)
  const address = `http://127.0.0.1:${String(port)}`
  for (let attempt = 0; attempt < 1200 && running.child.exitCode === null; attempt += 1) {
    const ready = await fetch(`${address}/health/ready`).catch(() => undefined)
    if (ready?.status === 200) return { ...running, address }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await running.end('SIGKILL')
  throw new Error(`The service did not start: ${running.errors()}${running.output()}`)
}
