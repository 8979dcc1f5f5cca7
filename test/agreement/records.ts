import {
  answered,
  bundle,
  concept,
  eGfr,
  entry,
  icd,
  increasing,
  instruction,
  loinc,
  order,
  ordered,
  patient,
  problem,
  problemInWords,
  quantity,
  result,
  rxNorm,
  snomed,
  timesADay,
} from '../../src/assess/record.test-support.ts'
import type { Resource } from '../../src/assess/record.test-support.ts'

/** The day on which these records are assessed. */
export const on = '2026-11-23'

const other = (id: string, change: Resource): Resource => order({ id, ...change })
const named = (text: string): Resource => ({ medicationCodeableConcept: { text } })
const statement = (change: Resource): Resource => ({
  resourceType: 'MedicationStatement',
  id: 'statement',
  status: 'active',
  medicationCodeableConcept: concept(rxNorm, '197391', 'baclofen 10 MG Oral Tablet'),
  subject: { reference: 'Patient/synthetic' },
  dateAsserted: '2026-10-05',
  ...change,
})
const plain = { takesBaclofen: true, crampsPersist: true } as const
const doses = (...instructions: readonly Resource[]): Resource => ordered(...instructions)
const repeat = (timing: Resource): Resource => ({ repeat: timing })
const kidney = (change: Resource): Resource => eGfr(41, { id: 'kidney', ...change })
const unit = 'mL/min/{1.73_m2}'

/** What a record may hold besides what every one of these holds: each says something of its own. */
export const variants: Readonly<Record<string, Resource>> = {
  'a final eGFR of today': kidney({ effectiveDateTime: '2026-11-23' }),
  'a preliminary eGFR': kidney({ status: 'preliminary', effectiveDateTime: '2026-11-22' }),
  'an eGFR entered in error': kidney({ status: 'entered-in-error' }),
  'an old eGFR': kidney({ effectiveDateTime: '2026-08-24' }),
  'an eGFR at the edge of old': kidney({ effectiveDateTime: '2026-08-25' }),
  'an eGFR of the future': kidney({ effectiveDateTime: '2026-11-24' }),
  'an eGFR of November': kidney({ effectiveDateTime: '2026-11' }),
  'an eGFR without a date': kidney({ effectiveDateTime: undefined }),
  'an eGFR in mL/min': kidney({ valueQuantity: quantity(41, 'mL/min') }),
  'an eGFR above 60': kidney({ valueQuantity: undefined, valueString: '>60' }),
  'an eGFR of at least 60': kidney({
    valueQuantity: { ...quantity(60, unit), comparator: '>=' },
  }),
  'an eGFR that says nothing': kidney({ valueQuantity: undefined, valueString: 'see report' }),
  'an eGFR for children': kidney({ code: concept(loinc, '50384-7') }),
  'the higher of a pair by race': kidney({ code: concept(loinc, '88293-6') }),
  'the lower of a pair by race': { ...kidney({ code: concept(loinc, '88294-4') }), id: 'lower' },
  'a potassium in another unit': result('2823-3', 3.1, 'meq/L', {
    id: 'k',
    effectiveDateTime: '2026-11-22',
  }),
  'a potassium with the limit of its laboratory': result('2823-3', 3.55, 'mmol/L', {
    id: 'k',
    effectiveDateTime: '2026-11-22',
    referenceRange: [{ low: quantity(3.6, 'mmol/L') }],
  }),
  'a magnesium in mg/dL': result('19123-9', 1.6, 'mg/dL', {
    id: 'mg',
    effectiveDateTime: '2026-11-22',
  }),
  'a magnesium whose unit contradicts its code': result('19123-9', 0.6, 'mmol/L', {
    id: 'mg',
    effectiveDateTime: '2026-11-22',
  }),
  'a panel with potassium': {
    ...result('24326-1', 1, 'mmol/L', { id: 'panel', effectiveDateTime: '2026-11-22' }),
    valueQuantity: undefined,
    component: [{ code: concept(loinc, '2823-3'), valueQuantity: quantity(2.4, 'mmol/L') }],
  },
  'an active cirrhosis': problem(icd, 'K74.60'),
  'a refuted cirrhosis': problem(icd, 'K74.60', {
    id: 'refuted',
    verificationStatus: concept(
      'http://terminology.hl7.org/CodeSystem/condition-ver-status',
      'refuted',
    ),
  }),
  'a differential heart failure': problem(icd, 'I50.9', {
    verificationStatus: concept(
      'http://terminology.hl7.org/CodeSystem/condition-ver-status',
      'differential',
    ),
  }),
  'a resolved glaucoma': problem(icd, 'H40.9', {
    clinicalStatus: concept('http://terminology.hl7.org/CodeSystem/condition-clinical', 'resolved'),
  }),
  'a glaucoma that ended': problem(icd, 'H40.10', {
    clinicalStatus: undefined,
    abatementDateTime: '2026-01-01',
  }),
  'epilepsy in words only': problemInWords('Epilepsy, unspecified'),
  'a stage of kidney disease': problem(icd, 'N18.4'),
  'dialysis last week': {
    ...entry('Procedure', snomed, '302497006', {
      status: 'completed',
      performedDateTime: '2026-11-16',
    }),
  },
  'dialysis last year': {
    ...entry('Procedure', snomed, '71192002', {
      status: 'completed',
      performedDateTime: '2025-11-16',
    }),
  },
  'an allergy to baclofen': entry('AllergyIntolerance', rxNorm, '1292'),
  'an order of methocarbamol': other('methocarbamol', {
    medicationCodeableConcept: concept(rxNorm, '197943', 'methocarbamol 500 MG Oral Tablet'),
  }),
  'an order of diazepam in words': other('diazepam', named('Diazepam 5 mg')),
  'a stopped order of quinidine': other('quinidine', { status: 'stopped', ...named('Quinidine') }),
  'an order without a name': other('nameless', {
    medicationCodeableConcept: concept(rxNorm, '999999999'),
  }),
  'a second order of baclofen': other('second', {
    medicationCodeableConcept: concept(rxNorm, '430902', 'baclofen 5 MG Oral Tablet'),
  }),
  'the same order again': other('z-again', {}),
  'a stopped order of baclofen': other('stopped', { status: 'stopped', authoredOn: '2026-09-01' }),
  'a newer completed order of baclofen': other('newer', {
    status: 'completed',
    authoredOn: '2026-11-01',
  }),
  'a draft of baclofen': other('draft', { status: 'draft' }),
  'an order on hold': other('on-hold', { status: 'on-hold' }),
  'baclofen for a pump': other('pump', {
    medicationCodeableConcept: concept(rxNorm, '308516', 'baclofen 0.5 MG/ML Intrathecal Solution'),
  }),
  'baclofen of a product that is not known': other('unknown', named('Baclofen 10 mg')),
  'a statement of the same dose': statement({
    dosage: [instruction(quantity(1, '{pill}'), timesADay(2))],
  }),
  'a statement of another dose': statement({
    dosage: [instruction(quantity(1, '{pill}'), timesADay(3))],
  }),
  'baclofen not taken': statement({ status: 'not-taken' }),
  'acute kidney injury as it is charted': problemInWords('AKI on CKD 3'),
  'no acute kidney injury, in words': problemInWords('No AKI'),
  'a word that only looks like an abbreviation': problemInWords('Fingertips shaking'),
  'dialysis in words': problemInWords('ESRD, on HD Tu/Th/Sa'),
  'a shunt in words': problemInWords('s/p TIPS'),
  'a pump in words': problemInWords('ITB pump in situ'),
  'a pump put in years ago': entry('Procedure', snomed, '1', {
    code: { text: 'Implantation of intrathecal pump' },
    status: 'completed',
    performedDateTime: '2019-05-06',
  }),
  'a pump that was filled': other('refill', {
    status: 'completed',
    medicationCodeableConcept: concept(rxNorm, '308516', 'baclofen 0.5 MG/ML Intrathecal Solution'),
  }),
  'a pump that was filled, as given': {
    ...other('given', {
      resourceType: 'MedicationAdministration',
      status: 'completed',
      medicationCodeableConcept: concept(rxNorm, '308516'),
      dosageInstruction: undefined,
    }),
  },
  'another medicine for a pump': other('morphine', named('Morphine for intrathecal pump')),
  'a route in words': other('route', {
    dosageInstruction: [
      instruction(quantity(1, '{pill}'), timesADay(2), { route: { text: 'IT' } }),
    ],
  }),
  'a note of a pump': other('note', { note: [{ text: 'Has an intrathecal pump' }] }),
  'an order of tomorrow': other('tomorrow', { authoredOn: '2026-11-24' }),
  'an order whose validity ended': other('validity', {
    dispenseRequest: { validityPeriod: { end: '2026-11-01' } },
  }),
  'an order whose supply ran out': other('ran-out', {
    dispenseRequest: { numberOfRepeatsAllowed: 0, expectedSupplyDuration: quantity(30, 'd') },
  }),
  'an order whose supply lasts': other('lasts', {
    dispenseRequest: { numberOfRepeatsAllowed: 2, expectedSupplyDuration: quantity(30, 'd') },
  }),
  'quinidine whose supply ran out': other('quinidine-ran-out', {
    medicationCodeableConcept: concept(rxNorm, '9068', 'quinidine'),
    dispenseRequest: { expectedSupplyDuration: quantity(30, 'd') },
  }),
  'a supply that is used up': {
    ...other('supply', { resourceType: 'MedicationDispense', status: 'completed' }),
    authoredOn: undefined,
    whenHandedOver: '2026-10-02',
    daysSupply: quantity(30, 'd'),
  },
  'a supply that lasts': {
    ...other('supply-lasts', { resourceType: 'MedicationDispense', status: 'completed' }),
    authoredOn: undefined,
    whenHandedOver: '2026-11-01',
    daysSupply: quantity(30, 'd'),
  },
  'a stop of last week': other('last-week', {
    status: 'stopped',
    meta: { lastUpdated: '2026-11-16T10:00:00Z' },
  }),
  'a stop of last month': other('last-month', {
    status: 'stopped',
    meta: { lastUpdated: '2026-10-16T10:00:00Z' },
  }),
  'another eGFR of the same day, by an older formula': kidney({
    code: concept(loinc, '69405-9'),
    effectiveDateTime: '2026-11-20',
  }),
  'another eGFR of the same day, of a later time': kidney({
    effectiveDateTime: '2026-11-20T16:00:00Z',
    valueQuantity: quantity(25, unit),
  }),
  'a newer creatinine': result('2160-0', 3.2, 'mg/dL', { effectiveDateTime: '2026-11-22' }),
  'an older creatinine': result('2160-0', 0.9, 'mg/dL', { effectiveDateTime: '2026-11-12' }),
  'a pump as a device': {
    resourceType: 'Device',
    id: 'device',
    status: 'active',
    patient: { reference: 'Patient/synthetic' },
    type: { text: 'Intrathecal infusion pump' },
  },
  'an observation of pregnancy': {
    ...result('82810-3', 1, '1', { effectiveDateTime: '2026-09-01' }),
    valueQuantity: undefined,
    valueCodeableConcept: concept(snomed, '77386006'),
  },
  'older answers': answered(
    {
      crampsPersist: false,
      onDialysis: true,
      magnesium: { valueQuantity: quantity(0.6, 'mmol/L') },
    },
    { id: 'older', authored: '2026-09-30' },
  ),
  'newer answers': answered(
    {
      redFlags: true,
      onDialysis: false,
      eGfr: 50,
      glaucoma: { valueCoding: { code: 'asked-unknown' } },
    },
    { id: 'newer', authored: '2026-11-23' },
  ),
}

/** Orders of one dose of baclofen in the many ways in which it can be written. */
const orders: Readonly<Record<string, Resource>> = {
  'by the product and a code': doses(
    instruction(quantity(1, '{pill}'), { code: { coding: [{ code: 'BID' }] } }),
  ),
  'in mg every eight hours': doses(
    instruction(quantity(5, 'mg'), repeat({ frequency: 1, period: 8, periodUnit: 'h' })),
  ),
  'as a range of doses': doses({
    doseAndRate: [{ doseRange: { low: { value: 5 }, high: quantity(10, 'mg') } }],
    timing: timesADay(3),
  }),
  'as needed': doses(instruction(quantity(10, 'mg'), timesADay(3), { asNeededBoolean: true })),
  'as needed with a maximum': doses(
    instruction(quantity(10, 'mg'), undefined, {
      asNeededBoolean: true,
      maxDosePerPeriod: { numerator: quantity(20, 'mg'), denominator: quantity(1, 'd') },
    }),
  ),
  'with times of the day': doses(
    instruction(quantity(5, 'mg'), repeat({ timeOfDay: ['08:00:00', '20:00:00'] })),
  ),
  'on some days of the week': doses(
    instruction(
      quantity(5, 'mg'),
      repeat({ dayOfWeek: ['mon'], frequency: 1, period: 1, periodUnit: 'd' }),
    ),
  ),
  'as needed in words': doses(
    instruction(quantity(10, 'mg'), timesADay(2), { text: '1 tab BID p.r.n.' }),
  ),
  'as needed in what the patient is told': doses(
    instruction(quantity(10, 'mg'), timesADay(2), { patientInstruction: 'Take if needed.' }),
  ),
  'as needed in a further instruction': doses(
    instruction(quantity(10, 'mg'), timesADay(2), {
      additionalInstruction: [concept(snomed, '420449005', 'As required')],
    }),
  ),
  'that is more often by its text': doses(
    instruction(quantity(10, 'mg'), timesADay(2), { text: '1 tablet 3 times a day' }),
  ),
  'that changes by its text': doses(
    instruction(quantity(10, 'mg'), timesADay(2), { text: '1 tab bid, then 2 tabs tid' }),
  ),
  'with a text that every label has': doses(
    instruction(quantity(10, 'mg'), timesADay(2), { text: 'Do not stop suddenly' }),
  ),
  'of instructions that are all over': doses(
    instruction(
      quantity(10, 'mg'),
      repeat({ frequency: 2, period: 1, periodUnit: 'd', boundsPeriod: { end: '2026-11-10' } }),
    ),
  ),
  'without a timing': doses(instruction(quantity(10, 'mg'), undefined)),
  'without a unit': doses(instruction({ value: 10 }, timesADay(2))),
  'in free text': doses({ text: 'one in the morning' }),
  'numbered one after the other': doses(
    instruction(quantity(5, 'mg'), timesADay(2), { sequence: 1 }),
    instruction(quantity(10, 'mg'), timesADay(2), { sequence: 2 }),
  ),
  'for a time that is over and one that began': doses(
    instruction(
      quantity(5, 'mg'),
      repeat({ frequency: 2, period: 1, periodUnit: 'd', boundsPeriod: { end: '2026-11-10' } }),
    ),
    instruction(
      quantity(10, 'mg'),
      repeat({ frequency: 2, period: 1, periodUnit: 'd', boundsPeriod: { start: '2026-11-11' } }),
    ),
  ),
  'for ten times': doses(
    instruction(quantity(5, 'mg'), repeat({ frequency: 2, period: 1, periodUnit: 'd', count: 10 })),
  ),
  'an impossible amount': doses(instruction(quantity(200, 'mg'), timesADay(2))),
  'three days ago, after another dose': order({ authoredOn: '2026-11-20' }),
}

const record = (resources: readonly Resource[]): Resource =>
  JSON.parse(JSON.stringify(bundle(resources))) as Resource

const withAnswers = (extra: Resource): Resource => record([...increasing, extra])

/** A record for each variant and for each way to write a dose, by its title. */
export const records: readonly (readonly [title: string, record: Resource])[] = [
  ['nothing but the person', record([patient()])],
  ['a birth year only', record([patient({ birthDate: '1961' })])],
  ['no birth date', record([patient({ birthDate: undefined })])],
  ['answers only', record([patient(), answered(plain)])],
  [
    'an empty list of medicines',
    record([
      patient(),
      {
        resourceType: 'List',
        id: 'medicines',
        status: 'current',
        mode: 'snapshot',
        subject: { reference: 'Patient/synthetic' },
        code: concept(loinc, '10160-0'),
        emptyReason: concept('http://terminology.hl7.org/CodeSystem/list-empty-reason', 'nilknown'),
      },
    ]),
  ],
  ...Object.entries(variants).map(([title, extra]) => [title, withAnswers(extra)] as const),
  ...Object.entries(variants).map(
    ([title, extra]) => [`${title}, and nothing else`, record([patient(), extra])] as const,
  ),
  ...Object.entries(orders).map(
    ([title, one]) => [`a dose ${title}`, record([patient(), one])] as const,
  ),
  ...Object.entries(orders).map(
    ([title, one]) =>
      [
        `a dose ${title}, after a stopped order`,
        record([patient(), one, variants['a stopped order of baclofen'] as Resource]),
      ] as const,
  ),
]

/** A record of several variants at once, each a resource of its own. */
export const mixed = (titles: readonly string[]): Resource =>
  record([
    ...increasing,
    ...titles.map((title) => ({
      ...(variants[title] as Resource),
      id: title.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    })),
  ])
