import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { resourceTypes } from './settings.ts'
import type { GeneratorCodes, ResourceType } from './settings.ts'
import { bytesOf } from './stream.ts'
import type { ExportSettings, Tally } from './stream.ts'

/** How and where an export is written. */
export interface WriteSettings extends ExportSettings {
  readonly gzip: boolean
  /** Files for each type. */
  readonly files: number
}

/** A file that was written. */
export interface WrittenFile {
  readonly name: string
  readonly type: ResourceType
  readonly lines: number
  readonly badLines: number
  /** Of NDJSON, before any compression. */
  readonly bytes: number
}

/** How far the writing is: of 1, with the bytes so far. */
export type Progress = (done: number, bytes: number) => void

/** The file in which an export says what it is, and by which it, or what is left of it, is known again. */
export const receipt = 'generated.json'

/** Why a folder cannot be written into; undefined where it can. Takes away what was generated earlier. */
export const clearFolder = async (folder: string): Promise<string | undefined> => {
  await mkdir(folder, { recursive: true })
  const there = await readdir(folder)
  if (there.length === 0) return undefined
  const said = await readFile(join(folder, receipt), 'utf8').catch(() => '')
  const ours =
    /^(Patient|Medication(Request|Statement)|Observation|Condition|Procedure)\.(\d{4}\.)?ndjson(\.gz)?(\.partial)?$/
  const earlier = there.filter((name) => ours.test(name) || name === receipt)
  if (!said.includes('"synthetic": true')) {
    return 'The folder holds files that were not generated here.'
  }
  for (const name of earlier) await rm(join(folder, name))
  return undefined
}

const nameOf = (type: ResourceType, number: number, { files, gzip }: WriteSettings): string =>
  `${type}${files === 1 ? '' : `.${String(number + 1).padStart(4, '0')}`}.ndjson${gzip ? '.gz' : ''}`

/**
 * Writes a synthetic export into a folder, file by file, in memory that does not grow with the
 * number of patients. A file has its name only when it is whole.
 */
export const writeExport = async (
  codes: GeneratorCodes,
  settings: WriteSettings,
  folder: string,
  progress: Progress = () => undefined,
): Promise<readonly WrittenFile[]> => {
  const { patients, files, gzip } = settings
  const say = (more: object): Promise<void> =>
    writeFile(
      join(folder, receipt),
      `${JSON.stringify({ synthetic: true, ...settings, ...more }, null, 2)}\n`,
    )
  await say({ whole: false })
  const written: WrittenFile[] = []
  const total = patients * resourceTypes.length
  let people = 0
  let allBytes = 0
  for (const type of resourceTypes) {
    for (let number = 0; number < files; number += 1) {
      const name = nameOf(type, number, settings)
      const from = Math.floor((patients * number) / files)
      const to = Math.floor((patients * (number + 1)) / files)
      const tally: Tally = { lines: 0, badLines: 0, people: 0 }
      let bytes = 0
      const counted = function* (): Generator<Buffer> {
        for (const chunk of bytesOf(type, codes, settings, [from, to], tally)) {
          bytes += chunk.length
          yield chunk
          progress((people + tally.people) / total, allBytes + bytes)
        }
      }
      const partial = join(folder, `${name}.partial`)
      const source = Readable.from(counted(), { objectMode: true, highWaterMark: 4 })
      const target = createWriteStream(partial)
      await (gzip
        ? pipeline(source, createGzip({ level: 3, chunkSize: 256 * 1024 }), target)
        : pipeline(source, target))
      await rename(partial, join(folder, name))
      people += to - from
      allBytes += bytes
      written.push({ name, type, lines: tally.lines, badLines: tally.badLines, bytes })
    }
  }
  await say({ whole: true, files: written })
  return written
}
