import { setting, within } from './quirk.ts'
import type { Quirk } from './quirk.ts'
import type { Random } from './random.ts'
import type { Resource } from './write-json.ts'

const observations = ['Observation'] as const
const conditions = ['Condition'] as const
const procedures = ['Procedure'] as const
const patients = ['Patient'] as const

const ofValue = (
  name: string,
  change: (quantity: Resource, resource: Resource, random: Random) => void,
): Quirk => ({
  name,
  types: observations,
  change: (resource, random) => {
    const quantity = within(resource, 'valueQuantity')
    if (quantity !== undefined) change(quantity, resource, random)
    return undefined
  },
})

const status = (system: string, code: string): Resource => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
})

/** Quirks of laboratory results. */
export const resultQuirks: readonly Quirk[] = [
  ofValue('a value without a unit', (quantity) => {
    for (const name of ['unit', 'system', 'code']) quantity[name] = undefined
  }),
  ofValue('a unit in words alone', (quantity) => {
    for (const name of ['system', 'code']) quantity[name] = undefined
  }),
  ofValue('a unit that says something else in words', (quantity) => {
    quantity['unit'] = 'mg/dL'
  }),
  ofValue('a unit spelled otherwise', (quantity) => {
    const unit = String(quantity['unit'])
    const spelled = unit.startsWith('mL/min') ? 'mL/min/1.73 m2' : unit.toLowerCase()
    Object.assign(quantity, { unit: spelled, code: spelled })
  }),
  ofValue('a comparator', (quantity, _resource, random) => {
    quantity['comparator'] = random.pick(['<', '<=', '>', '>=', 'ad'])
  }),
  ofValue('a result as text', (quantity, resource, random) => {
    const value = String(quantity['value'])
    const unit = String(quantity['unit'])
    resource['valueString'] = random.pick([
      value,
      `${value} ${unit}`,
      `>${value}`,
      `<${value} ${unit}`,
      value.replace('.', ','),
      'see report',
      'hemolyzed',
    ])
    resource['valueQuantity'] = undefined
  }),
  ofValue('a number as text', (quantity) => {
    quantity['value'] = String(quantity['value'])
  }),
  ofValue('an impossible value', (quantity) => {
    quantity['value'] = 9999
  }),
  ofValue('no value, with a reason', (_quantity, resource) => {
    resource['valueQuantity'] = undefined
    resource['dataAbsentReason'] = status('data-absent-reason', 'not-performed')
  }),
  ofValue('a result within a panel', (quantity, resource) => {
    resource['component'] = [{ code: resource['code'], valueQuantity: quantity }]
    resource['code'] = { text: 'panel' }
    resource['valueQuantity'] = undefined
  }),
  setting('a preliminary result', observations, { status: 'preliminary' }),
  setting('a corrected result', observations, { status: 'corrected' }),
  setting('a result entered in error', observations, { status: 'entered-in-error' }),
  setting('a result without a date', observations, { effectiveDateTime: undefined }),
  setting('a result of the future', observations, { effectiveDateTime: '2099-01-01' }),
]

/** Quirks of diagnoses, procedures and people. */
export const otherQuirks: readonly Quirk[] = [
  setting('a refuted diagnosis', conditions, {
    verificationStatus: status('condition-ver-status', 'refuted'),
  }),
  setting('a provisional diagnosis', conditions, {
    verificationStatus: status('condition-ver-status', 'provisional'),
  }),
  setting('a resolved diagnosis', conditions, {
    clinicalStatus: status('condition-clinical', 'resolved'),
  }),
  setting('a diagnosis that ended', conditions, {
    clinicalStatus: undefined,
    abatementDateTime: '2024-05',
  }),
  setting('a diagnosis without any status', conditions, {
    clinicalStatus: undefined,
    verificationStatus: undefined,
  }),
  setting('a status as bare text', conditions, { clinicalStatus: 'active' }),
  setting('a procedure not done', procedures, { status: 'not-done' }),
  setting('a procedure going on', procedures, { status: 'in-progress' }),
  {
    name: 'a procedure with a period',
    types: procedures,
    change: (resource) => {
      const start = resource['performedDateTime']
      resource['performedPeriod'] = { start, end: start }
      resource['performedDateTime'] = undefined
      return undefined
    },
  },
  setting('no birth date', patients, { birthDate: undefined }),
  setting('an impossible birth date', patients, { birthDate: '1800-01-01' }),
  setting('a death without a date', patients, { deceasedBoolean: true }),
  setting('a person who is said to live', patients, { deceasedBoolean: false }),
  {
    name: 'a birth year only',
    types: patients,
    change: (resource) => {
      resource['birthDate'] = String(resource['birthDate']).slice(0, 4)
      return undefined
    },
  },
]
