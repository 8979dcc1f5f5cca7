import type { RecordRules } from '../../logic/record-rules.ts'
import { staleAfterDays } from '../limits.ts'
import { age, baclofenDose, daysAtDose } from '../quantity-facts.ts'
import {
  asNeededNames,
  baclofenByAnyRoute,
  baclofenNames,
  changingNames,
  intrathecalBaclofen,
  oralBaclofen,
  pumpNames,
  routes,
  timesNames,
  withdrawalDays,
} from './baclofen.ts'
import { laboratoryRules } from './laboratory.ts'
import { allergyRules, medicineRules } from './medicines.ts'
import { problemRules } from './problems.ts'
import { procedureRules } from './procedures.ts'
import { systemAliases } from './systems.ts'

/** The address under which this guideline's FHIR artifacts are known. It need not resolve. */
export const canonicalBase = 'https://crampwise.github.io/crampwise/fhir'

/** The code for R04's neighbour: with cirrhosis, from 65 on or with a diuretic, repeat after this. */
const repeatAfterDays = 30

/** How a FHIR record is read: every code, strength and unit, held once. */
export const recordRules: RecordRules = {
  systems: systemAliases,
  drug: {
    name: 'baclofen',
    dose: baclofenDose,
    days: daysAtDose,
    takes: 'takesBaclofen',
    pump: 'intrathecalBaclofen',
    withdrawal: 'withdrawalSigns',
    withdrawalDays,
    anyRoute: baclofenByAnyRoute,
    oral: oralBaclofen,
    pumped: intrathecalBaclofen,
    names: baclofenNames,
    pumpNames,
    routes,
    asNeededNames,
    timesNames,
    changingNames,
  },
  age,
  laboratory: laboratoryRules,
  problems: problemRules,
  medicines: medicineRules,
  allergies: allergyRules,
  procedures: procedureRules,
  tablets: [
    '{pill}',
    '{tbl}',
    '{tablet}',
    '{tab}',
    'tablet',
    'tablets',
    'tab',
    'tabs',
    'pill',
    'TAB',
    'TABLET',
  ],
  staleAfterDays,
  repeatAfterDays,
  ofPresentDose: ['crampsPersist', 'baclofenSideEffects', 'baclofenDose', 'daysAtDose'],
  questionnaire: `${canonicalBase}/Questionnaire/muscle-cramps-despite-baclofen`,
}
