import type { Definition } from '../../src/logic/definition.ts'
import type { Findings } from '../../src/logic/fact.ts'
import { compile } from '../../src/logic/program.ts'
import { applies } from '../../src/logic/statement.ts'
import { complete } from '../../src/proof/concrete.ts'
import type { Engine } from './engine.ts'

/** The compiled program, as the service and the screen run it. */
export const program = (definition: Definition): Engine => {
  const run = compile(definition.statements.map(applies))
  return {
    name: 'compiled program',
    ask: (patients) =>
      Promise.resolve(patients.map((patient) => run(complete(definition, patient) as Findings))),
  }
}
