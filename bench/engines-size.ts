import { readFileSync } from 'node:fs'
import cql from 'cql-execution'
import { factsOf } from '../src/logic/condition.ts'
import type { Definition } from '../src/logic/definition.ts'
import { exactValue } from '../src/logic/interval.ts'
import { applies } from '../src/logic/statement.ts'
import type { Statement } from '../src/logic/statement.ts'
import { cqlLibrary } from '../src/outputs/cql.ts'
import { translate } from '../src/outputs/elm.ts'
import type { Stated } from '../src/proof/concrete.ts'
import { traced, truthOfNullable } from '../test/agreement/engine.ts'
import { randomPatients } from '../test/agreement/patients.ts'

/** The statements of the library by hand, each with what it calls them. */
const byHand: Readonly<Record<string, string>> = {
  'avoid-baclofen-severe-renal': 'Avoid baclofen',
  'taper-baclofen': 'Taper',
  'increase-baclofen': 'Increase baclofen',
  'magnesium-oxide-at-night': 'Magnesium oxide',
  'consider-methocarbamol': 'Methocarbamol',
}

/** How large a library is: what stands in it besides comments and empty lines. */
const sizeOf = (text: string) => {
  const lines = text.split('\n').filter((line) => !/^\s*(\/\/.*)?$/.test(line))
  return {
    lines: lines.length,
    defines: lines.filter((line) => line.startsWith('define')).length,
    parameters: lines.filter((line) => line.startsWith('parameter')).length,
    characters: lines.join('\n').length,
  }
}

const reached = (statement: Statement): readonly Statement[] => [
  statement,
  ...(statement.unless ?? []).flatMap(reached),
]

/** The part of a definition that some statements need. */
const partOf = (definition: Definition, ids: readonly string[]): Definition => {
  const named = definition.statements.filter(({ id }) => ids.includes(id))
  const needed = new Set(named.flatMap(reached))
  const statements = definition.statements.filter((statement) => needed.has(statement))
  const implications = definition.implications.filter(({ fact }) => fact.id === 'takesBaclofen')
  const facts = new Set([
    ...statements.flatMap((statement) => factsOf(applies(statement))),
    ...implications.flatMap(({ when }) => factsOf(when)),
  ])
  return {
    ...definition,
    statements,
    implications,
    facts: definition.facts.filter((fact) => facts.has(fact)),
  }
}

/** Patients of whom all that is measured is one value: the library by hand takes no other. */
const isPlain = (patient: Stated): boolean =>
  Object.values(patient).every(
    (finding) =>
      typeof finding !== 'object' ||
      (exactValue(finding) !== undefined && finding.lowerLimit === undefined),
  )

const plainly = (patient: Stated): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(patient).map(([id, finding]) => [
      id,
      typeof finding === 'object'
        ? exactValue(finding)
        : finding === 'unknown'
          ? null
          : finding === 'true',
    ]),
  )

/** On how many plain patients the library by hand gives the same truths: a yardstick must be right. */
const checked = async (definition: Definition, text: string): Promise<number> => {
  const { elm, faults } = await translate(text)
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  const library = new cql.Library(elm)
  const patients = randomPatients(definition, 4000, 3).filter(isPlain).slice(0, 300)
  for (const patient of patients) {
    const known = new Set(Object.keys(library.parameters))
    const parameters = Object.entries(plainly(patient)).filter(
      ([id, value]) => known.has(id) && (value !== null || patient[id] === 'unknown'),
    )
    const executor = new cql.Executor(library, undefined, Object.fromEntries(parameters))
    const found = (await executor.exec(new cql.PatientSource([]))).unfilteredResults as Readonly<
      Record<string, unknown>
    >
    const truths = traced(definition, patient)
    definition.statements.forEach(({ id }, at) => {
      const name = byHand[id]
      if (name === undefined) return
      if (truthOfNullable(found[name]) !== truths[at]) {
        throw new Error(
          `By hand "${name}" is ${String(found[name])} for ${JSON.stringify(patient)}`,
        )
      }
    })
  }
  return patients.length
}

/** The generated library beside one by hand of the same statements. */
export const sizes = async (definition: Definition) => {
  const text = readFileSync(new URL('engines-by-hand.cql', import.meta.url), 'utf8')
  const part = cqlLibrary(partOf(definition, Object.keys(byHand)))
  return {
    what: 'CQL without comments and empty lines; the generated one also reads bounds, ranges and own limits, lists what it assumed, and says what cannot be decided',
    byHand: { statements: Object.keys(byHand).length, ...sizeOf(text) },
    sameStatementsGenerated: {
      statements: partOf(definition, Object.keys(byHand)).statements.length,
      ...sizeOf(part),
    },
    wholeGuideline: {
      statements: definition.statements.length,
      ...sizeOf(cqlLibrary(definition)),
    },
    byHandAgreesOnPlainPatients: await checked(definition, text),
  }
}
