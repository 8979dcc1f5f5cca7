/**
 * The screen of a population against JSON.parse of the same bytes by as many threads that does nothing else, against
 * the published CQL on a sample, and statements alone on kept facts. `npm run bench -- sweep [PATIENTS] [SHARE]`: of the patients only that share may
 * take the drug (1: as they are generated, about 70 in 100).
 */
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import { recordRules } from '../src/guideline/codes/index.ts'
import { writeExport } from '../src/sweep/generate/write.ts'
import type { sweepParts as Parts } from '../src/sweep.ts'
import type { sweep as Sweep } from '../src/sweep/index.ts'
import { openDatabase } from '../src/sweep/database.ts'
import { factsIn } from '../src/sweep/facts.ts'
import { outcomesSql } from '../src/sweep/results.ts'
import { measuredIs, shipped } from './built.ts'
import { cqlSeconds } from './sweep-cql.ts'

const on = '2026-11-23'
const threads = 2
const patients = Number(process.argv[2] ?? 20_000)
const share = Number(process.argv[3] ?? 1)

/** Seconds of processor time, of all threads, and by the clock. */
const timed = async <T>(work: () => Promise<T>): Promise<readonly [T, number, number]> => {
  const [begun, before] = [performance.now(), process.cpuUsage()]
  const made = await work()
  const { user, system } = process.cpuUsage(before)
  return [made, (user + system) / 1e6, (performance.now() - begun) / 1000]
}

const parseAll = `
const { parentPort, workerData } = require('node:worker_threads')
const { openSync, readSync, fstatSync } = require('node:fs')
let kept = 0
for (const [path, from, to] of workerData) {
  const file = openSync(path)
  const size = fstatSync(file).size
  const bytes = Buffer.alloc(Math.min(size, to + 1048576) - from)
  readSync(file, bytes, 0, bytes.length, from)
  let at = from === 0 ? 0 : bytes.indexOf(10) + 1
  while (at > 0 || from === 0) {
    const end = bytes.indexOf(10, at)
    if (end < 0 || from + at >= to) break
    kept += Object.keys(JSON.parse(bytes.toString('utf8', at, end))).length
    at = end + 1
  }
}
parentPort.postMessage(kept)
`

/** JSON.parse of every line and nothing else: parts of 8 MB, shared out to the threads. */
const parseOnly = async (files: readonly string[], sizes: readonly number[]): Promise<void> => {
  const part = 8 * 1024 * 1024
  const parts = files.flatMap((file, at) =>
    Array.from({ length: Math.ceil((sizes[at] ?? 0) / part) }, (_one, number) => [
      file,
      number * part,
      Math.min((number + 1) * part, sizes[at] ?? 0),
    ]),
  )
  await Promise.all(
    Array.from({ length: threads }, async (_one, thread) => {
      const workerData = parts.filter((_part, at) => at % threads === thread)
      await once(new Worker(parseAll, { eval: true, workerData }), 'message')
    }),
  )
}

/** Names the drug otherwise for all but a share of the people. */
const thin = async (file: string): Promise<void> => {
  const { drug } = recordRules
  const codes = [...drug.oral, ...drug.pumped, ...drug.anyRoute].map(({ code }) => code)
  const names = new RegExp(drug.names.map((name) => name.trim()).join('|'), 'gi')
  const coded = new RegExp(`"code":"(?:${codes.join('|')})"`, 'g')
  const out = createWriteStream(`${file}.thin`)
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const person = parseInt(/Patient\/([0-9a-f]{8})/.exec(line)?.[1] ?? '0', 16)
    const kept =
      person % 1000 < share * 1000
        ? line
        : line.replace(names, 'metformin').replace(coded, '"code":"6809"')
    if (!out.write(`${kept}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  renameSync(`${file}.thin`, file)
}

const folder = mkdtempSync(join(tmpdir(), 'crampwise-bench-'))
try {
  const { sweepParts } = (await shipped('sweep')) as { readonly sweepParts: typeof Parts }
  const { sweep } = (await shipped('sweep/index')) as { readonly sweep: typeof Sweep }
  const data = join(folder, 'export')
  const settings = { patients, seed: 1, on, quirks: 0, badLines: 0, files: 1 }
  mkdirSync(data)
  const all = { ...settings, shuffle: false, gzip: false }
  await writeExport(recordRules, all, data, () => undefined)
  if (share < 1)
    for (const type of ['MedicationRequest', 'MedicationStatement'])
      await thin(join(data, `${type}.ndjson`))
  const files = readdirSync(data)
    .filter((name) => name.endsWith('.ndjson'))
    .map((name) => join(data, name))
  const sizes = files.map((file) => statSync(file).size)
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  const out = join(folder, 'out')
  const options = {
    inputs: [data],
    out,
    on,
    memory: '700MB',
    threads,
    program: 'bench',
    status: '',
  }
  await parseOnly(files, sizes)
  const [swept, used, took] = await timed(() =>
    sweep(sweepParts, { ...options, progress: () => undefined }),
  )
  const memory = process.resourceUsage().maxRSS / 1024
  const [, parseUsed, parseTook] = await timed(() => parseOnly(files, sizes))
  const { summary } = swept
  console.log(`Measured: ${measuredIs}`)
  console.log(
    `${String(patients)} patients, ${(bytes / 1e9).toFixed(2)} GB, ${String(summary.read)} read, ${String(threads)} threads, memory ${memory.toFixed(0)} MB at most (with the generator and JSON.parse)`,
  )
  console.log(`screen: ${used.toFixed(1)} s of processor time, ${took.toFixed(1)} s by the clock`)
  console.log(
    `JSON.parse alone: ${parseUsed.toFixed(1)} s, ${parseTook.toFixed(1)} s by the clock: the screen is ${(parseUsed / used).toFixed(2)} times as fast by processor time, ${(parseTook / took).toFixed(2)} by the clock`,
  )
  const database = await openDatabase({ memory: '700MB', threads, spill: join(folder, 'spill') })
  const facts = factsIn(join(out, 'facts.parquet'))
  const deciding = {
    parts: sweepParts,
    definition: sweepParts.definition,
    on,
    facts,
    numbers: true,
  }
  await database.run(outcomesSql(deciding))
  const [, decideUsed, decideTook] = await timed(() => database.run(outcomesSql(deciding)))
  console.log(
    `all statements on kept facts, with what they lack: ${(summary.read / decideTook).toFixed(0)} patients a second by the clock, ${(summary.read / decideUsed).toFixed(0)} a processor second`,
  )
  database.close()
  const sample = 40
  const cqlUsed = await cqlSeconds(settings, on, sample)
  console.log(
    `cql-execution with cql-exec-fhir: ${(cqlUsed * 1000).toFixed(1)} ms of processor time a patient (${String(sample)} patients), the screen ${((used / patients) * 1000).toFixed(3)} ms: ${((cqlUsed * patients) / used).toFixed(0)} times as fast per core`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
