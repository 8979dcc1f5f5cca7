import type { Code } from '../../logic/record-rules.ts'

const of =
  (system: string) =>
  (code: string, means: string): Code => ({ system, code, means, status: 'verified' })

const rx = of('http://www.nlm.nih.gov/research/umls/rxnorm')
const icd = of('http://hl7.org/fhir/sid/icd-10-cm')
const loinc = of('http://loinc.org')
const snomed = of('http://snomed.info/sct')

/** Medicines that the guideline does not read: most of what a record holds. */
export const otherMedicines: readonly Code[] = [
  rx('6809', 'metformin'),
  rx('29046', 'lisinopril'),
  rx('83367', 'atorvastatin'),
  rx('17767', 'amlodipine'),
  rx('10582', 'levothyroxine'),
  rx('7646', 'omeprazole'),
  rx('161', 'acetaminophen'),
  rx('1191', 'aspirin'),
]

/** Diagnoses that it does not read. */
export const otherProblems: readonly Code[] = [
  icd('I10', 'Essential (primary) hypertension'),
  icd('E11.9', 'Type 2 diabetes mellitus without complications'),
  icd('E78.5', 'Hyperlipidemia, unspecified'),
  icd('G35', 'Multiple sclerosis'),
  icd('M54.50', 'Low back pain, unspecified'),
  icd('E03.9', 'Hypothyroidism, unspecified'),
  icd('N18.30', 'Chronic kidney disease, stage 3 unspecified'),
  icd('K21.9', 'Gastro-esophageal reflux disease without esophagitis'),
]

/** Procedures that it does not read. */
export const otherProcedures: readonly Code[] = [
  snomed('73761001', 'Colonoscopy'),
  snomed('80146002', 'Appendectomy'),
  snomed('38102005', 'Cholecystectomy'),
]

/** A result that the guideline does not read: its code, unit, usual value and spread, and decimals. */
export interface OtherResult {
  readonly code: Code
  readonly unit: string
  readonly value: number
  readonly spread: number
  readonly decimals: number
}

const result = (
  code: string,
  means: string,
  [unit, value, spread, decimals]: readonly [string, number, number, number],
): OtherResult => ({ code: loinc(code, means), unit, value, spread, decimals })

/** Results that the guideline does not read. */
export const otherResults: readonly OtherResult[] = [
  result('2951-2', 'Sodium [Moles/volume] in Serum or Plasma', ['mmol/L', 140, 6, 0]),
  result('2160-0', 'Creatinine [Mass/volume] in Serum or Plasma', ['mg/dL', 1.1, 0.6, 2]),
  result('3094-0', 'Urea nitrogen [Mass/volume] in Serum or Plasma', ['mg/dL', 18, 9, 0]),
  result('17861-6', 'Calcium [Mass/volume] in Serum or Plasma', ['mg/dL', 9.4, 0.8, 1]),
  result('2345-7', 'Glucose [Mass/volume] in Serum or Plasma', ['mg/dL', 105, 35, 0]),
  result('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', ['%', 6.1, 1.4, 1]),
  result('718-7', 'Hemoglobin [Mass/volume] in Blood', ['g/dL', 13.5, 2, 1]),
  result('1751-7', 'Albumin [Mass/volume] in Serum or Plasma', ['g/dL', 4, 0.7, 1]),
  result('29463-7', 'Body weight', ['kg', 76, 25, 1]),
  result('8867-4', 'Heart rate', ['/min', 74, 18, 0]),
  result('2157-6', 'Creatine kinase [Enzymatic activity/volume] in Serum or Plasma', [
    'U/L',
    110,
    80,
    0,
  ]),
]
