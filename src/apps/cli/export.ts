import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Files } from '../../assess/export.ts'
import type { Problem } from '../../logic/given.ts'
import { readSources } from './export-sources.ts'
import { refuse } from './problems.ts'
import { progressLine } from './progress.ts'

/** The options of `crampwise export`. */
export interface ExportOptions {
  readonly check?: true
}

/** A file of the folder that is not as the code makes it. */
export interface Difference {
  readonly path: string
  readonly is: 'differs' | 'is missing' | 'is made no longer'
}

/** Written by another command, and left alone by this one. */
const others = ['proof']

/** Line ends are Git's to choose. */
const sameText = (one: string, other: string): boolean =>
  one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n')

const isThere = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** The files of the folders that an export makes whole. */
const present = async (folder: string, files: Files): Promise<readonly string[]> => {
  const own = new Set(
    [...files.keys()].flatMap((path) => {
      const [first = '', ...rest] = path.split('/')
      return rest.length === 0 || others.includes(first) ? [] : [first]
    }),
  )
  const found = await Promise.all(
    [...own].map(async (name) => {
      if (!(await isThere(join(folder, name)))) return []
      const inside = await readdir(join(folder, name), { recursive: true, withFileTypes: true })
      return inside
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'),
        )
    }),
  )
  return found.flat()
}

/** What in a folder is not as the code makes it, in the order of the paths. */
export const differences = async (folder: string, files: Files): Promise<readonly Difference[]> => {
  const found: Difference[] = []
  for (const [path, text] of files) {
    const there = await readFile(join(folder, path), 'utf8').catch(() => undefined)
    if (there === undefined) found.push({ path, is: 'is missing' })
    else if (!sameText(there, text)) found.push({ path, is: 'differs' })
  }
  for (const path of await present(folder, files)) {
    if (!files.has(path)) found.push({ path, is: 'is made no longer' })
  }
  return found.sort((one, other) => (one.path < other.path ? -1 : 1))
}

/** Only what an export made earlier is taken away: the folder must say that it is one. */
const isExport = async (folder: string): Promise<boolean> => {
  const readme = await readFile(join(folder, 'README.md'), 'utf8').catch(() => '')
  return readme.includes('every form of the guideline')
}

/** Writes what differs, and takes away what an earlier export made and this one does not. */
export const writeFiles = async (folder: string, files: Files): Promise<readonly Difference[]> => {
  const changed = await differences(folder, files)
  const mayTakeAway = await isExport(folder)
  for (const { path, is } of changed) {
    if (is === 'is made no longer') {
      if (mayTakeAway) await rm(join(folder, path))
      continue
    }
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), files.get(path) ?? '')
  }
  return changed
}

const refused = (where: string, message: string, remedy: string): 2 => {
  const problem: Problem = { kind: 'wrong-shape', where, message, remedy }
  return refuse([problem], 'nothing was exported')
}

/** `crampwise export`: every form of the guideline; with `check` 1 where the folder is not as it is made. */
export const runExport = async (folder: string, { check }: ExportOptions): Promise<number> => {
  const there = await stat(folder).catch(() => undefined)
  if (there !== undefined && !there.isDirectory()) {
    return refused(folder, 'This is a file, not a folder.', 'Name a folder, such as exports.')
  }
  const sources = await readSources()
  if (sources === undefined) {
    return refused(
      'crampwise export',
      'The source, its tests and the development dependencies are needed to make the exports.',
      'Run it in a checkout after "npm ci"; a package carries what it made in its folder exports.',
    )
  }
  // What makes them is installed by developers alone: it is loaded once that is known to be there.
  const { exportFiles } = await import('../../assess/export.ts')
  const line = progressLine()
  line.say('Making every form of the guideline …')
  const files = await exportFiles(sources).finally(line.end)
  const count = String(files.size)
  if (check === true) {
    const found = await differences(folder, files)
    for (const { path, is } of found) process.stdout.write(`${path} ${is}\n`)
    if (found.length > 0) {
      process.stdout.write(`${String(found.length)} of ${count} files: run "npm run export".\n`)
      return 1
    }
    process.stdout.write(`${count} files are as the code makes them.\n`)
    return 0
  }
  const changed = await writeFiles(folder, files)
  process.stdout.write(`${count} files in ${folder}, ${String(changed.length)} of them changed.\n`)
  return 0
}
