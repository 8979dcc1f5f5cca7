import { chmodSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { foreign, foreignFolder } from './folder-owner.ts'
import { openStore } from './open.ts'
import { installationSalt } from './salt.ts'

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'crampwise-owner-'))

afterEach(() => {
  vi.restoreAllMocks()
})

describe.runIf(process.platform !== 'win32')('the data folder of another user', () => {
  const as = (user: number): void => {
    vi.spyOn(process, 'getuid').mockReturnValue(user)
  }

  test('is not opened, and nothing is written into it', async () => {
    const folder = newFolder()
    const { uid } = statSync(folder)
    chmodSync(folder, 0o750)
    as(uid + 1)
    expect(await openStore({ folder })).toMatchObject({
      problem: {
        where: folder,
        message: expect.stringContaining(`user ${String(uid)},`) as string,
      },
    })
    expect(installationSalt(undefined, folder)).toMatchObject({ problem: { where: folder } })
    expect(readdirSync(folder)).toEqual([])
    expect(statSync(folder).mode & 0o777).toBe(0o750)
  })

  test('may be opened by root as that user, or asked for while the service runs', () => {
    const { remedy } = foreign('/srv/data', 997, 0)
    expect(remedy).toContain("sudo -u '#997' crampwise")
    expect(remedy).toContain('while the service runs')
  })

  test('is no reason where there is none yet, or where it cannot be one', async () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    expect(foreignFolder(join(newFolder(), 'new'))).toBeUndefined()
    expect(await openStore({ folder: join(file, 'data') })).toMatchObject({
      problem: { message: expect.stringContaining('ENOTDIR') as string },
    })
    expect(installationSalt(undefined, join(file, 'data'))).toMatchObject({
      problem: { message: expect.stringMatching(/ENOTDIR|EEXIST/) as string },
    })
  })

  test('may be given to a user who is not root, and it is said how', () => {
    const folder = newFolder()
    const other = statSync(folder).uid + 1
    as(other)
    expect(foreignFolder(folder)?.remedy).toContain(`chown -R ${String(other)} ${folder}`)
  })
})
