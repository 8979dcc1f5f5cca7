import type { Fact } from '../logic/fact.ts'
import { refuses } from '../logic/given.ts'
import type { Problem } from '../logic/given.ts'
import { guideline } from '../guideline/index.ts'
import { factsColumns, findingCells, snakeCase } from '../outputs/sql-facts.ts'
import type { Cell, FactsColumn } from '../outputs/sql-facts.ts'
import { picture } from './picture.ts'
import { readRecord } from './record.ts'

/** The columns for the date and the source of each fact. */
const originColumns: readonly FactsColumn[] = guideline.facts.flatMap((fact: Fact) => [
  { name: `${snakeCase(fact.id)}_date`, type: 'text', fact },
  { name: `${snakeCase(fact.id)}_from`, type: 'text', fact },
])

const factColumns = factsColumns(guideline)

/** Each fact, and whether its columns hold the laboratory's own limit. */
const perFact = guideline.facts.map((fact) => ({
  fact,
  carriesLimit: factColumns.some(
    (column) => column.fact === fact && column.name.includes('_lower_limit_'),
  ),
}))

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

/** Reads the resources of one person into a row of facts. */
export const personFacts = (
  patient: string,
  resources: readonly unknown[],
  on: string,
): PersonFacts => {
  const { given, why, problems: read } = readRecord(resources, { on })
  const known = picture(guideline, given, on, { why })
  const problems = [...read, ...known.problems]
  if (problems.some(refuses)) return { cells: undefined, problems }
  const { ground } = known
  const cells: Cell[] = [patient]
  const asked: string[] = []
  for (const { fact, carriesLimit } of perFact) {
    const finding = ground[fact.id]
    if (finding === 'unknown') asked.push(fact.id)
    cells.push(...findingCells(fact, finding, carriesLimit))
  }
  cells.push(known.assumed.join(' '), asked.join(' '))
  for (const { id } of guideline.facts) {
    const origin = known.given[id]
    cells.push(origin?.date ?? null, origin?.from ?? null)
  }
  return { cells, problems }
}
