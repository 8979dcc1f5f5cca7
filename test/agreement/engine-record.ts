import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import cql from 'cql-execution'
import fhir from 'cql-exec-fhir'
import { recordRules } from '../../src/guideline/codes/index.ts'
import { guideline } from '../../src/guideline/index.ts'
import { flatten } from '../../src/fhir/flatten.ts'
import { daysBetweenSteps } from '../../src/guideline/limits.ts'
import type { Fact, Finding } from '../../src/logic/fact.ts'
import type { Truth } from '../../src/logic/truth.ts'
import { askedMark, askedName, holdsName } from '../../src/outputs/cql.ts'
import type { CqlQuantity } from '../../src/outputs/cql.ts'
import {
  cqlOnRecordLibrary,
  cqlRecordLibrary,
  recordLibraryName,
} from '../../src/outputs/cql-record/index.ts'
import { translator } from '../../src/outputs/elm.ts'
import type { ElmLibrary, Translated } from '../../src/outputs/elm.ts'
import type { Stated } from '../../src/proof/concrete.ts'
import { truthOfNullable } from './engine.ts'

/** A FHIR record: a Bundle. */
export type Record_ = Readonly<Record<string, unknown>>

/** What the library finds in a record, and what the statements say of it. */
export interface Found {
  readonly stated: Stated
  readonly truths: readonly Truth[]
}

/** Reads records by the CQL library, on a day. */
export type RecordEngine = (record: unknown, on: string) => Promise<Found>

const modelInfo = (): string => {
  const file = 'cql-exec-fhir/lib/modelInfos/fhir-modelinfo-4.0.1.xml'
  return readFileSync(createRequire(import.meta.url).resolve(file), 'utf8')
}

type Results = Readonly<Record<string, unknown>>

const findingOf = (fact: Fact, results: Results, asked: readonly string[]): Finding | undefined => {
  const value = results[fact.id]
  if (fact.kind === 'presence') {
    if (asked.includes(askedMark(fact))) return 'unknown'
    return typeof value === 'boolean' ? (value ? 'true' : 'false') : undefined
  }
  if (value === null || value === undefined) return undefined
  const { low, high, lowOpen, highOpen, lowerLimit } = value as CqlQuantity
  return {
    low: low ?? -Infinity,
    high: high ?? Infinity,
    ...(lowOpen ? { lowOpen } : {}),
    ...(highOpen ? { highOpen } : {}),
    ...(lowerLimit === null ? {} : { lowerLimit }),
  }
}

const sound = ({ elm, faults }: Translated): ElmLibrary => {
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return elm
}

/** What all engines share: the data model, and the statements, that no fault is planted in. */
const prepare = async () => {
  const facts = cqlRecordLibrary(guideline, recordRules, {
    daysBetweenSteps: daysBetweenSteps.value,
  })
  const translate = await translator({
    fhirModelInfo: modelInfo(),
    libraries: { [recordLibraryName(guideline)]: facts },
  })
  return { facts, translate, logic: sound(translate(cqlOnRecordLibrary(guideline))) }
}
let prepared: ReturnType<typeof prepare> | undefined

/** The retrieval library, and the statements over it, on cql-execution with the FHIR R4 model. */
export const recordEngine = async (
  plant: (cql: string) => string = (text) => text,
): Promise<RecordEngine> => {
  const { facts, translate, logic } = await (prepared ??= prepare())
  const record = sound(translate(plant(facts)))
  const library = new cql.Library(logic, new cql.Repository({ record, logic }))
  const source = fhir.PatientSource.FHIRv401()
  return async (bundle, on) => {
    source.reset()
    source.loadBundles([bundle])
    const parameters = {
      'Assessed on': cql.Date.parse(on),
      'A part of the record is missing': flatten(bundle).partial,
    } as never
    const executed = await new cql.Executor(library, undefined, parameters).exec(source)
    const [results] = Object.values(executed.patientResults as Readonly<Record<string, Results>>)
    if (results === undefined) throw new Error('The record has no patient')
    const asked = (results[askedName] ?? []) as readonly string[]
    return {
      stated: Object.fromEntries(
        guideline.facts.flatMap((fact) => {
          const finding = findingOf(fact, results, asked)
          return finding === undefined ? [] : [[fact.id, finding]]
        }),
      ),
      truths: guideline.statements.map((of) => truthOfNullable(results[holdsName(of)])),
    }
  }
}
