import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { collect, isSynthetic, joinNotes, readableOf } from './collect.ts'
import type { Collected, Readable } from './collect.ts'
import { openDatabase } from './database.ts'
import type { Database } from './database.ts'
import { factsIn, writeFacts } from './facts.ts'
import { findSources } from './inputs.ts'
import type { Source } from './inputs.ts'
import type { SweepParts } from './parts.ts'
import { placeFor, summaryFile, writeJson } from './place.ts'
import { poolOf } from './pool.ts'
import type { Rejected } from './rejected.ts'
import { reportInput } from './report/gather.ts'
import { reportHtml } from './report/report.ts'
import type { Findings } from './summary.ts'
import type { Done } from './work-of-reader.ts'
import { stop } from './trouble.ts'
import { decide, writeResults } from './write.ts'

/** How to screen a population. */
export interface SweepOptions {
  readonly inputs: readonly string[]
  readonly out: string
  /** The day of the assessments, `YYYY-MM-DD`. */
  readonly on: string
  /** As DuckDB reads it: "700MB". */
  readonly memory: string
  readonly threads: number
  /** The version of this program. */
  readonly program: string
  /** That the guideline is not signed off, and more that every reader must be told. */
  readonly status: string
  /** That the guideline is past its review date, at the head of all results; undefined until then. */
  readonly outOfDate?: string | undefined
  /** Says how far the work is, from 0 to 1, and what is done. */
  readonly progress: (done: number, what: string) => void
}

/** What a screen tells of itself and of what it found. */
export interface Summary extends Findings {
  readonly format: 'crampwise-sweep/1'
  readonly heading?: string
  readonly guideline: { readonly id: string; readonly version: string; readonly status: string }
  readonly program: string
  readonly engine: string
  readonly on: string
  readonly limits: Readonly<Record<string, string>>
  readonly files: readonly { readonly file: string; readonly bytes: number }[]
  /** People of whom the export holds anything. */
  readonly screened: number
  /** People whose record names the drug, or something that cannot be told to be another. */
  readonly read: number
  /** People whose record was refused: they died, or two people share an id. */
  readonly notAssessed: number
  /** People of whom the export holds no entry of a medication list: whether they take it is not known. */
  readonly withoutMedicationList: number
  readonly setAside: number
  /** Lines in all files, and those of them that are written as most senders do, and so are read quickly. */
  readonly lines?: { readonly all: number; readonly plain: number }
  readonly rejected: { readonly lines: number; readonly reasons: Readonly<Record<string, number>> }
  readonly synthetic: boolean
}

/** What was screened and where from; and whether the remains of an earlier run were cleared. */
export interface Swept {
  readonly summary: Summary
  readonly wasCutOff: boolean
}

/** The limits of a guideline, each with its unit. */
export const limitsOf = ({
  definition,
}: Pick<SweepParts, 'definition'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    definition.limits.map(({ name, value, unit }) => [name, `${String(value)} ${unit}`]),
  )

const writeRejected = (folder: string, all: readonly Rejected[]): Summary['rejected'] => {
  const lines = all.map((one) => `${JSON.stringify(one)}\n`)
  writeFileSync(join(folder, 'rejected.ndjson'), lines.join(''))
  const reasons: Record<string, number> = {}
  for (const { reason } of all) reasons[reason] = (reasons[reason] ?? 0) + 1
  return { lines: all.length, reasons }
}

/** Among so many shares the people are divided: one of them is in memory at a time, for each worker. */
const sharesFor = (bytes: number): number => Math.max(16, Math.min(512, Math.ceil(bytes / 64e6)))

/** Shares of the whole work, as the progress counts them. */
const shares = { reading: 0.6, people: 0.3 } as const

/** Screens a population: reads an export, writes facts, results and a summary into a folder, all at once. */
export const sweep = async (parts: SweepParts, options: SweepOptions): Promise<Swept> => {
  const { on, progress, threads, memory, out } = options
  const sources = findSources(options.inputs)
  const place = placeFor(out)
  let database: Database | undefined
  try {
    const spill = join(place.work, 'spill')
    database = await openDatabase({ memory, threads, spill })
    const summary = await screen(parts, options, sources, database, place)
    progress(1, 'putting the results in place')
    database.close()
    database = undefined
    place.finish()
    return { summary, wasCutOff: place.wasCutOff }
  } catch (error) {
    database?.close()
    place.abandon()
    throw error
  }

  async function screen(
    of: SweepParts,
    { program, status, outOfDate }: SweepOptions,
    files: readonly Source[],
    open: Database,
    { work, kept }: { readonly work: string; readonly kept: string },
  ): Promise<Summary> {
    const readable: Readable[] = []
    for (const [file, source] of files.entries()) {
      progress(0, `opening ${source.name}`)
      readable.push(await readableOf(open, source, work, file))
    }
    const synthetic = isSynthetic(readable)
    const pool = poolOf(of.worker, {
      on,
      folder: work,
      workers: threads,
      shares: sharesFor(readable.reduce((sum, { size }) => sum + size, 0)),
      paths: readable.map(({ path }) => path),
    })
    let collected: Collected
    let done: readonly Done[]
    try {
      collected = await collect(pool, readable, (part, what) => {
        progress(part * shares.reading, what)
      })
      done = await pool.read((part) => {
        progress(shares.reading + part * shares.people, 'reading the records of those concerned')
      })
    } finally {
      await pool.close()
    }
    const total = (count: (one: Done) => number): number =>
      done.reduce((sum, one) => sum + count(one), 0)
    const screened = total((one) => one.screened)
    if (screened === 0 && collected.all > 0) {
      throw stop(
        options.inputs.join(', '),
        `None of ${String(collected.all)} lines is of a person: ${String(collected.rejected.length)} are no FHIR resource of anybody.`,
        'Give the folder of a FHIR Bulk Data export: Patient.ndjson, MedicationRequest.ndjson and so on.',
      )
    }
    progress(shares.reading + shares.people, 'deciding')
    const facts = join(kept, 'facts.parquet')
    const { id, version } = of.definition
    await writeFacts(open, of, pool.facts(), facts, { guideline: id, version, on })
    const deciding = {
      parts: of,
      definition: of.definition,
      on,
      facts: factsIn(facts),
      numbers: true,
    }
    await decide(open, deciding)
    const findings = await writeResults(open, deciding, kept, outOfDate)
    joinNotes(pool.notes, join(kept, 'notes.ndjson'))
    const summary: Summary = {
      format: 'crampwise-sweep/1',
      ...(outOfDate === undefined ? {} : { heading: outOfDate }),
      guideline: { id, version, status },
      program,
      engine: `DuckDB ${open.version}`,
      on,
      limits: limitsOf(of),
      files: files.map(({ name, size }) => ({ file: name, bytes: size })),
      screened,
      withoutMedicationList: total(({ withoutList }) => withoutList),
      read: total(({ people }) => people),
      notAssessed: total(({ refused }) => refused),
      setAside: total(({ setAside }) => setAside),
      lines: { all: collected.all, plain: collected.plain },
      rejected: writeRejected(kept, collected.rejected),
      synthetic,
      ...findings,
    }
    writeJson(kept, summaryFile, summary)
    const report = await reportInput(open, deciding, findings, {
      status,
      notices: [outOfDate ?? [], synthetic ? 'Synthetic data: of no person.' : []].flat(),
      patients: summary.screened,
      rejectedLines: summary.rejected.lines,
    })
    writeFileSync(join(kept, 'report.html'), reportHtml(report))
    return summary
  }
}
