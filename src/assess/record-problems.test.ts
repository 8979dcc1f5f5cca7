import { describe, expect, test } from 'vitest'
import {
  atc,
  bundle,
  concept,
  entry,
  holds,
  icd,
  increasing,
  known,
  order,
  patient,
  problem,
  problemInWords,
  read,
  rxNorm,
  snomed,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

const cirrhosis = (change: Resource): unknown => known('cirrhosis', problem(icd, 'K74.60', change))

const status = (code: string): Resource => concept('http://terminology.hl7.org/CodeSystem/x', code)

describe('whether a problem is so now', () => {
  test.each([
    ['confirmed and active', {}, 'true'],
    ['a recurrence', { clinicalStatus: status('recurrence') }, 'true'],
    ['without either status', { clinicalStatus: undefined, verificationStatus: null }, 'true'],
    ['provisional', { verificationStatus: status('provisional') }, 'unknown'],
    ['unconfirmed', { verificationStatus: status('unconfirmed') }, 'unknown'],
    ['a differential diagnosis', { verificationStatus: status('differential') }, 'unknown'],
    ['of a status that cannot be read', { verificationStatus: { text: 'sure' } }, 'unknown'],
    [
      'of a clinical status that nobody knows',
      { clinicalStatus: status('constructor') },
      'unknown',
    ],
    ['that may mean something else', { modifierExtension: [{ url: 'x' }] }, 'unknown'],
    ['of nobody', { subject: undefined }, 'unknown'],
    ['refuted', { verificationStatus: status('refuted') }, 'nothing'],
    ['entered in error', { verificationStatus: status('entered-in-error') }, 'nothing'],
    ['refuted, as older senders write it', { verificationStatus: 'refuted' }, 'nothing'],
    ['resolved', { clinicalStatus: status('resolved') }, 'nothing'],
    ['resolved, as older senders write it', { clinicalStatus: 'resolved' }, 'nothing'],
    ['in remission', { clinicalStatus: status('remission') }, 'nothing'],
    ['inactive', { clinicalStatus: status('inactive') }, 'nothing'],
    [
      'ended, without a clinical status',
      { clinicalStatus: undefined, abatementDateTime: '2026-01-01' },
      'nothing',
    ],
    ['said not to have ended', { clinicalStatus: undefined, abatementBoolean: false }, 'true'],
    ['to end later', { clinicalStatus: undefined, abatementDateTime: '2026-12-01' }, 'true'],
    ['active, though it has ended', { abatementDateTime: '2026-01-01' }, 'true'],
  ])('a problem %s', (_sentence, change, expected) => {
    expect(cirrhosis(change)).toBe(expected)
  })
  test('one that is so goes before one that must be asked, in any order', () => {
    const two = [
      problem(icd, 'K74.60', { id: 'a', verificationStatus: status('provisional') }),
      problem(icd, 'K74.69', { id: 'b' }),
    ]
    expect(known('cirrhosis', ...two)).toBe('true')
    expect(known('cirrhosis', ...[...two].reverse())).toBe('true')
  })
})

describe('what a problem says', () => {
  test.each([
    ['K70.31', icd, 'cirrhosis'],
    ['K74.3', icd, 'cirrhosis'],
    ['19943007', snomed, 'cirrhosis'],
    ['K76.82', icd, 'hepaticEncephalopathy'],
    ['K76.7', icd, 'hepaticEncephalopathy'],
    ['N17.9', icd, 'acuteKidneyInjury'],
    ['I50.9', icd, 'fluidOverload'],
    ['H40.9', icd, 'glaucoma'],
    ['R33.8', icd, 'urinaryObstruction'],
    ['G70.00', icd, 'myastheniaGravis'],
    ['G40.909', icd, 'epilepsy'],
    ['I48.91', icd, 'arrhythmia'],
    ['G47.33', icd, 'respiratoryDisease'],
    ['F11.20', icd, 'substanceUseDisorder'],
    ['O09.90', icd, 'pregnancy'],
    ['Z33.1', icd, 'pregnancy'],
    ['77386006', snomed, 'pregnancy'],
    ['R25.2', icd, 'crampsPersist'],
    ['55300003', snomed, 'crampsPersist'],
  ])('%s makes true what it means', (code, system, fact) => {
    expect(known(fact, problem(system, code))).toBe('true')
  })
  test.each(['K70.0', 'K70.2', 'K73.9', 'K74.0', 'K75.4'])(
    '%s is liver disease and not cirrhosis',
    (code) => {
      expect(known('liverDisease', problem(icd, code))).toBe('true')
      expect(known('cirrhosis', problem(icd, code))).toBe('nothing')
    },
  )
  test.each(['K72.90', 'G93.40', 'G92.8'])('%s may be hepatic encephalopathy: asked', (code) => {
    expect(known('hepaticEncephalopathy', problem(icd, code))).toBe('unknown')
  })
  test('43381005, published as low sodium, says nothing', () => {
    expect(Object.keys(read(problem(snomed, '43381005')).given)).toEqual(['age'])
  })
  test.each(['Abdominal pain', 'Sharp pain'])(
    'the code for cramp called "%s" must be asked',
    (words) => {
      const named = problem(snomed, '55300003', { code: concept(snomed, '55300003', words) })
      expect(known('crampsPersist', named)).toBe('unknown')
      const inText = { ...concept(snomed, '55300003'), text: words }
      expect(known('crampsPersist', problem(snomed, '55300003', { code: inText }))).toBe('unknown')
    },
  )
  test('the code for cramp called a muscle cramp is one', () => {
    const named = problem(snomed, '55300003', { code: concept(snomed, '55300003', 'Muscle Cramp') })
    expect(known('crampsPersist', named)).toBe('true')
  })
  test.each([
    ['Dependence on renal dialysis', 'onDialysis'],
    ['Peritoneal dialysis', 'onDialysis'],
    ['Acute kidney injury', 'acuteKidneyInjury'],
    ['Hepatic encephalopathy', 'hepaticEncephalopathy'],
    ['TIPS (transjugular intrahepatic portosystemic shunt)', 'hepaticEncephalopathy'],
    ['Pregnancy, 12 weeks', 'pregnancy'],
    ['Épilepsie', 'epilepsy'],
    ['Severe anaemia', 'severeAnemia'],
  ])('"%s" in words only must be asked, never passed over', (text, fact) => {
    expect(known(fact, problemInWords(text))).toBe('unknown')
    expect(holds('increase-baclofen', bundle([...increasing, problemInWords(text)]))).toBe(
      ['epilepsy', 'severeAnemia'].includes(fact) ? 'true' : 'unknown',
    )
  })
  test('a list of problems that names none of these makes none of them false', () => {
    expect(known('cirrhosis', problem(icd, 'I10'))).toBe('nothing')
    expect(known('onDialysis', problem(icd, 'I10'))).toBe('nothing')
  })
})

describe('allergies', () => {
  const allergy = (system: string, code: string, change: Resource = {}): Resource =>
    entry('AllergyIntolerance', system, code, {
      clinicalStatus: status('active'),
      verificationStatus: status('confirmed'),
      ...change,
    })
  const toBaclofen = (one: Resource): unknown => known('baclofenAllergy', one)

  test.each([
    [rxNorm, '1292'],
    [rxNorm, '197391'],
    [rxNorm, '308516'],
    [atc, 'M03BX01'],
    [snomed, '387342009'],
  ])('to baclofen by %s %s: outside this guideline', (system, code) => {
    expect(toBaclofen(allergy(system, code))).toBe('true')
    expect(holds('outside-guideline', bundle([...increasing, allergy(system, code)]))).toBe('true')
  })
  test.each([
    ['in words only', { code: { text: 'Lioresal' } }, 'unknown'],
    [
      'as the substance of a reaction',
      { code: {}, reaction: [{ substance: concept(rxNorm, '1292') }] },
      'true',
    ],
    ['unconfirmed', { verificationStatus: status('unconfirmed') }, 'unknown'],
    ['of nobody', { patient: undefined }, 'unknown'],
    ['refuted', { verificationStatus: status('refuted') }, 'nothing'],
    ['resolved', { clinicalStatus: status('resolved') }, 'nothing'],
    ['entered in error', { verificationStatus: status('entered-in-error') }, 'nothing'],
  ])('to baclofen %s', (_sentence, change, expected) => {
    expect(toBaclofen(allergy(rxNorm, '1292', change))).toBe(expected)
  })
  test('to another medicine says nothing', () => {
    expect(toBaclofen(allergy(rxNorm, '7980'))).toBe('nothing')
  })
})

describe('other medicines', () => {
  const medicine = (medicationCodeableConcept: Resource, change: Resource = {}): Resource =>
    order({ id: 'medicine', medicationCodeableConcept, ...change })

  test.each([
    ['takesQuinidine', concept(rxNorm, '9068')],
    ['takesQuinidine', concept(atc, 'C01BA01')],
    ['takesCyclobenzaprine', concept(rxNorm, '828320')],
    ['takesOrphenadrine', concept(rxNorm, '994521')],
    ['takesMethocarbamol', concept(rxNorm, '197943')],
    ['takesBenzodiazepine', concept(atc, 'N05BA06')],
    ['receivesAlbumin', concept(atc, 'B05AA01')],
    ['takesDiuretic', concept(atc, 'C03CA01')],
    ['sedativeUse', concept(atc, 'N02AA01')],
  ])('%s by its code', (fact, one) => {
    expect(known(fact, medicine(one))).toBe('true')
    expect(known(fact, medicine(one, { status: 'on-hold' }))).toBe('unknown')
    expect(known(fact, medicine(one, { status: 'stopped' }))).toBe('nothing')
  })
  test('by name only it must be asked', () => {
    expect(known('takesQuinidine', medicine({ text: 'Quinidine sulfate' }))).toBe('unknown')
    expect(known('takesBenzodiazepine', medicine({ text: 'Valium (diazepam)' }))).toBe('unknown')
  })
  test('a list that names none of them makes none of them false', () => {
    expect(known('takesQuinidine', medicine(concept(rxNorm, '860975', 'metformin')))).toBe(
      'nothing',
    )
  })
  test('quinidine that is taken is urgent', () => {
    const plan = bundle([patient(), order(), medicine(concept(rxNorm, '9068'))])
    expect(holds('avoid-quinidine', plan)).toBe('true')
  })
})
