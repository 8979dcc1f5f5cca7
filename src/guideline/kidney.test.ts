import { describe } from 'vitest'
import { bounded } from '../logic/interval.ts'
import * as kidney from './kidney.ts'
import { situations, typical } from './situation.test-support.ts'

describe('kidneys before dose', () => {
  situations(kidney.avoidBaclofenSevereRenal, typical, [
    ['eGFR 29.9 is severe: values are not rounded', { eGfr: 29.9 }, 'true'],
    ['eGFR 30 is not severe', { eGfr: 30 }, 'false'],
    ['dialysis outweighs an eGFR of 90', { eGfr: 90, onDialysis: true }, 'true'],
    [
      'dialysis decides although the eGFR was never measured',
      { eGfr: undefined, onDialysis: true },
      'true',
    ],
    ['no eGFR leaves it undecided', { eGfr: undefined }, 'unknown'],
    ['dialysis asked and not known leaves it undecided', { onDialysis: 'unknown' }, 'unknown'],
    ['it holds also for those who take none: do not start', { baclofenDose: 0, eGfr: 25 }, 'true'],
    ['"<15" is severe', { eGfr: bounded('<', 15) }, 'true'],
    ['"<60" does not decide it', { eGfr: bounded('<', 60) }, 'unknown'],
    ['">60" is not severe', { eGfr: bounded('>', 60) }, 'false'],
  ])
  situations(kidney.noIncreaseModerateRenal, typical, [
    ['30 belongs to the band', { eGfr: 30 }, 'true'],
    ['60 belongs to the band', { eGfr: 60 }, 'true'],
    ['29.9 is below it', { eGfr: 29.9 }, 'false'],
    ['60.1 is above it', { eGfr: 60.1 }, 'false'],
    ['">=60" may be 60', { eGfr: bounded('>=', 60) }, 'unknown'],
    ['it speaks above 30 mg/day too', { eGfr: 45, baclofenDose: 60 }, 'true'],
    ['it speaks for a pump too', { eGfr: 45, baclofenDose: 0, intrathecalBaclofen: true }, 'true'],
    ['without baclofen there is nothing to raise', { eGfr: 45, baclofenDose: 0 }, 'false'],
    [
      'baclofen of unknown dose counts',
      { eGfr: 45, baclofenDose: undefined, takesBaclofen: true },
      'true',
    ],
  ])
  situations(kidney.noIncreaseAcuteKidneyInjury, typical, [
    ['acute kidney injury with baclofen', { acuteKidneyInjury: true }, 'true'],
    ['no injury', {}, 'false'],
    ['injury without baclofen', { acuteKidneyInjury: true, baclofenDose: 0 }, 'false'],
    ['asked, not known', { acuteKidneyInjury: 'unknown' }, 'unknown'],
  ])
  situations(kidney.reduceBaclofenModerateRenal, { ...typical, eGfr: 45 }, [
    ['20 mg/day at eGFR 45', {}, 'true'],
    ['15 mg/day is low enough', { baclofenDose: 15 }, 'false'],
    ['15.5 mg/day is not', { baclofenDose: 15.5 }, 'true'],
    ['30 mg/day', { baclofenDose: 30 }, 'true'],
    ['30.5 mg/day is outside the guideline: no target', { baclofenDose: 30.5 }, 'false'],
    ['eGFR 30', { eGfr: 30 }, 'true'],
    ['eGFR 29.9: avoided instead', { eGfr: 29.9 }, 'false'],
    ['eGFR 60', { eGfr: 60 }, 'true'],
    ['eGFR 60.1', { eGfr: 60.1 }, 'false'],
    ['on dialysis: withdrawn instead', { onDialysis: true }, 'false'],
    ['dialysis not known', { onDialysis: 'unknown' }, 'unknown'],
    ['a decision to stop goes before', { stoppingBaclofen: true }, 'false'],
    ['pregnancy is outside', { pregnancy: true }, 'false'],
    ['under 18 is outside', { age: 17 }, 'false'],
    ['neurotoxicity halts it', { neurotoxicitySigns: true }, 'false'],
    ['withdrawal halts it', { withdrawalSigns: true }, 'false'],
    ['potassium 2.4 halts it', { potassium: 2.4 }, 'false'],
    ['a red flag halts it', { redFlags: true }, 'false'],
  ])
  situations(kidney.checkRenalFunction, typical, [
    ['eGFR never measured', { eGfr: undefined }, 'true'],
    ['eGFR known', {}, 'false'],
    ['known only as a bound is known (R26)', { eGfr: bounded('>', 60) }, 'false'],
    ['on dialysis nobody needs it', { eGfr: undefined, onDialysis: true }, 'false'],
    ['takes no baclofen', { eGfr: undefined, baclofenDose: 0 }, 'false'],
    [
      'not known whether baclofen is taken',
      { eGfr: undefined, baclofenDose: undefined },
      'unknown',
    ],
  ])
})
