import type { AssessedStatement, Assessment } from '../../assess/assess.ts'
import { explainFact, explainNumber, explainStatement, list } from './explanation.ts'
import { assessFile } from './patient.ts'
import type { PatientOptions } from './patient.ts'
import { refuse } from './problems.ts'
import { today } from '../../assess/dates.ts'
import { nearest } from '../../assess/input.ts'
import { spelledOut } from '../../assess/trace-json.ts'
import { outOfDate } from '../../assess/status.ts'
import { wrap } from './text.ts'
import { traceText } from './trace-text.ts'
import { facts } from '../../guideline/facts.ts'
import { statements } from '../../guideline/index.ts'
import { readings } from '../../guideline/readings.ts'
import { source } from '../../guideline/source.ts'

/** How an explanation is printed. */
export interface ExplainOptions extends PatientOptions {
  readonly json?: true
}

const print = (text: string): number => {
  process.stdout.write(`${text}\n`)
  return 0
}

/** `crampwise explain`: what a statement, a fact or a number says and where it comes from. */
export const runExplain = async (
  id: string | undefined,
  file: string | undefined,
  options: ExplainOptions,
): Promise<number> => {
  // On standard error, so that JSON stays JSON.
  const old = outOfDate(options.on ?? today())
  if (old !== undefined) process.stderr.write(`crampwise: ${old}\n`)
  if (id === undefined) {
    return print(
      options.json === true
        ? JSON.stringify(
            statements.map(({ id: name, kind, title }) => ({ id: name, kind, title })),
            null,
            2,
          )
        : list(),
    )
  }
  const statement = statements.find((known) => known.id === id)
  let assessed: Assessment | undefined
  if (file !== undefined) {
    const read = await assessFile(file, options)
    if (!('statements' in read)) return refuse(read.problems)
    assessed = read
  }
  if (statement !== undefined) {
    const found = assessed?.statements.find((known) => known.id === id)
    const here = found && {
      ...found,
      trace: spelledOut(found.trace, assessed?.conditions ?? {}),
    }
    if (options.json === true) {
      return print(JSON.stringify(here ?? statementJson(id), null, 2))
    }
    return print(
      [explainStatement(statement), ...(here === undefined ? [] : [forPatient(here)])].join('\n\n'),
    )
  }
  const fact = facts.find((known) => known.id === id)
  if (fact !== undefined) return print(explainFact(fact))
  const number = explainNumber(id)
  if (number !== undefined) return print(number)
  const names = [...statements, ...facts].map((known) => known.id)
  const near = nearest(id, [...names, ...Object.keys(source), ...Object.keys(readings)])
  return refuse([
    {
      kind: 'unknown-name',
      where: id,
      message: 'There is no statement, fact or number of this name.',
      remedy: near === undefined ? 'See them all: crampwise explain' : `Did you mean "${near}"?`,
    },
  ])
}

const statementJson = (id: string): unknown => {
  const {
    kind,
    title,
    says,
    implements: numbers,
    basis,
    references,
    outside,
    unless,
  } = statements.find((known) => known.id === id) as (typeof statements)[number]
  return {
    id,
    kind,
    title,
    says,
    implements: numbers,
    basis,
    references,
    outside,
    unless: (unless ?? []).map((defeat) => defeat.id),
  }
}

const forPatient = (statement: AssessedStatement): string =>
  [
    `FOR THIS PATIENT: ${statement.holds}`,
    wrap(statement.because, '  '),
    ...(statement.defeatedBy.length === 0
      ? []
      : [`  Defeated by ${statement.defeatedBy.join(', ')}.`]),
    '',
    traceText(statement.trace),
  ].join('\n')
