import {
  answered,
  bundle,
  concept,
  eGfr,
  icd,
  increasing,
  instruction,
  on,
  order,
  problem,
  quantity,
  result,
  rxNorm,
  timesADay,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'
import { assessRecord } from './record.ts'

export const own = { reference: 'Patient/synthetic' }

/** Records in which many things stand more than once, and say different things. */
export const tangled: readonly Resource[] = [
  ...increasing,
  order({ id: 'held', status: 'on-hold' }),
  order({ id: 'past', status: 'completed', authoredOn: '2026-09-01' }),
  order({ id: 'same' }),
  eGfr(78, { id: 'a', effectiveDateTime: '2026-11-20' }),
  eGfr(64, { id: 'b', effectiveDateTime: '2026-11-20' }),
  result('88293-6', 70, 'mL/min/{1.73_m2}', { id: 'c' }),
  result('2823-3', 3.1, 'mmol/L', { id: 'd', effectiveDateTime: '2026-11' }),
  problem(icd, 'K74.60', { id: 'e', verificationStatus: 'provisional' }),
  problem(icd, 'K74.69', { id: 'f', recordedDate: '2026-01-01' }),
  problem(icd, 'N18.4', { id: 'g' }),
  problem(icd, 'N18.5', { id: 'h' }),
  answered({ crampsPersist: false, anxiety: true }, { id: 'i', authored: '2026-11-21' }),
  answered({ anxiety: false }, { id: 'j', authored: '2026-11-21' }),
]

/** The same with more kinds of resources. */
export const rich: Resource = bundle([
  ...tangled,
  {
    resourceType: 'MedicationStatement',
    id: 'statement',
    status: 'active',
    medicationReference: { reference: '#m' },
    contained: [{ resourceType: 'Medication', id: 'm', code: concept(rxNorm, '197391') }],
    subject: own,
    effectivePeriod: { start: '2026-10-01' },
    dosage: [
      instruction(quantity(1, '{pill}'), timesADay(2), {
        maxDosePerPeriod: { numerator: quantity(20, 'mg'), denominator: quantity(1, 'd') },
      }),
    ],
  },
  {
    resourceType: 'Procedure',
    id: 'p',
    status: 'completed',
    code: concept('http://snomed.info/sct', '302497006'),
    subject: own,
    performedPeriod: { start: '2026-01-01', end: '2026-02-01' },
  },
  {
    resourceType: 'List',
    id: 'l',
    status: 'current',
    subject: own,
    code: concept('http://loinc.org', '10160-0'),
  },
])

/** What a plan says, without the order in which problems are listed. */
export const said = (record: unknown): unknown => {
  const plan = assessRecord(record, { on })
  if (!('statements' in plan)) return plan.problems.map(({ kind }) => kind).sort()
  const { facts, notFound, assumed, statements, ask, changes } = plan
  return { facts, notFound, assumed, statements, ask, changes }
}
