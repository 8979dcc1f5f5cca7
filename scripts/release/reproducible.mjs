import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { hashesOf, layCommit } from './checkout.mjs'
import { failed, unless } from './result.mjs'

/** Two machines as unlike as one can make them: other folder, time zone, language and umask. */
const machines = [
  { folder: 'one', env: { TZ: 'UTC', LANG: 'C.UTF-8' }, umask: '022' },
  { folder: 'another/far/away', env: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8' }, umask: '077' },
]

const shell = (command, cwd, { env, umask }) =>
  spawnSync('sh', ['-c', `umask ${umask}; ${command}`], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
    maxBuffer: 1 << 28,
  })

/** Builds and packs the commit in a folder; the path of the package, or what went wrong. */
const buildIn = async (folder, machine) => {
  const wrong = await layCommit(folder)
  if (wrong !== undefined) return { wrong }
  const built = shell('node scripts/build.mjs', folder, machine)
  if (built.status !== 0) return { wrong: `${built.stdout}${built.stderr}`.trim() }
  const packed = shell('npm pack --json --silent', folder, machine)
  if (packed.status !== 0) return { wrong: packed.stderr.trim() }
  const [info] = Object.values(JSON.parse(packed.stdout))
  return { info, tarball: join(folder, info.filename), hashes: hashesOf(join(folder, 'dist')) }
}

const differences = (one, other) =>
  [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name))

/** Builds the commit twice, as on two machines, and compares every byte. Hands back the first package. */
export const buildTwice = async (folder) => {
  const builds = []
  for (const machine of machines) {
    const built = await buildIn(join(folder, machine.folder), machine)
    if (built.wrong !== undefined) {
      return { result: failed('The commit does not build.', [built.wrong]) }
    }
    builds.push(built)
  }
  const [first, second] = builds
  const places = differences(first.hashes, second.hashes).map((name) => `dist/${name}`)
  if (first.info.integrity !== second.info.integrity) places.push(first.info.filename)
  return {
    result: unless(
      places,
      `Two builds in two folders are the same in all ${String(first.hashes.size)} files, and so are their packages (${first.info.integrity.slice(0, 20)}…).`,
      'Two builds of one commit differ.',
    ),
    ...first,
    folder: join(folder, machines[0].folder),
  }
}
