import { firstOf, setting, within } from './quirk.ts'
import type { Quirk } from './quirk.ts'
import type { Random } from './random.ts'
import type { ResourceType } from './settings.ts'
import type { Resource } from './write-json.ts'

const orders = ['MedicationRequest'] as const
const statements = ['MedicationStatement'] as const
const medicines: readonly ResourceType[] = [...orders, ...statements]

const instructionIn = (resource: Resource): Resource | undefined =>
  firstOf(resource, 'dosageInstruction') ?? firstOf(resource, 'dosage')

const quantityIn = (resource: Resource): Resource | undefined =>
  within(firstOf(instructionIn(resource), 'doseAndRate'), 'doseQuantity')

/** A quirk of the instruction of an order; where it has none, nothing happens. */
const ofInstruction = (
  name: string,
  change: (instruction: Resource, random: Random) => void,
): Quirk => ({
  name,
  types: medicines,
  change: (resource, random) => {
    const instruction = instructionIn(resource)
    if (instruction !== undefined) change(instruction, random)
    return undefined
  },
})

const ofQuantity = (name: string, change: (quantity: Resource) => void): Quirk => ({
  name,
  types: medicines,
  change: (resource) => {
    const quantity = quantityIn(resource)
    if (quantity !== undefined) change(quantity)
    return undefined
  },
})

/** Quirks of orders and of statements that a medicine is taken. */
export const medicineQuirks: readonly Quirk[] = [
  setting('a stopped order', orders, { status: 'stopped' }),
  setting('a draft', orders, { status: 'draft', intent: 'proposal' }),
  setting('an order on hold', orders, { status: 'on-hold' }),
  setting('an order of unknown status', orders, { status: 'unknown' }),
  setting('an order entered in error', medicines, { status: 'entered-in-error' }),
  setting('an order that says not to', orders, { doNotPerform: true }),
  setting('an order without an intent', orders, { intent: undefined }),
  setting('a plan', orders, { intent: 'plan' }),
  setting('a category that is no list', orders, { category: { text: 'outpatient' } }),
  setting('a medicine that is not taken', statements, { status: 'not-taken' }),
  setting('a time that is over', statements, {
    effectivePeriod: { start: '2020-01-01', end: '2020-06-30' },
  }),
  ofInstruction('as needed', (instruction) => {
    instruction['asNeededBoolean'] = true
  }),
  ofInstruction('as needed, for a reason', (instruction) => {
    instruction['asNeededBoolean'] = undefined
    instruction['asNeededCodeableConcept'] = { text: 'cramps' }
  }),
  ofInstruction('as needed, in words alone', (instruction) => {
    instruction['asNeededBoolean'] = undefined
    instruction['text'] = `${String(instruction['text'])} as needed for spasms`
  }),
  ofInstruction('words that change the dose', (instruction, random) => {
    instruction['text'] = random.pick([
      'Take 1 tablet daily, then taper by 5 mg every week',
      'HOLD until seen',
      '1 tablet in the morning and 2 at night',
    ])
  }),
  ofInstruction('a dose that is no list', (instruction) => {
    instruction['doseAndRate'] = firstOf(instruction, 'doseAndRate')
  }),
  ofInstruction('a dose in the instruction itself', (instruction) => {
    instruction['doseQuantity'] = within(firstOf(instruction, 'doseAndRate'), 'doseQuantity')
    instruction['doseAndRate'] = undefined
  }),
  ofInstruction('a range of doses', (instruction) => {
    const quantity = within(firstOf(instruction, 'doseAndRate'), 'doseQuantity')
    if (typeof quantity?.['value'] !== 'number') return
    const high = { ...quantity, value: quantity['value'] * 2 }
    instruction['doseAndRate'] = [{ doseRange: { low: quantity, high } }]
  }),
  ofInstruction('no timing', (instruction) => {
    instruction['timing'] = undefined
  }),
  ofInstruction('free text only', (instruction) => {
    for (const name of Object.keys(instruction)) {
      if (name !== 'text') instruction[name] = undefined
    }
  }),
  ofInstruction('a bounded time', (instruction, random) => {
    const repeat = within(within(instruction, 'timing'), 'repeat')
    if (repeat === undefined) return
    repeat['boundsPeriod'] = random.pick([
      { start: '2020-01-01' },
      { start: '2020-01-01', end: '2020-02-01' },
      { start: '2100-01-01' },
    ])
  }),
  ofQuantity('an amount without a unit', (quantity) => {
    for (const name of ['unit', 'system', 'code']) quantity[name] = undefined
  }),
  ofQuantity('an amount as text', (quantity) => {
    quantity['value'] = String(quantity['value'])
  }),
  ofQuantity('an amount whose unit is in words alone', (quantity) => {
    for (const name of ['system', 'code']) quantity[name] = undefined
  }),
  ofQuantity('an amount in micrograms', (quantity) => {
    if (quantity['code'] !== 'mg' || typeof quantity['value'] !== 'number') return
    Object.assign(quantity, { value: quantity['value'] * 1000, unit: 'ug', code: 'ug' })
  }),
  {
    name: 'a contained medication',
    types: medicines,
    change: (resource) => {
      const code = resource['medicationCodeableConcept']
      resource['contained'] = [{ resourceType: 'Medication', id: 'med', code }]
      resource['medicationReference'] = { reference: '#med' }
      resource['medicationCodeableConcept'] = undefined
      return undefined
    },
  },
  {
    name: 'a medication that is not in the export',
    types: medicines,
    change: (resource) => {
      const display = within(resource, 'medicationCodeableConcept')?.['text']
      resource['medicationReference'] = { reference: 'Medication/elsewhere', display }
      resource['medicationCodeableConcept'] = undefined
      return undefined
    },
  },
  {
    name: 'a medicine in words alone',
    types: medicines,
    change: (resource) => {
      const text = within(resource, 'medicationCodeableConcept')?.['text']
      resource['medicationCodeableConcept'] = { text }
      return undefined
    },
  },
]
