import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExportSources } from '../../assess/export.ts'

/** The folder of the package: the same from the source as from what is built of it. */
const root = fileURLToPath(new URL('../../../', import.meta.url))

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** The test files below a folder of the checkout: `src` or `test`. */
export const testFiles = async (folder: string): Promise<ExportSources['tests']> => {
  const names = await readdir(join(root, folder), { recursive: true })
  return Promise.all(
    names.filter(isTest).map(async (name) => {
      const path = `${folder}/${name.replaceAll('\\', '/')}`
      return { path, text: await readFile(join(root, path), 'utf8') }
    }),
  )
}

/** What making the exports needs of the checkout: its tests, and what only developers install. */
export const readSources = async (): Promise<ExportSources | undefined> => {
  const folders = ['src', 'test']
  const { resolve } = createRequire(import.meta.url)
  const modelInfo = 'cql-exec-fhir/lib/modelInfos/fhir-modelinfo-4.0.1.xml'
  try {
    if (folders.some((folder) => !existsSync(join(root, folder)))) return undefined
    return {
      tests: (await Promise.all(folders.map(testFiles))).flat(),
      fhirModelInfo: await readFile(resolve(modelInfo), 'utf8'),
    }
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}
