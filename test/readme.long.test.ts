import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { blocks, commandsOf, root } from './repository.test-support.ts'

describe('the README keeps its word', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crampwise-readme-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const patient = join(folder, 'patient.json')
  writeFileSync(patient, blocks('README.md', 'json')[0] ?? '')

  const run = (file: string, args: readonly string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', file, ...args], { cwd: root, encoding: 'utf8' })

  const typed = commandsOf('README.md').filter((command) => command.startsWith('npx crampwise '))

  test('it shows at least five commands', () => {
    expect(typed.length).toBeGreaterThanOrEqual(5)
  })

  test.each(typed)('"%s" does what it is there for', (command) => {
    const args = command
      .split(/\s+/)
      .slice(2)
      .map((word) => (word === 'patient.json' ? patient : word))
    const { status, stdout, stderr } = run('src/apps/cli/main.ts', args)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout.length).toBeGreaterThan(200)
  })

  test('the program of the library section runs, and prints each statement with its truth', () => {
    const [program = ''] = blocks('README.md', 'ts')
    const file = join(folder, 'library.mts')
    writeFileSync(file, program.replace("'crampwise'", `'${join(root, 'src/index.ts')}'`))
    const { status, stdout, stderr } = run(file, [])
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^(true|false|unknown) .*Increase baclofen/m)
    expect(stdout.split('\n').length).toBeGreaterThan(40)
  })
})
