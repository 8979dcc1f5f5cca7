import type { Summary, WhatIf } from '../../sweep/index.ts'

const count = (number: number): string => number.toLocaleString('en-US')

const people = (number: number): string => (number === 1 ? '1 person' : `${count(number)} people`)

/** Rows beneath their heading; nothing where there are none. */
const table = (heading: string, rows: readonly (readonly [string, string])[]): string => {
  if (rows.length === 0) return ''
  const width = Math.max(0, ...rows.map(([, right]) => right.length))
  const lines = rows.map(([left, right]) => `  ${right.padStart(width)}  ${left}\n`)
  return `\n${heading}\n${lines.join('')}`
}

/** What a screen found, for people. */
export const sweptText = (
  summary: Omit<Summary, 'files'>,
  out: string,
  results = 'results.csv',
): string => {
  const { urgent, missing, rejected, guideline } = summary
  const holding = summary.statements
    .filter(({ kind, ...of }) => of.true > 0 && kind !== 'information' && kind !== 'monitoring')
    .map(({ title, true: holds }): readonly [string, string] => [title, count(holds)])
  const lacking = missing
    .slice(0, 6)
    .map(({ words, people: of }): readonly [string, string] => [words, count(of)])
  return [
    ...(summary.synthetic ? ['Synthetic data: of no person.\n'] : []),
    `Screened ${people(summary.screened)} as of ${summary.on}: ${count(summary.taking)} take baclofen, of ${count(summary.mayTake)} more it is not known.\n`,
    ...(summary.withoutMedicationList === 0
      ? []
      : [
          `${people(summary.withoutMedicationList)} more have no medication list at all: whether they take it is not known.\n`,
        ]),
    ...(rejected.lines === 0
      ? []
      : [`Lines rejected: ${count(rejected.lines)}. See ${out}/rejected.ndjson.\n`]),
    `Emergencies: ${count(urgent.emergencies)}. Urgent: ${count(urgent.urgent)}.\n`,
    table('What holds, for how many:', holding),
    table('What cannot be decided for want of, for how many:', lacking),
    `\nNot assessed: ${count(summary.notAssessed)}. Set aside while reading: ${count(summary.setAside)} (notes.ndjson).\n`,
    `Results, worst first: ${out}/${results}. Everything counted: ${out}/summary.json.\n`,
    `${guideline.status}\n`,
  ].join('')
}

/** What another limit would change, for people. */
export const whatIfText = (found: WhatIf, out: string): string => {
  const moves = found.moves.map(
    ({ statement, before, after, people: of }): readonly [string, string] => [
      `${statement}: ${before} -> ${after}`,
      count(of),
    ],
  )
  return [
    `${found.heading}\n`,
    `The plan of ${people(found.planChanges)} changes, of ${count(found.people)} who take baclofen or may.\n`,
    table('What changes, for how many:', moves),
    `\nWho: ${out}/changes.csv. Numbers of actions are left out: they are the guideline's own.\n`,
    `${found.guideline.status}\n`,
  ].join('')
}
