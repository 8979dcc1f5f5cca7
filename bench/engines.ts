/**
 * What all statements cost for one patient in each engine, in one run: processor time from the facts
 * as they are stated to the truths, and as a ratio to the evaluation that explains itself.
 */
import { guideline } from '../src/guideline/index.ts'
import { withSolver } from '../src/proof/session.ts'
import { disagreement } from '../test/agreement/disagreement.ts'
import { traced } from '../test/agreement/engine.ts'
import type { Engine } from '../test/agreement/engine.ts'
import { cqlExecution } from '../test/agreement/engine-cql-execution.ts'
import { cqlReference } from '../test/agreement/engine-cql-reference.ts'
import { duckDb } from '../test/agreement/engine-duckdb.ts'
import { program } from '../test/agreement/engine-typescript.ts'
import { z3 } from '../test/agreement/engine-z3.ts'
import { randomPatients } from '../test/agreement/patients.ts'
import { feel } from './engines-feel.ts'
import { jsonRules } from './engines-json-rules.ts'
import { sizes } from './engines-size.ts'
import { zen } from './engines-zen.ts'
import { median } from './measure.ts'

const rounds = Number(process.argv[2] ?? 5)
const seed = 20261125

/** An engine, how many patients it is asked about in a round, and what must be known of its figures. */
interface Peer {
  readonly engine: Engine
  readonly patients: number
  readonly note?: string
}

const explained: Engine = {
  name: 'trace',
  ask: (patients) => Promise.resolve(patients.map((patient) => traced(guideline, patient))),
}

const two = 'two-valued by itself: three values take two rules for each statement'

const zenEngine = await zen(guideline)
if (zenEngine === undefined) {
  console.log('Left out: @gorules/zen-engine (npm i --no-save @gorules/zen-engine@0.54)')
}

const peers = async (): Promise<readonly Peer[]> => [
  { engine: explained, patients: 2000 },
  { engine: program(guideline), patients: 10_000 },
  { engine: await duckDb(guideline), patients: 10_000, note: 'loading the rows included' },
  { engine: await cqlExecution(guideline), patients: 200, note: 'in the context of a patient' },
  {
    engine: await cqlExecution(guideline, { asTranslated: true }),
    patients: 30,
    note: 'nothing that is false or null is kept: it is evaluated again for each that names it',
  },
  { engine: cqlReference(guideline), patients: 40, note: 'a new engine for each patient' },
  ...(zenEngine === undefined ? [] : [{ engine: zenEngine, patients: 200, note: two }]),
  { engine: jsonRules(guideline), patients: 20, note: two },
  { engine: feel(guideline), patients: 10, note: 'reads its text again for each patient' },
]

const used = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const cost = async ({ engine, patients }: Peer): Promise<number> => {
  const asked = randomPatients(guideline, patients, seed)
  const began = used()
  await engine.ask(asked)
  return ((used() - began) * 1000) / patients
}

const figures = (numbers: readonly number[]): string =>
  `${median(numbers).toPrecision(3)} [${Math.min(...numbers).toPrecision(3)} to ${Math.max(...numbers).toPrecision(3)}]`

const report = async (all: readonly Peer[]) => {
  const costs = new Map(all.map(({ engine }) => [engine.name, [] as number[]]))
  for (let round = -1; round < rounds; round++) {
    for (const peer of all) {
      const took = await cost(peer)
      // The first round only warms up.
      if (round >= 0) costs.get(peer.engine.name)?.push(took)
    }
  }
  const base = costs.get('trace') ?? []
  const lines = []
  for (const { engine, patients, note } of all) {
    const took = costs.get(engine.name) ?? []
    const checked = randomPatients(guideline, Math.min(patients, 200), seed + 1)
    lines.push({
      engine: engine.name,
      microseconds: figures(took),
      timesTrace: figures(took.map((one, round) => one / (base[round] ?? NaN))),
      agreesOn: (await disagreement(guideline, engine, checked)) ?? checked.length,
      ...(note === undefined ? {} : { note }),
    })
  }
  return lines
}

const engines = await withSolver(async (terms) =>
  report([
    ...(await peers()),
    { engine: z3(terms, guideline), patients: 300, note: 'evaluation of the formulas, no search' },
  ]),
)
const what = `${String(guideline.statements.length)} statements for one synthetic patient: processor time, median and range of ${String(rounds)} rounds`
process.stdout.write(
  `${JSON.stringify({ what, engines, size: await sizes(guideline) }, null, 2)}\n`,
)
