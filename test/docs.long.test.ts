import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  blocksIn,
  blocksOf,
  compile,
  documents,
  installCommand,
  layCheckout,
  missingFrom,
} from './documents.test-support.ts'
import type { Block } from './documents.test-support.ts'
import { root } from './repository.test-support.ts'
import { freePort } from './serving.test-support.ts'

const parent = mkdtempSync(join(tmpdir(), 'crampwise-docs-'))
const built = join(parent, 'built')
const running: ChildProcess[] = []

beforeAll(() => {
  layCheckout(built)
  compile(built)
}, 300_000)

afterAll(() => {
  rmSync(parent, { recursive: true, force: true })
})

const isRun = ({ mark, language }: Block): boolean =>
  mark.kind !== 'not run' && !(language === '' && mark.kind === 'none')

/** Where a page's blocks run: a checkout and a home of its own, and what the last block printed. */
interface Place {
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  readonly port: string
  printed: string
}

const layPlace = async (name: string): Promise<Place> => {
  const folder = join(parent, name.replaceAll('/', '-'))
  cpSync(built, folder, { recursive: true, verbatimSymlinks: true })
  const bin = installCommand(folder)
  const home = join(folder, '.home')
  mkdirSync(home)
  const env = {
    ...process.env,
    PATH: [bin, process.env['PATH']].join(delimiter),
    HOME: home,
    XDG_STATE_HOME: home,
    NO_COLOR: '1',
    DATABASE_URL: '',
  }
  return { folder, env, port: String(await freePort()), printed: '' }
}

/** Starts what goes on until the end of the page, and waits until it answers. */
const startServing = async (script: string, { folder, env, port }: Place): Promise<void> => {
  const child = spawn('bash', ['-c', `exec ${script}`], { cwd: folder, env, detached: true })
  running.push(child)
  let output = ''
  child.stdout.on('data', (text) => (output += String(text)))
  child.stderr.on('data', (text) => (output += String(text)))
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) break
    const answer = await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => undefined)
    if (answer?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect.fail(`It does not answer: ${output}`)
}

const runShell = async ({ text, mark }: Block, place: Place): Promise<void> => {
  const script = text.replaceAll('8080', place.port)
  if (mark.kind === 'serves') {
    await startServing(script.replaceAll(/\s+#.*$/gm, '').trim(), place)
    return
  }
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `set -eo pipefail\n${script}`], {
    cwd: place.folder,
    env: place.env,
    encoding: 'utf8',
    input: '',
    maxBuffer: 1 << 28,
  })
  place.printed = stdout
  const wanted = mark.kind === 'exits' ? mark.code : 0
  expect(status, stderr).toBe(wanted)
}

/** Checks the types of a program that uses the built package by its name, and runs it. */
const runProgram = (file: string, place: Place): void => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const settings = ['--noEmit', '--strict', '--module', 'NodeNext', '--target', 'ES2023']
  const types = ['--types', 'node', '--skipLibCheck', '--ignoreConfig']
  const checked = spawnSync(process.execPath, [tsc, ...settings, ...types, file], {
    cwd: place.folder,
    encoding: 'utf8',
  })
  expect(checked.stdout).toBe('')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file], {
    cwd: place.folder,
    env: place.env,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  place.printed = stdout
  expect(stdout).not.toBe('')
}

const applyPatch = ({ text }: Block, { folder, env }: Place): void => {
  const { status, stderr, stdout } = spawnSync(
    'patch',
    ['-p1', '--forward', '--no-backup-if-mismatch'],
    {
      cwd: folder,
      env,
      encoding: 'utf8',
      input: text,
    },
  )
  expect(status, `${stdout}${stderr}`).toBe(0)
}

const runBlock = async (block: Block, place: Place): Promise<void> => {
  const { language, text, mark } = block
  if (language === 'json') JSON.parse(text)
  if (mark.kind === 'file') {
    mkdirSync(dirname(join(place.folder, mark.name)), { recursive: true })
    writeFileSync(join(place.folder, mark.name), text)
  } else if (mark.kind === 'output') {
    expect(missingFrom(text, place.printed), place.printed).toBe(undefined)
  } else if (language === 'sh') {
    await runShell(block, place)
  } else if (language === 'ts') {
    const file = `block-${String(block.line)}.mts`
    writeFileSync(join(place.folder, file), text)
    runProgram(file, place)
  } else if (language === 'diff') {
    applyPatch(block, place)
  }
}

describe('the documents keep their word', () => {
  const pages = documents.filter((file) => blocksOf(file).some(isRun))

  test('there are documents whose blocks are run', () => {
    expect(pages).toContain('README.md')
    expect(pages.filter((file) => file.startsWith('docs/tutorials/')).length).toBeGreaterThan(5)
  })

  test('every block can be run, or says why it is not', () => {
    const all = documents.flatMap(blocksOf)
    const lost = all.filter(
      ({ language, mark, text }) =>
        mark.kind === 'unknown' ||
        (mark.kind === 'none' && !['', 'sh', 'json', 'ts', 'diff'].includes(language)) ||
        // A command is no drawing.
        (language === '' && /^(\$ )?(crampwise|np[mx]|node|curl|git|sh) /m.test(text)),
    )
    expect(lost.map(({ file, line, language }) => `${file}:${String(line)} ${language}`)).toEqual(
      [],
    )
  })

  describe.each(pages)('%s', (page) => {
    let place: Place
    beforeAll(async () => {
      place = await layPlace(page)
    })
    afterAll(() => {
      for (const { pid } of running.splice(0)) if (pid !== undefined) process.kill(-pid, 'SIGTERM')
    })
    const blocks = blocksOf(page).filter(isRun)
    test.each(blocks.map((block) => [block.line, block.text.split('\n')[0] ?? '', block] as const))(
      'line %i: %s',
      async (_line, _first, block) => {
        await runBlock(block, place)
      },
    )
  })
})

describe('a document that does not keep its word is found', () => {
  const place = { folder: parent, env: process.env, port: '8080', printed: 'one\ntwo\nthree' }
  const only = (text: string): Block => {
    const [block] = blocksIn('a.md', text)
    if (block === undefined) expect.fail('no block')
    return block
  }

  test.each([
    ['a command that fails', '```sh\nfalse\n```'],
    ['an option that is not', '```sh\nls --no-such-option\n```'],
    ['a failure in the middle', '```sh\nfalse\ntrue\n```'],
    ['a success where "no" was said', '<!-- exits: 1 -->\n```sh\ntrue\n```'],
    ['JSON with a comment', '```json\n{} // no\n```'],
    ['a program with a wrong type', '```ts\nconst a: number = "b"\nconsole.log(a)\n```'],
    ['other output', '<!-- output -->\n```text\nthree\none\n```'],
  ])('%s', async (_what, text) => {
    await expect(runBlock(only(text), { ...place })).rejects.toThrow()
  })

  test('while what is right passes', async () => {
    await runBlock(only('<!-- output -->\n```text\none\n…\nthree\n```'), { ...place })
    await runBlock(only('<!-- exits: 1 -->\n```sh\nfalse\n```'), { ...place })
  })
})
