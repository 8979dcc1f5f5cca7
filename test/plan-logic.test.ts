import { readFileSync } from 'node:fs'
import cql from 'cql-execution'
import fhir from 'cql-exec-fhir'
import { describe, expect, test } from 'vitest'
import { assessRecord } from '../src/assess/record.ts'
import type { Assessment } from '../src/assess/assess.ts'
import { guideline } from '../src/guideline/index.ts'
import { undecidedName } from '../src/outputs/cql-names.ts'
import {
  anyAssumedName,
  appliesName,
  assumedWordsName,
  notUrgentName,
  planExpressions,
  planLibraryName,
} from '../src/outputs/artifacts/plan-logic.ts'
import { onRecordLibraryName, recordLibraryName } from '../src/outputs/cql-record/index.ts'

const on = '2026-11-23'

const elm = (name: string): Record<string, unknown> =>
  JSON.parse(
    readFileSync(new URL(`../exports/elm/${name}.json`, import.meta.url), 'utf8'),
  ) as Record<string, unknown>

const [plan, statements, facts] = [
  planLibraryName(guideline),
  onRecordLibraryName(guideline),
  recordLibraryName(guideline),
].map(elm)
const library = new cql.Library(plan, new cql.Repository({ plan, statements, facts }))

/** What the plan library says of a made-up record. */
const decided = async (record: unknown): Promise<Readonly<Record<string, unknown>>> => {
  const source = fhir.PatientSource.FHIRv401()
  source.loadBundles([record as never])
  const parameters = { 'Assessed on': cql.Date.parse(on) } as never
  const executed = await new cql.Executor(library, undefined, parameters).exec(source)
  const results = executed.patientResults as Readonly<Record<string, Record<string, unknown>>>
  return Object.values(results)[0] ?? {}
}

const bundle = (...resources: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [{ resourceType: 'Patient', id: 'p' }, ...resources].map((resource) => ({ resource })),
})
const subject = { reference: 'Patient/p' }
const ucum = 'http://unitsofmeasure.org'

const result = (code: string, value: number, unit: string) => ({
  resourceType: 'Observation',
  id: `o${code}`,
  status: 'final',
  subject,
  effectiveDateTime: '2026-11-10',
  code: { coding: [{ system: 'http://loinc.org', code }] },
  valueQuantity: { value, unit, system: ucum, code: unit },
})

const answers = (given: Readonly<Record<string, 'Y' | 'N'>>, age: number) => ({
  resourceType: 'QuestionnaireResponse',
  id: 'q',
  questionnaire:
    'https://crampwise.github.io/crampwise/fhir/Questionnaire/muscle-cramps-despite-baclofen',
  status: 'completed',
  authored: '2026-11-20',
  subject,
  item: [
    {
      linkId: 'age',
      answer: [{ valueQuantity: { value: age, unit: 'years', system: ucum, code: 'a' } }],
    },
    ...Object.entries(given).map(([linkId, code]) => ({
      linkId,
      answer: [{ valueCoding: { system: 'http://terminology.hl7.org/CodeSystem/v2-0136', code } }],
    })),
  ],
})

const tablets = {
  resourceType: 'MedicationRequest',
  id: 'm',
  status: 'active',
  intent: 'order',
  subject,
  authoredOn: '2026-11-01',
  medicationCodeableConcept: {
    coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '197391' }],
  },
  dosageInstruction: [
    {
      timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
      doseAndRate: [{ doseQuantity: { value: 1, unit: '{pill}', system: ucum, code: '{pill}' } }],
    },
  ],
}

const rate = 'mL/min/{1.73_m2}'
const records: readonly (readonly [string, ReturnType<typeof bundle>])[] = [
  ['of whom nothing is known', bundle()],
  [
    'on 20 mg/day, cramps persist, results in order',
    bundle(
      tablets,
      result('98979-8', 78, rate),
      result('2823-3', 4.1, 'mmol/L'),
      result('2601-3', 0.82, 'mmol/L'),
      answers({ crampsPersist: 'Y', baclofenSideEffects: 'N' }, 58),
    ),
  ],
  ['with an eGFR of 25', bundle(tablets, result('98979-8', 25, rate))],
  [
    'who takes quinidine, eGFR not measured',
    bundle(tablets, answers({ crampsPersist: 'Y', takesQuinidine: 'Y' }, 70)),
  ],
]

describe('the library of the plan', () => {
  test.each(records)('a person %s: nothing in it is null', async (_who, record) => {
    const results = await decided(record)
    for (const { name } of planExpressions(guideline)) {
      if (name === assumedWordsName) continue
      expect([name, typeof results[name]]).toEqual([name, 'boolean'])
    }
  })
  test.each(records)('a person %s: it decides as the assessment does', async (_who, record) => {
    const results = await decided(record)
    const { statements: assessed } = assessRecord(record, { on }) as Assessment
    for (const statement of guideline.statements) {
      const { holds, urgency } = assessed.find(({ id }) => id === statement.id) ?? {}
      expect([statement.id, results[appliesName(statement)]]).toEqual([
        statement.id,
        holds === 'true',
      ])
      expect([statement.id, results[undecidedName(statement)]]).toEqual([
        statement.id,
        holds === 'unknown',
      ])
      if (statement.urgentUnlessFalse === undefined) continue
      expect([statement.id, results[notUrgentName(statement)]]).toEqual([
        statement.id,
        holds === 'true' && urgency === 'routine',
      ])
    }
  })
  test('what is assumed absent is said, and that something is', async () => {
    const results = await decided(bundle())
    expect(results[anyAssumedName]).toBe(true)
    expect(results[assumedWordsName]).toContain('is not on dialysis; ')
  })
})
