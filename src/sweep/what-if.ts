import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Definition } from '../logic/definition.ts'
import { withLimits } from './changed.ts'
import type { Changes } from './changed.ts'
import { guarded } from './csv.ts'
import { name, openDatabase, text } from './database.ts'
import type { Database } from './database.ts'
import { factsIn, noteOf } from './facts.ts'
import type { SweepParts } from './parts.ts'
import { placeFor, summaryFile, writeJson } from './place.ts'
import { isConcerned, outcomesSql } from './results.ts'
import { reportInput } from './report/gather.ts'
import { reportHtml } from './report/report.ts'
import { limitsOf } from './run.ts'
import type { Findings } from './summary.ts'
import { stop } from './trouble.ts'
import { writeResults } from './write.ts'

/** How to ask what another limit would change. */
export interface WhatIfOptions {
  /** Facts that a screen kept. */
  readonly facts: string
  readonly changes: Changes
  readonly out: string
  readonly memory: string
  readonly threads: number
  readonly program: string
  readonly status: string
  /** That the guideline is past its review date; undefined until then. */
  readonly outOfDate?: string | undefined
  readonly progress: (done: number, what: string) => void
}

/** How often a statement changes from one outcome to another. */
export interface Move {
  readonly statement: string
  readonly before: string
  readonly after: string
  readonly people: number
}

/** What another limit changes. */
export interface WhatIf extends Findings {
  readonly format: 'crampwise-sweep-what-if/1'
  readonly heading: string
  readonly guideline: { readonly id: string; readonly version: string; readonly status: string }
  readonly program: string
  readonly engine: string
  readonly on: string
  readonly changed: readonly {
    readonly limit: string
    readonly from: number
    readonly to: number
    readonly unit: string
  }[]
  readonly limits: Readonly<Record<string, string>>
  /** People for whom at least one statement has another outcome. */
  readonly planChanges: number
  readonly people: number
  readonly moves: readonly Move[]
}

const changedSql = ({ statements }: Definition, heading: string): string =>
  statements
    .map(
      ({ id }, place) =>
        `SELECT ${text(heading)} AS note, patient, ${text(id)} AS statement, before.${name(id)} AS before, after.${name(id)} AS after, ${String(place)} AS place FROM before JOIN outcomes after USING (patient) WHERE before.${name(id)} <> after.${name(id)} AND (before.${isConcerned} OR after.${isConcerned})`,
    )
    .join('\nUNION ALL\n')

const movesOf = async (database: Database): Promise<readonly Move[]> => {
  const rows = await database.rows(
    'SELECT statement, before, after, count(*) AS people FROM changes GROUP BY ALL ORDER BY min(place), before, after',
  )
  return rows.map((row) => ({
    statement: String(row['statement']),
    before: String(row['before']),
    after: String(row['after']),
    people: Number(row['people']),
  }))
}

const headingOf = ({ definition }: SweepParts, changes: Changes): string => {
  const words = definition.limits.flatMap(({ name: limit, value }) => {
    const to = changes.get(limit)
    return to === undefined ? [] : [`${limit} ${String(value)} -> ${String(to)}`]
  })
  return `not this guideline: limit changed (${words.join(', ')})`
}

/** Decides every statement anew, with other limits, on facts that were kept. */
export const whatIf = async (parts: SweepParts, options: WhatIfOptions): Promise<WhatIf> => {
  const { facts: file, changes, out, memory, threads, progress } = options
  if (!existsSync(file))
    throw stop(file, 'There is no such file.', 'Give facts.parquet of a screen.')
  const place = placeFor(out)
  let database: Database | undefined
  try {
    database = await openDatabase({ memory, threads, spill: join(place.work, 'spill') })
    const note = await noteOf(database, file).catch(() => undefined)
    const { definition } = parts
    if (note === undefined) {
      throw stop(file, 'These are no facts of a screen.', 'Give facts.parquet of a screen.')
    }
    if (note.guideline !== definition.id || note.version !== definition.version) {
      const remedy = 'Screen the export again with this version.'
      throw stop(file, `These facts are of ${note.guideline} ${note.version}.`, remedy)
    }
    const heading = [headingOf(parts, changes), options.outOfDate ?? []].flat().join('. ')
    const other = withLimits(definition, changes)
    const facts = factsIn(file)
    const deciding = { parts, definition, on: note.on, facts, numbers: false }
    progress(0.1, 'deciding as the guideline says')
    await database.run(outcomesSql(deciding))
    await database.run('ALTER TABLE outcomes RENAME TO before')
    progress(0.4, 'deciding with the other limit')
    await database.run(outcomesSql({ ...deciding, definition: other }))
    await database.run(`CREATE TABLE changes AS ${changedSql(definition, heading)}`)
    progress(0.7, 'writing')
    await database.run(
      `COPY (SELECT * EXCLUDE (place) REPLACE (${guarded('patient')}) FROM changes ORDER BY changes.patient, place) TO ${text(join(place.kept, 'changes.csv'))} (FORMAT csv, HEADER)`,
    )
    const findings = await writeResults(
      database,
      { ...deciding, definition: other },
      place.kept,
      heading,
    )
    const [count] = await database.rows('SELECT count(DISTINCT patient) AS people FROM changes')
    const summary: WhatIf = {
      format: 'crampwise-sweep-what-if/1',
      heading,
      guideline: { id: definition.id, version: definition.version, status: options.status },
      program: options.program,
      engine: `DuckDB ${database.version}`,
      on: note.on,
      changed: definition.limits.flatMap(({ name: limit, value, unit }) => {
        const to = changes.get(limit)
        return to === undefined ? [] : [{ limit, from: value, to, unit }]
      }),
      limits: limitsOf({ ...parts, definition: other }),
      planChanges: Number(count?.['people']),
      people: findings.taking + findings.mayTake,
      moves: await movesOf(database),
      ...findings,
    }
    writeJson(place.kept, summaryFile, summary)
    const report = await reportInput(database, { ...deciding, definition: other }, findings, {
      notices: [heading],
      status: options.status,
      patients: summary.people,
      rejectedLines: 0,
    })
    writeFileSync(join(place.kept, 'report.html'), reportHtml(report))
    database.close()
    database = undefined
    place.finish()
    return summary
  } catch (error) {
    database?.close()
    place.abandon()
    throw error
  }
}
