import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { checkNode, giveUp, installDependencies, root, say } from './setup.mjs'

const usage = `npm start [-- OPTIONS]
  --port N    listen on another port than 8080
  --open      open the workbench in a browser
  --help      show this`

const optionsOf = (args) => {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '8080' },
        open: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (!/^\d{1,5}$/.test(values.port)) throw new Error(`"${values.port}" is not a port.`)
    return values
  } catch (error) {
    return giveUp(`${error.message}\n\n${usage}`, 2)
  }
}

/**
 * Reads the log: resolves when the service says that it listens. Another program on the same port may
 * answer too, so nobody is asked. Of the rest only what is wrong is shown: it holds a line for each call.
 */
const started = (log) =>
  new Promise((resolve) => {
    createInterface({ input: log }).on('line', (line) => {
      if (/"event":"started"/.test(line)) resolve(true)
      else if (/"level":"(warning|error)"/.test(line)) process.stderr.write(`${line}\n`)
    })
  })

const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }

/** Opens a browser; where there is none, the address above does. */
const openBrowser = (address) => {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open']
  spawn(program, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => say(`No browser could be opened (${program}). Open the address above.`))
    .unref()
}

// Without the two dashes npm keeps an option for itself, and hands it on as its own.
for (const name of ['port', 'open']) {
  if (process.env[`npm_config_${name}`] !== undefined) {
    giveUp(`npm kept --${name} for itself: there must be "--" before it.\n\n${usage}`, 2)
  }
}
const { port, open, help } = optionsOf(process.argv.slice(2))
if (help) {
  say(usage)
  process.exit(0)
}
checkNode()
await installDependencies()
if (!existsSync(join(root, 'dist'))) say('Building (about a minute, once) ...')
await build()

// In a group of its own: Ctrl+C in a terminal reaches this program alone, and the service one signal,
// since a second one would end it at once.
const service = spawn(process.execPath, ['dist/apps/cli/main.js', 'serve', '--port', port], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
  // What the service says of its port is said in the words of "npm start".
  env: { ...process.env, CRAMPWISE_STARTED_BY: 'npm start' },
})
const listens = started(service.stdout)
const end = new Promise((resolve) => service.on('exit', (code) => resolve(code ?? 1)))
// The service stops in order; this program ends when it has.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => service.kill('SIGTERM'))
}

const address = `http://127.0.0.1:${port}/`
if (await Promise.race([listens, end.then(() => false)])) {
  say(`
crampwise is at ${address} (on this machine only; Ctrl+C ends it)

  ${address}docs/          the documents
  ${address}cds-services   CDS Hooks, for a record system

Try: open ${address}, and type a patient of 58 years who takes 20 mg a day;
or load the synthetic record examples/records/01-increase.json.`)
  if (open) openBrowser(address)
}
process.exitCode = await end
