import { today } from '../../assess/dates.ts'
import { outOfDate } from '../../assess/status.ts'
import { readConfig } from '../server/config.ts'
import { startService } from '../server/serve.ts'
import type { Running } from '../server/serve.ts'
import { errorFields } from '../server/trust/log.ts'
import { refuseStore, refuseTroubles, tellUnusedFolder } from './options-problems.ts'
import { version } from './version.ts'

/** What was typed. */
export interface ServeOptions {
  readonly config?: string
  readonly host?: string
  readonly port?: string
  readonly data?: string
  readonly profile?: string
}

/**
 * `crampwise serve`: serves until a signal ends it. Standard output is the log, one line of JSON for
 * each event; a person at a terminal is greeted on standard error.
 */
export const runServe = async ({ config: file, ...flags }: ServeOptions): Promise<number> => {
  const loaded = readConfig(file, flags)
  if ('problems' in loaded) {
    const count = loaded.problems.length
    const problems = count === 1 ? 'a problem' : `${String(count)} problems`
    return refuseTroubles(`${problems} in the configuration; nothing was started.`, loaded.problems)
  }
  tellUnusedFolder(loaded.config, flags.data)
  const running = await startService(loaded, {
    out: (text) => process.stdout.write(text),
    version,
    ...(process.env['CRAMPWISE_STARTED_BY'] === 'npm start'
      ? { portOption: 'npm start -- --port N' }
      : {}),
  })
  if ('problem' in running) return refuseStore('the service cannot start.', running.problem)
  silenceLibraries(running)
  if (process.stderr.isTTY) {
    const old = outOfDate(today())
    process.stderr.write(
      `${old === undefined ? '' : `${old}\n`}crampwise ${version} listens on ${running.address}\nTry: curl ${running.address}/cds-services\nEnd it with Ctrl+C.\n`,
    )
  }
  return untilSignal(running)
}

/** What a library prints may quote what it was reading: that it printed is logged, what is not. */
const silenceLibraries = ({ log }: Running): void => {
  const drop = (): void => {
    log.write({ event: 'library-output', level: 'warning' })
  }
  Object.assign(console, { log: drop, info: drop, warn: drop, error: drop, debug: drop })
}

/** Waits for the signal to end; a second one ends at once. A bug ends the process with code 70. */
const untilSignal = (running: Running): Promise<number> =>
  new Promise((resolve) => {
    let isStopping = false
    const stop = (signal: NodeJS.Signals): void => {
      if (isStopping) process.exit(1)
      isStopping = true
      running.stop(signal).then(
        () => {
          resolve(0)
        },
        (error: unknown) => {
          crash(error)
        },
      )
    }
    const crash = (error: unknown): void => {
      running.log.write({ event: 'crash', level: 'error', ...errorFields(error) })
      running.log.flush()
      process.exit(70)
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
    process.on('uncaughtException', crash)
    process.on('unhandledRejection', crash)
  })
