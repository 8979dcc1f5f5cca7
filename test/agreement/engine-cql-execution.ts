import cql from 'cql-execution'
import type { Definition } from '../../src/logic/definition.ts'
import { cqlLibrary, cqlParameters, holdsName } from '../../src/outputs/cql.ts'
import { translate } from '../../src/outputs/elm.ts'
import type { ElmLibrary } from '../../src/outputs/elm.ts'
import { truthOfNullable } from './engine.ts'
import type { Engine } from './engine.ts'

/** The same library in the context of a patient: there cql-execution keeps what it has evaluated. */
const inPatientContext = (elm: ElmLibrary): ElmLibrary =>
  JSON.parse(JSON.stringify(elm), (key, value: unknown) =>
    key === 'context' && value === 'Unfiltered' ? 'Patient' : value,
  ) as ElmLibrary

/** One patient of no content: all facts come as parameters. */
const nobody = () => {
  const patients = [{ getId: () => 'nobody' }]
  const next = () => patients.pop() as never
  return { currentPatient: next, nextPatient: next }
}

/** What is null is left out, as a caller would. */
const leftOut = (parameters: Results): Results =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null))

type Results = Readonly<Record<string, unknown>>

/** How cql-execution is run. */
export interface CqlExecutionOptions {
  readonly asTranslated?: boolean
  readonly plantInElm?: (elm: string) => string
}

/** cql-execution on the ELM. As translated every expression is evaluated anew for each that names it. */
export const cqlExecution = async (
  definition: Definition,
  { asTranslated = false, plantInElm = (elm) => elm }: CqlExecutionOptions = {},
): Promise<Engine> => {
  const { elm, faults } = await translate(cqlLibrary(definition))
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  const json = JSON.stringify(asTranslated ? elm : inPatientContext(elm))
  const library = new cql.Library(JSON.parse(plantInElm(json)) as object)
  const names = definition.statements.map(holdsName)
  return {
    name: asTranslated ? 'cql-execution, as translated' : 'cql-execution',
    ask: async (patients) => {
      const answers = []
      for (const patient of patients) {
        const parameters = leftOut(cqlParameters(definition, patient)) as never
        const found = await new cql.Executor(library, undefined, parameters).exec(nobody())
        const results: Results = asTranslated
          ? (found.unfilteredResults as Results)
          : ((found.patientResults as Readonly<Record<string, Results>>)['nobody'] as Results)
        answers.push(names.map((name) => truthOfNullable(results[name])))
      }
      return answers
    },
  }
}
