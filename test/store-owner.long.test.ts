import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore } from '../src/apps/server/store/open.ts'
import { command, newFolder } from './serving.test-support.ts'

/** Somebody without rights; where this test runs as root, what is tested runs as them. */
const nobody = 65534
const isRoot = process.getuid?.() === 0
const user = isRoot ? nobody : process.getuid?.()

/** Runs `crampwise` as a user without rights. */
const run = (...parameters: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', command, ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: '', HOME: newFolder() },
    ...(user === undefined ? {} : { uid: user }),
  })

/** The data folder of a service that has stopped. */
const stoppedService = async (): Promise<string> => {
  const folder = newFolder()
  const store = await openStore({ folder })
  if ('problem' in store) throw new Error(JSON.stringify(store.problem))
  await store.close()
  if (isRoot) execFileSync('chown', ['-R', String(nobody), folder])
  return folder
}

describe.runIf(process.platform !== 'win32')('a service that stands still', () => {
  test('does not start on a file that it may not write, and names it and the remedy', async () => {
    const folder = await stoppedService()
    const file = join(folder, 'pg', 'global', 'pg_control')
    chmodSync(file, 0o000)
    const { status, stderr } = run('serve', '--port', '0', '--data', folder)
    expect(status).toBe(2)
    expect(stderr).toContain(`${file}: This file of the store cannot be written by this user.`)
    expect(stderr).toContain(`chown -R --reference=${folder} ${folder}`)
  })

  test.runIf(isRoot)('keeps its files: root is refused, and its user is not', async () => {
    const folder = await stoppedService()
    const store = await openStore({ folder })
    expect(store).toMatchObject({
      problem: { where: folder, remedy: expect.stringContaining("sudo -u '#65534'") as string },
    })
    expect(execFileSync('find', [folder, '-user', 'root'], { encoding: 'utf8' })).toBe('')
    expect(readdirSync(folder)).toEqual(['pg'])
    expect(run('feedback', '--data', folder)).toMatchObject({ status: 0, stderr: '' })
  })
})
