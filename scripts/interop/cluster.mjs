import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root, run } from '../setup.mjs'

/** The Spark that is tried. */
export const sparkVersion = '4.0.1'

const environment = join(root, 'interop', 'target', `spark-${sparkVersion}`)

/** Spark from PyPI in an environment of its own, installed once; answers with why it is not there. */
export const installSpark = async () => {
  const lib = join(environment, 'lib')
  const homeIn = () =>
    existsSync(lib)
      ? readdirSync(lib)
          .map((python) => join(lib, python, 'site-packages', 'pyspark'))
          .find((path) => existsSync(join(path, 'bin', 'spark-sql')))
      : undefined
  const home = homeIn()
  if (home !== undefined) return { home }
  const made = await run('python3', ['-m', 'venv', environment])
  if (made.code !== 0) return { why: 'python3 with venv is not there' }
  const pip = join(environment, 'bin', 'pip')
  const installed = await run(pip, ['install', '--quiet', `pyspark==${sparkVersion}`])
  if (installed.code !== 0) return { why: `pip could not install pyspark ${sparkVersion}` }
  return { home: homeIn() }
}

/** All processes by their group: whatever one that was started has started itself. */
const processes = async () => {
  const { output } = await run('ps', ['-eo', 'pgid=,args='])
  return output.split('\n').map((line) => {
    const [, group, command] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? []
    return { group: Number(group), command: command ?? '' }
  })
}

/** A cluster of one master and two workers on this machine, each worker as if it were a machine. */
export const startCluster = async (home, folder) => {
  const env = { ...process.env, SPARK_HOME: home, SPARK_LOCAL_IP: '127.0.0.1' }
  const groups = new Set()
  const end = (group) => {
    try {
      process.kill(-group, 'SIGKILL')
    } catch {
      // It is gone already.
    }
    groups.delete(group)
  }
  const endAll = () => {
    for (const group of groups) end(group)
  }
  process.on('exit', endAll)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))

  /** Starts a part of the cluster in a process group of its own, and waits for what it says. */
  const start = (args, says) =>
    new Promise((resolve, reject) => {
      const child = spawn(join(home, 'bin', 'spark-class'), args, {
        env,
        cwd: folder,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      groups.add(child.pid)
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          const found = says.exec(line)
          if (found !== null) resolve({ group: child.pid, said: found[1] })
        })
      }
      child.on('error', reject)
      child.on('exit', (code) => reject(new Error(`${args[0]} ended with ${String(code)}`)))
    })

  const deploy = 'org.apache.spark.deploy'
  const local = ['--host', '127.0.0.1', '--port', '0', '--webui-port', '0']
  const master = await start([`${deploy}.master.Master`, ...local], /master at (spark:\S+)/)
  const startWorker = async () => {
    const args = ['--cores', '1', '--memory', '1g', '--work-dir', join(folder, 'workers')]
    const worker = [`${deploy}.worker.Worker`, ...local, ...args, master.said]
    return (await start(worker, /(Successfully registered) with master/)).group
  }
  return {
    env,
    url: master.said,
    workers: [await startWorker(), await startWorker()],
    /** Whether a worker runs a command now. */
    runs: async (worker, words) =>
      (await processes()).some(({ group, command }) => group === worker && command.includes(words)),
    /** Takes a worker away at once, with all that it runs, as a machine that loses its power. */
    kill: end,
    stop: endAll,
  }
}
