import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './repository.test-support.ts'

const script = (name: string): string => pathToFileURL(join(root, 'scripts', name)).href

/** Runs a few lines as a program of its own, as on another machine. */
const run = (lines: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, ['--input-type=module', '--eval', lines.join('\n')], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })

describe('on a machine with another Node', () => {
  const check = (version: string) =>
    run([
      `Object.defineProperty(process.versions, 'node', { value: '${version}' })`,
      `const { checkNode } = await import('${script('setup.mjs')}')`,
      'checkNode()',
    ])

  test.each(['18.20.4', '20.18.3', '16.0.0'])('%s is too old, and it is said what to do', (old) => {
    const { status, stderr } = check(old)
    expect(status).toBe(1)
    expect(stderr).toContain(`crampwise needs Node 20.19 or newer; this is Node ${old}.`)
    expect(stderr).toContain('nvm install')
    expect(stderr).not.toContain('at ')
  })

  test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s will do', (version) => {
    const { status, stderr } = check(version)
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })
})

describe('where a program is missing that some tests need', () => {
  const bin = mkdtempSync(join(tmpdir(), 'crampwise-bin-'))
  afterAll(() => {
    rmSync(bin, { recursive: true })
  })
  beforeAll(() => {
    symlinkSync(process.execPath, join(bin, 'node'))
  })

  const install = (user: number, files: readonly string[]) =>
    run(
      [
        `process.getuid = () => ${String(user)}`,
        `const { installPrograms } = await import('${script('programs.mjs')}')`,
        `console.log(JSON.stringify(await installPrograms(${JSON.stringify(files)})))`,
      ],
      { PATH: bin },
    ).stdout

  test('nothing is said of a program that no test needs', () => {
    expect(install(0, ['src/logic/truth.test.ts'])).toBe('[]\n')
  })

  test('it is said plainly what is left out, and why: not Debian', () => {
    const said = install(0, ['page.browser.test.ts'])
    expect(said).toContain('LEFT OUT: the tests in *.browser.test.ts need Chromium')
    expect(said).toContain('this is not a Debian system')
    expect(said).toContain('["browser"]')
  })

  test('or not root, or not to be had', () => {
    const aptGet = join(bin, 'apt-get')
    writeFileSync(aptGet, '#!/bin/sh\necho "E: Unable to locate package chromium"\nexit 100\n')
    chmodSync(aptGet, 0o755)
    expect(install(1000, ['page.browser.test.ts'])).toContain('only root may install it')
    const said = install(0, ['page.browser.test.tsx'])
    expect(said).toContain('apt-get could not install it: E: Unable to locate package chromium')
    expect(said).toContain('["browser"]')
  })
})

describe('on a fresh clone, where nothing is installed yet', () => {
  const clone = mkdtempSync(join(tmpdir(), 'crampwise-fresh-'))
  afterAll(() => {
    rmSync(clone, { recursive: true })
  })
  beforeAll(() => {
    cpSync(join(root, 'scripts'), join(clone, 'scripts'), { recursive: true })
    cpSync(join(root, 'package.json'), join(clone, 'package.json'))
  })
  const start = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(clone, 'scripts', 'start.mjs'), ...args], {
      encoding: 'utf8',
    })

  test('npm start needs no package to begin with', () => {
    const { status, stdout, stderr } = start('--help')
    expect(stderr).toBe('')
    expect(stdout).toContain('--open')
    expect(status).toBe(0)
  })

  test('npm test needs no package to begin with', () => {
    const { imports } = JSON.parse(
      run([
        `import { readFileSync } from 'node:fs'`,
        `const of = (name) => readFileSync('${join(clone, 'scripts')}/' + name, 'utf8')`,
        `const imports = [of('test.mjs'), of('programs.mjs'), of('setup.mjs')].flatMap((text) => [...text.matchAll(/ from '([^']+)'/g)].map(([, name]) => name))`,
        `console.log(JSON.stringify({ imports }))`,
      ]).stdout,
    ) as { readonly imports: readonly string[] }
    expect(imports.filter((name) => !/^(node:|\.)/.test(name))).toEqual([])
  })

  test.each([['--prot'], ['--port', 'x']])('%s is refused, with what there is', (...args) => {
    const { status, stderr } = start(...args)
    expect(status).toBe(2)
    expect(stderr).toContain('npm start [-- OPTIONS]')
    expect(stderr).not.toContain(' at ')
  })

  test('an option that npm kept for itself is not lost in silence', () => {
    for (const words of [['--port', '8199'], ['--port=8199'], ['--open']]) {
      const { status, stderr } = spawnSync('npm', ['start', ...words], {
        encoding: 'utf8',
        cwd: clone,
      })
      expect(status).toBe(2)
      expect(stderr).toContain(`npm kept ${words[0]?.split('=')[0] ?? ''} for itself`)
      expect(stderr).toContain('npm start [-- OPTIONS]')
    }
  })
})
