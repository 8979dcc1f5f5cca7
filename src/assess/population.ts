import type { Fact, Finding, Findings } from '../logic/fact.ts'
import { refuses } from '../logic/given.ts'
import type { Problem } from '../logic/given.ts'
import { close } from '../logic/implication.ts'
import { guideline } from '../guideline/index.ts'
import { staleAfterDays } from '../guideline/limits.ts'
import { factsColumns, findingCells, snakeCase } from '../outputs/sql-facts.ts'
import type { Cell, FactsColumn } from '../outputs/sql-facts.ts'
import { contradictionsIn, finished, staleness } from './picture.ts'
import { readRecord } from './record.ts'

/** The columns for the date and the source of each fact. */
const originColumns: readonly FactsColumn[] = guideline.facts.flatMap((fact: Fact) => [
  { name: `${snakeCase(fact.id)}_date`, type: 'text', fact },
  { name: `${snakeCase(fact.id)}_from`, type: 'text', fact },
])

const factColumns = factsColumns(guideline)

/** Whether the columns of a fact hold the laboratory's own limit. */
const carriesLimit = (fact: Fact): boolean =>
  factColumns.some((column) => column.fact === fact && column.name.includes('_lower_limit_'))

/** The columns of the facts of a population: what is known, then of when and from where it is. */
export const populationColumns: readonly FactsColumn[] = [
  ...factColumns,
  { name: 'assumed', type: 'text' },
  { name: 'not_known', type: 'text' },
  ...originColumns,
]

/** A person as a row of the facts, or why nothing was assessed. */
export interface PersonFacts {
  readonly cells: readonly Cell[] | undefined
  readonly problems: readonly Problem[]
}

/** A fact, and where its cells stand. */
interface Placed {
  readonly fact: Fact
  readonly order: number
  readonly cell: number
  readonly carriesLimit: boolean
  readonly origin: number
}

const isAssumed = (fact: Fact): boolean => fact.absent === 'assumed-no'

/**
 * The ground of which nothing is known: what is assumed. Every fact has its place in it, so that the
 * grounds of all people are of one form and quick to copy.
 */
const emptyGround: Findings = Object.fromEntries(
  guideline.facts.map((fact) => [fact.id, isAssumed(fact) ? 'false' : undefined]),
)

/** The row of a person of whom nothing is known: most facts of most people stand in it as they are. */
const emptyRow: readonly Cell[] = [
  null,
  ...guideline.facts.flatMap((fact) =>
    findingCells(fact, emptyGround[fact.id], carriesLimit(fact)),
  ),
  ...Array.from({ length: 2 + originColumns.length }, () => null),
]

const columnAt = (name: string): number => populationColumns.findIndex((one) => one.name === name)

const placed: ReadonlyMap<string, Placed> = new Map(
  guideline.facts.map((fact, order) => [
    fact.id,
    {
      fact,
      order,
      cell: populationColumns.findIndex((one) => one.fact === fact),
      carriesLimit: carriesLimit(fact),
      origin: columnAt(`${snakeCase(fact.id)}_date`),
    },
  ]),
)

const assumedAt = columnAt('assumed')
const notKnownAt = columnAt('not_known')
const assumedFacts = guideline.facts.filter(isAssumed).map(({ id }) => id)

/** Reads the resources of one person into a row of facts. */
export const personFacts = (
  patient: string,
  resources: readonly unknown[],
  on: string,
): PersonFacts => {
  const { given, problems: read } = readRecord(resources, { on })
  const ground: Record<string, Finding | undefined> = { ...emptyGround }
  const cells = emptyRow.slice()
  cells[0] = patient
  const asked: Placed[] = []
  const isGiven = new Set<string>()
  for (const id in given) {
    const [found, place] = [given[id], placed.get(id)]
    if (found === undefined || place === undefined) continue
    const { fact, cell, origin } = place
    if (staleness(fact, found, on, staleAfterDays) !== undefined) continue
    const finding = finished(fact, found.finding, undefined)
    ground[id] = finding
    if (finding === 'unknown') asked.push(place)
    findingCells(fact, finding, place.carriesLimit).forEach((value, at) => {
      cells[cell + at] = value
    })
    cells[origin] = found.date ?? null
    cells[origin + 1] = found.from ?? null
    if (isAssumed(fact)) isGiven.add(id)
  }
  cells[assumedAt] = assumedFacts.filter((id) => !isGiven.has(id)).join(' ')
  cells[notKnownAt] = asked
    .sort((one, other) => one.order - other.order)
    .map(({ fact }) => fact.id)
    .join(' ')
  const contradictions = contradictionsIn(close(ground, guideline.implications))
  const problems = contradictions.length === 0 ? read : [...read, ...contradictions]
  return { cells: problems.some(refuses) ? undefined : cells, problems }
}
