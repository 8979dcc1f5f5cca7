import type { CodeStatus, LaboratoryCode, LaboratoryRule } from '../../logic/record-rules.ts'
import { moderateRenalUpper, severeRenal } from '../limits.ts'
import { eGfr, magnesium, potassium } from '../quantity-facts.ts'
import { icd, loinc, loincCode, sct } from './systems.ts'

const of =
  (measures: LaboratoryCode['measures']) =>
  (code: string, rank: number, means: string, status: CodeStatus = 'verified'): LaboratoryCode => ({
    system: loinc,
    code,
    rank,
    means,
    measures,
    status,
  })

const rate = of('rate')
const substance = of('substance')
const mass = of('mass')
const byRace =
  (stratified: 'lower' | 'higher') =>
  (code: string, means: string): LaboratoryCode => ({ ...rate(code, 9, means), stratified })

/** The race factor of the old formulas raised the value: the other of the pair is the lower. */
const lower = byRace('lower')
const higher = byRace('higher')

/** How laboratory results become eGFR, potassium and magnesium. */
export const laboratoryRules: readonly LaboratoryRule[] = [
  {
    fact: eGfr,
    codes: [
      rate('98979-8', 1, 'eGFR by creatinine, CKD-EPI 2021'),
      rate('98980-6', 2, 'eGFR by creatinine and cystatin C, CKD-EPI 2021'),
      rate('62238-1', 3, 'eGFR by creatinine, CKD-EPI 2009'),
      rate('94677-2', 4, 'eGFR by creatinine and cystatin C, CKD-EPI 2012'),
      rate('50210-4', 4, 'eGFR by cystatin C'),
      rate('77147-7', 5, 'eGFR by creatinine, MDRD'),
      rate('33914-3', 6, 'eGFR by creatinine, MDRD (old code)'),
      rate('69405-9', 7, 'eGFR, method not stated'),
      higher('88293-6', 'eGFR, CKD-EPI, the higher of a pair by race'),
      lower('88294-4', 'eGFR, CKD-EPI, the lower of a pair by race'),
      lower('48642-3', 'eGFR, MDRD, the lower of a pair by race'),
      higher('48643-1', 'eGFR, MDRD, the higher of a pair by race'),
    ],
    never: [loincCode('50384-7', 'eGFR by the Schwartz formula, for children')],
    computedFrom: {
      words: 'creatinine',
      codes: [
        loincCode('2160-0', 'creatinine in serum or plasma, mass'),
        loincCode('14682-9', 'creatinine in serum or plasma, moles'),
        loincCode('38483-4', 'creatinine in blood, mass'),
        loincCode('59826-8', 'creatinine in blood, moles'),
      ],
    },
    spellings: [
      'mL/min/{1.73_m2}',
      'mL/min/1.73m2',
      'mL/min/1.73 m2',
      'mL/min/1.73m²',
      'mL/min/1.73 m²',
      'mL/min/1.73m^2',
      'mL/min/1.73_m2',
      'mL/min/{1.73m2}',
      'mL/min/{1.73 m2}',
      'ml/min/1.73m2',
      'ml/min/1.73 m2',
      'ml/min/1.73m²',
      'ml/min/1.73 m²',
      'ml/min/{1.73_m2}',
    ],
    unitOfText: true,
    lookalike: { units: ['mL/min', 'ml/min'], blocksUpTo: 60 },
    standIn: {
      codes: [
        icd('N18.4', 'chronic kidney disease, stage 4'),
        icd('N18.5', 'chronic kidney disease, stage 5'),
        icd('N18.6', 'end-stage renal disease'),
        sct('431857002', 'chronic kidney disease, stage 4'),
        sct('433146000', 'chronic kidney disease, stage 5'),
        sct('46177005', 'end-stage renal disease'),
      ],
      names: [
        ' esrd ',
        ' eskd ',
        ' esrf ',
        'end stage renal',
        'end stage kidney',
        ...['4', '5', 'iv', 'v'].flatMap((stage) => [
          ` ckd ${stage} `,
          ` ckd stage ${stage} `,
          `kidney disease stage ${stage} `,
          `renal disease stage ${stage} `,
        ]),
        ' ckd4',
        ' ckd5',
        ' ckd g4',
        ' ckd g5',
        'stage 4 chronic kidney',
        'stage 5 chronic kidney',
        'stage 4 ckd',
        'stage 5 ckd',
      ],
      below: 30,
    },
    sides: [
      { by: '<', limit: severeRenal.value },
      { by: '<=', limit: moderateRenalUpper.value },
    ],
  },
  {
    fact: potassium,
    codes: [
      substance('2823-3', 1, 'potassium in serum or plasma'),
      substance('6298-4', 1, 'potassium in blood'),
      substance('39789-3', 2, 'potassium in venous blood'),
      substance('32713-0', 2, 'potassium in arterial blood'),
    ],
    spellings: ['mmol/L', 'mmol/l'],
    charge: 1,
  },
  {
    fact: magnesium,
    codes: [
      mass('19123-9', 1, 'magnesium in serum or plasma, mass'),
      substance('2601-3', 1, 'magnesium in serum or plasma, moles'),
    ],
    spellings: ['mmol/L', 'mmol/l'],
    molarMass: 24.305,
    charge: 2,
  },
]
