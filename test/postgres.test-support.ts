import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

/** A PostgreSQL server that a test started for itself. */
export interface TestServer {
  readonly url: string
  /** Another address: a new database on the same server. */
  readonly newDatabase: () => Promise<string>
  /** Kills the server without warning. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same files. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** The folder of the newest PostgreSQL programs on this machine. */
const programs = (): string => {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root) : []
  const found = versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(root, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')))
  if (found === undefined) {
    throw new Error(
      'PostgreSQL is not installed: "apt-get install postgresql" on Debian. "npm test" leaves this test out and says so.',
    )
  }
  return found
}

/** PostgreSQL refuses to run as root: there it runs as the user of the package. */
const asUser = (): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })

const isAnswering = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const untilAnswering = async (url: string): Promise<void> => {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await isAnswering(url)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The PostgreSQL of this test does not answer.')
}

/** Makes a new PostgreSQL in a temporary folder and starts it on a free port of this machine. */
export const startPostgres = async (): Promise<TestServer> => {
  const bin = programs()
  const user = asUser()
  const folder = mkdtempSync(join(tmpdir(), 'crampwise-pg-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const options = { ...user, cwd: folder, env: { PATH: bin, LC_ALL: 'C.UTF-8' } }
  const files = join(folder, 'data')
  execFileSync(
    join(bin, 'initdb'),
    ['-D', files, '-U', 'crampwise', '--auth=trust', '--encoding=UTF8'],
    { ...options, stdio: 'pipe' },
  )
  const port = await freePort()
  const url = `postgresql://crampwise@127.0.0.1:${String(port)}/postgres`
  const start = async (): Promise<ChildProcess> => {
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', files, '-p', String(port), '-h', '127.0.0.1', '-k', ''],
      { ...options, stdio: 'ignore' },
    )
    await untilAnswering(url)
    return server
  }
  const end = (server: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve) => {
      server.once('exit', () => {
        resolve()
      })
      server.kill(signal)
    })
  let server = await start()
  let made = 0
  return {
    url,
    newDatabase: async () => {
      made += 1
      const client = new Client({ connectionString: url })
      await client.connect()
      await client.query(`create database test_${String(made)}`)
      await client.end()
      return url.replace(/postgres$/, `test_${String(made)}`)
    },
    kill: () => end(server, 'SIGQUIT'),
    restart: async () => {
      server = await start()
    },
    stop: async () => {
      await end(server, 'SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
