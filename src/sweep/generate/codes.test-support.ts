import type { Code, LaboratoryCode } from '../../logic/record-rules.ts'
import type { QuantityFact } from '../../logic/fact.ts'
import type { Unit } from '../../logic/quantity.ts'
import type { GeneratorCodes } from './settings.ts'

const rxNorm = 'http://www.nlm.nih.gov/research/umls/rxnorm'

const code = (system: string, of: string, means: string): Code => ({
  system,
  code: of,
  means,
  status: 'verified',
})

const quantity = <U extends Unit>(id: string, unit: U): QuantityFact<U> => ({
  kind: 'quantity',
  id,
  words: id,
  question: `${id}?`,
  unit,
  absent: 'ask',
  possible: [0, 300],
  likely: [0, 300],
  resolution: 1,
  accepts: {},
  stale: true,
  basis: 'outside',
})

const test = (of: string, measures: LaboratoryCode['measures']): LaboratoryCode => ({
  ...code('http://loinc.org', of, of),
  rank: 1,
  measures,
})

/** A few codes, so that the generator can be tried without the guideline. */
export const codes: GeneratorCodes = {
  drug: {
    oral: [5, 10, 20].map((mg) => ({
      ...code(rxNorm, String(1000 + mg), `oral baclofen ${String(mg)} mg`),
      mg,
      per: 'tablet',
    })),
    pumped: [code(rxNorm, '2000', 'pumped')],
  },
  tablets: ['{tbl}'],
  laboratory: [
    { fact: quantity('eGfr', 'mL/min/{1.73_m2}'), codes: [test('98979-8', 'rate')], spellings: [] },
    { fact: quantity('potassium', 'mmol/L'), codes: [test('2823-3', 'substance')], spellings: [] },
    {
      fact: quantity('magnesium', 'mmol/L'),
      codes: [test('19123-9', 'mass'), test('2601-3', 'substance')],
      spellings: [],
      molarMass: 24.305,
    },
  ],
  problems: [
    {
      fact: 'crampsPersist',
      is: 'true',
      codes: [code('http://hl7.org/fhir/sid/icd-10-cm', 'R25.2', 'cramp and spasm')],
      complete: false,
    },
    {
      fact: 'arrhythmia',
      is: 'true',
      codes: [
        { ...code('http://hl7.org/fhir/sid/icd-10-cm', 'I48', 'fibrillation'), andBelow: true },
      ],
      names: ['fibrillation'],
      complete: false,
    },
  ],
  medicines: [
    { fact: 'sedativeUse', is: 'true', codes: [], names: [' cannabis '], complete: false },
    {
      fact: 'takesQuinidine',
      is: 'true',
      codes: [code(rxNorm, '9068', 'quinidine')],
      complete: false,
    },
  ],
  procedures: [
    {
      fact: 'onDialysis',
      is: 'true',
      codes: [code('http://snomed.info/sct', '302497006', 'hemodialysis')],
      complete: false,
      countsForDays: 90,
    },
  ],
}
