import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout; every script works there, wherever it was started. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Prints one line. */
export const say = (line) => process.stdout.write(`${line}\n`)

/** Ends with a plain message: what is wrong, and what to do. */
export const giveUp = (message, code = 1) => {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}

/** Runs a program; its output is shown as it comes (`show`) or handed back with its exit code. */
export const run = (program, args, { show = false, env = {} } = {}) =>
  new Promise((resolve) => {
    let output = ''
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    const keep = (text) => {
      output += text
    }
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code, signal) => {
      if (signal !== null) output += `\n${program} was stopped by ${signal}.`
      resolve({ code: code ?? 1, output })
    })
  })

/** Runs a program that is installed with the dependencies, such as `tsc`, under this same Node. */
export const runTool = (tool, args, options) => {
  const [name, bin = name] = tool.split(':')
  const folder = join(root, 'node_modules', name)
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = typeof bins === 'string' ? bins : bins[bin]
  return run(process.execPath, [join(folder, file), ...args], options)
}

/** Ends unless this Node is as new as package.json asks for. */
export const checkNode = () => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const needed = engines.node.replace('>=', '')
  const [major, minor = 0] = needed.split('.').map(Number)
  const [hasMajor, hasMinor] = process.versions.node.split('.').map(Number)
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return
  giveUp(
    `crampwise needs Node ${needed} or newer; this is Node ${process.versions.node}.\n` +
      'Install a newer one from https://nodejs.org, or run "nvm install", and try again.',
  )
}

/** The packages of a lockfile, by their place; none when there is no such file. */
const packagesIn = (file) =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}

/** Whether something that the lockfile names is missing here, or is another version. */
const areMissing = () => {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  const wanted = Object.entries(packagesIn(join(root, 'package-lock.json')))
  return wanted.some(
    ([place, { version, optional }]) =>
      place.startsWith('node_modules/') &&
      optional !== true &&
      installed[place]?.version !== version,
  )
}

/** Installs the dependencies from the lockfile, unless they are there already. */
export const installDependencies = async () => {
  if (!areMissing()) return
  say('Installing dependencies from the lockfile (about a minute, once) ...')
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } =
    npm?.endsWith('.js') === true
      ? await run(process.execPath, [npm, ...args])
      : await run('npm', args)
  if (code !== 0) {
    giveUp(
      `${output.trim()}\n\nThe dependencies could not be installed (npm ci, exit ${String(code)}).\n` +
        'npm needs to reach a package registry. Behind a proxy, set it with "npm config set proxy".',
    )
  }
}
