import type { Definition } from '../../logic/definition.ts'
import type { Findings } from '../summary.ts'
import type { Summary } from '../run.ts'

/** What was counted, and by which version of Spark. */
export type Counted = Findings &
  Pick<
    Summary,
    | 'engine'
    | 'screened'
    | 'withoutMedicationList'
    | 'read'
    | 'notAssessed'
    | 'setAside'
    | 'rejected'
    | 'synthetic'
  >

type Row = Readonly<Record<string, unknown>>

const rowsOf = (printed: readonly string[]): readonly Row[] =>
  printed.filter((line) => line.startsWith('{"what":')).map((line) => JSON.parse(line) as Row)

/** The counts of a screen, from the rows that it printed. */
export const summaryOf = (
  { statements, facts }: Definition,
  printed: readonly string[],
): Counted => {
  const rows = rowsOf(printed)
  const of = (what: string): readonly Row[] => rows.filter((row) => row['what'] === what)
  const [engine = {}] = of('engine')
  const [lines = {}] = of('lines')
  const [people = {}] = of('people')
  const [whom = {}] = of('concerned')
  const [lacking = {}] = of('missing')
  const number = (row: Row, key: string): number => Number(row[key] ?? 0)
  const concerned = number(whom, 'taking') + number(whom, 'mayTake')
  const reasons = of('rejected').map(
    (row) => [String(row['reason']), number(row, 'lines')] as const,
  )
  const resources = number(lines, 'resources')
  return {
    engine: `Spark ${String(engine['version']).split(' ')[0] ?? ''}`,
    screened: number(people, 'screened'),
    withoutMedicationList: number(people, 'withoutMedicationList'),
    read: number(people, 'read'),
    notAssessed: number(people, 'notAssessed'),
    setAside: number(people, 'setAside'),
    rejected: {
      lines: reasons.reduce((sum, [, count]) => sum + count, 0),
      reasons: Object.fromEntries(reasons),
    },
    synthetic: resources > 0 && resources === number(lines, 'synthetic'),
    taking: number(whom, 'taking'),
    mayTake: number(whom, 'mayTake'),
    notTaking: number(whom, 'notTaking'),
    statements: statements.map(({ id, title, kind }) => {
      const found = of('statement').find((row) => row['id'] === id) ?? {}
      const [holds, open] = [number(found, 'true'), number(found, 'unknown')]
      return { id, title, kind, true: holds, unknown: open, false: concerned - holds - open }
    }),
    missing: facts
      .map(({ id, words }) => ({ fact: id, words, people: number(lacking, id) }))
      .filter((one) => one.people > 0)
      .sort((one, other) => other.people - one.people),
    urgent: {
      emergencies: number(whom, 'emergencies'),
      urgent: number(whom, 'urgent'),
      first: of('first').map((row) => ({
        patient: String(row['patient']),
        urgency: number(row, 'worst') === 0 ? ('emergency' as const) : ('urgent' as const),
        statements: row['statements'] as readonly string[],
      })),
    },
  }
}
