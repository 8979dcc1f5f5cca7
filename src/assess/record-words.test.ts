import { describe, expect, test } from 'vitest'
import {
  bundle,
  concept,
  eGfr,
  entry,
  holds,
  increasing,
  instruction,
  known,
  order,
  planOf,
  problem,
  problemInWords,
  quantity,
  read,
  rxNorm,
  snomed,
  timesADay,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

const twice = (change: Resource): Resource => ({
  dosageInstruction: [instruction(quantity(1, '{pill}'), timesADay(2), change)],
})

/** The record for which an increase is advised, with another order of baclofen. */
const orderedAs = (change: Resource): Resource =>
  bundle(increasing.map((one) => (one['id'] === 'order' ? { ...one, ...change } : one)))

describe('a problem in words only is asked for, with its words', () => {
  test.each([
    ['AKI', 'acuteKidneyInjury'],
    ['AKI on CKD3', 'acuteKidneyInjury'],
    ['Acute-on-chronic renal failure', 'acuteKidneyInjury'],
    ['Hx of ATN', 'acuteKidneyInjury'],
    ['ESRD', 'onDialysis'],
    ['ESKD on HD MWF', 'onDialysis'],
    ['End-stage renal disease', 'onDialysis'],
    ['Haemodialysis', 'onDialysis'],
    ['hemodialysis dependent', 'onDialysis'],
    ['On dialysis (Tu/Th/Sa)', 'onDialysis'],
    ['CAPD', 'onDialysis'],
    ['s/p TIPS 2024', 'hepaticEncephalopathy'],
    ['HRS-AKI', 'hepaticEncephalopathy'],
    ['No hepatic encephalopathy', 'hepaticEncephalopathy'],
    ['Cirrhotic liver', 'cirrhosis'],
    ['EtOH cirrhosis', 'cirrhosis'],
    ['Chronic liver disease', 'liverDisease'],
    ['NASH', 'liverDisease'],
    ['G2P1, 20 weeks gestation', 'pregnancy'],
    ['Denies pregnancy', 'pregnancy'],
    ['Intrathecal baclofen pump in situ', 'intrathecalBaclofen'],
    ['ITB therapy', 'intrathecalBaclofen'],
    ['CHF', 'fluidOverload'],
    ['HFrEF (EF 25%)', 'fluidOverload'],
    ['OSA on CPAP', 'respiratoryDisease'],
    ['A-fib', 'arrhythmia'],
    ['Bladder outlet obstruction', 'urinaryObstruction'],
    ['SBO', 'gastrointestinalObstruction'],
    ['Baclofen toxicity', 'neurotoxicitySigns'],
    ['Altered mental status', 'neurotoxicitySigns'],
    ['Rule out baclofen withdrawal', 'withdrawalSigns'],
    ['Cauda equina syndrome?', 'redFlags'],
  ])('%s', (text, fact) => {
    expect(known(fact, problemInWords(text))).toBe('unknown')
    const { given, why } = read(problemInWords(text))
    expect(given[fact]?.note).toContain(`"${text}"`)
    expect(why.get(fact)).toContain(`"${text}"`)
    expect(why.get(fact)).toMatch(/code it|ask/)
  })
  test.each([
    ['AKI', 'such as N17'],
    ['On dialysis', 'such as Z99.2'],
  ])('"%s" is told with a code that would settle it', (text, code) => {
    const { why } = read(problemInWords(text))
    expect([...why.values()].join()).toContain(code)
  })
  test.each([
    ['Shaking of hands', 'acuteKidneyInjury'],
    ['Injury of fingertips', 'hepaticEncephalopathy'],
    ['Insulin pump in situ', 'intrathecalBaclofen'],
    ['Craft hobbies', 'arrhythmia'],
    ['Chdhf', 'fluidOverload'],
    ['Bed-wetting', 'onDialysis'],
  ])('abbreviations are whole words: "%s" is not one', (text, fact) => {
    expect(known(fact, problemInWords(text))).toBe('nothing')
  })
  test('words of the display of a code that is not known here count as words', () => {
    const local = problem(snomed, '999', { code: concept('urn:local', '999', 'AKI, resolving') })
    expect(known('acuteKidneyInjury', local)).toBe('unknown')
  })
  test('an increase is not decided while one of them is asked', () => {
    for (const text of ['AKI', 'ESRD', 'TIPS', 'Pregnant', 'ITB pump']) {
      expect(holds('increase-baclofen', bundle([...increasing, problemInWords(text)]))).toBe(
        'unknown',
      )
    }
  })
})

describe('a stage of kidney disease', () => {
  const stages = ['CKD 4', 'CKD stage 5', 'CKD IV', 'Chronic kidney disease, stage 4', 'ESRD']
  test.each(stages)('"%s" in words is no eGFR, and is told where there is none', (text) => {
    expect(known('eGfr', problemInWords(text))).toContain(`"${text}"`)
  })
  test.each(stages)('"%s" beside a current eGFR that says otherwise is told', (text) => {
    const { given, problems } = read(eGfr(78), problemInWords(text))
    expect(given['eGfr']?.finding).toMatchObject({ low: 78, high: 78 })
    expect(problems.map(({ message }) => message).join()).toContain(`"${text}"`)
  })
  test('as a code it is told too; beside an eGFR below 30 it agrees, and is not', () => {
    const stage = problem('http://hl7.org/fhir/sid/icd-10-cm', 'N18.4')
    expect(read(eGfr(78), stage).problems).toMatchObject([{ where: 'Condition/condition-N18.4' }])
    expect(read(eGfr(22), stage).problems).toEqual([])
  })
  test('CKD 3 says nothing of it', () => {
    expect(read(eGfr(78), problemInWords('CKD 3')).problems).toEqual([])
  })
})

describe('a pump that is named in words only is asked for, never assumed away', () => {
  test.each([
    ['in the words of the route', twice({ route: { text: 'Intrathecal' } })],
    ['as an abbreviated route', twice({ route: { text: 'IT' } })],
    ['in the display of a route', twice({ route: concept('urn:local', '9', 'intrathecal route') })],
    ['in the text of the dose', twice({ text: 'via intrathecal pump, continuous' })],
    ['in what the patient is told', twice({ patientInstruction: 'Your pump gives this.' })],
    ['in a further instruction', twice({ additionalInstruction: [{ text: 'ITB refill' }] })],
    ['in a note', { note: [{ text: 'Has had an ITB pump since 2019' }] }],
    [
      'in the words of the medication',
      {
        medicationCodeableConcept: {
          ...concept(rxNorm, '197391', 'baclofen 10 MG Oral Tablet'),
          text: 'Baclofen (intrathecal)',
        },
      },
    ],
  ])('%s of an order', (_title, change) => {
    const record = orderedAs(change)
    const { facts, notFound } = planOf(record)
    expect(facts['baclofenDose']).toBeUndefined()
    expect(facts['intrathecalBaclofen']?.value).toBe('unknown')
    expect(notFound.find(({ fact }) => fact === 'intrathecalBaclofen')?.why).not.toBe('not given')
    expect(holds('increase-baclofen', record)).toBe('unknown')
  })
  test('"it" in a sentence is no route', () => {
    expect(known('baclofenDose', order(twice({ text: 'Take it with food' })))).toBe(20)
  })
  test.each([
    ['a procedure of years ago', 'Insertion of intrathecal baclofen pump'],
    ['a procedure', 'ITB pump refill'],
  ])('in %s', (_title, text) => {
    const done = entry('Procedure', snomed, '1', {
      code: { text },
      status: 'completed',
      performedDateTime: '2021-03-04',
    })
    expect(known('intrathecalBaclofen', done)).toBe('unknown')
  })
  test('in the name of another medicine', () => {
    const other = order({
      id: 'other',
      medicationCodeableConcept: { text: 'Morphine 10 mg/mL for intrathecal pump' },
    })
    expect(known('intrathecalBaclofen', other)).toBe('unknown')
  })
  test('an order for a pump that was completed, and what was given of it, leave it to be asked', () => {
    const refill = { medicationCodeableConcept: concept(rxNorm, '308516'), status: 'completed' }
    expect(known('intrathecalBaclofen', order(refill))).toBe('unknown')
    for (const resourceType of ['MedicationAdministration', 'MedicationDispense']) {
      expect(known('intrathecalBaclofen', order({ ...refill, resourceType }))).toBe('unknown')
    }
    expect(known('intrathecalBaclofen', order({ ...refill, status: 'entered-in-error' }))).toBe(
      'nothing',
    )
  })
})

describe('devices and observations', () => {
  const subject = { reference: 'Patient/synthetic' }
  test('a device that is a pump for baclofen, or for dialysis, leaves them to be asked', () => {
    const device = { resourceType: 'Device', id: 'd', patient: subject, status: 'active' }
    expect(
      known('intrathecalBaclofen', { ...device, type: { text: 'Intrathecal infusion pump' } }),
    ).toBe('unknown')
    expect(
      known('intrathecalBaclofen', { ...device, deviceName: [{ name: 'SynchroMed II' }] }),
    ).toBe('unknown')
    expect(known('onDialysis', { ...device, type: { text: 'Home hemodialysis system' } })).toBe(
      'unknown',
    )
    expect(known('intrathecalBaclofen', { ...device, type: { text: 'Insulin pump' } })).toBe(
      'nothing',
    )
    const use = { resourceType: 'DeviceUseStatement', id: 'u', subject, status: 'active' }
    expect(known('intrathecalBaclofen', { ...use, device: { display: 'ITB pump' } })).toBe(
      'unknown',
    )
  })
  test('an observation that found a pregnancy leaves it to be asked, for a year', () => {
    const found = (effectiveDateTime: string, code: string, change: Resource = {}): unknown =>
      known('pregnancy', {
        resourceType: 'Observation',
        id: 'state',
        subject,
        status: 'final',
        code: concept('http://loinc.org', '82810-3'),
        effectiveDateTime,
        valueCodeableConcept: concept(snomed, code),
        ...change,
      })
    expect(found('2026-09-01', '77386006')).toBe('unknown')
    expect(found('2026-09-01', '60001007')).toBe('nothing')
    expect(found('2025-11-22', '77386006')).toBe('nothing')
    expect(found('2026-09-01', '77386006', { status: 'entered-in-error' })).toBe('nothing')
  })
})
