import type { Fact } from '../logic/fact.ts'
import * as asked from './asked-facts.ts'
import * as assumed from './assumed-facts.ts'
import * as quantities from './quantity-facts.ts'
import * as treatments from './treatment-facts.ts'

export * from './asked-facts.ts'
export * from './assumed-facts.ts'
export * from './quantity-facts.ts'
export * from './treatment-facts.ts'

/** Every fact of the guideline. A fact is added by writing it in its file and naming it here. */
export const facts = [
  quantities.age,
  quantities.baclofenDose,
  quantities.daysAtDose,
  quantities.eGfr,
  quantities.potassium,
  quantities.magnesium,
  asked.takesBaclofen,
  asked.crampsPersist,
  asked.baclofenSideEffects,
  asked.physicalMeasuresTried,
  asked.waterAndSodiumDepletion,
  asked.liverDisease,
  asked.cirrhosis,
  asked.anxiety,
  asked.muscleSpasm,
  asked.musclePain,
  assumed.onDialysis,
  assumed.acuteKidneyInjury,
  assumed.neurotoxicitySigns,
  assumed.withdrawalSigns,
  assumed.redFlags,
  assumed.baclofenAllergy,
  assumed.pregnancy,
  assumed.intrathecalBaclofen,
  assumed.hepaticEncephalopathy,
  assumed.fluidOverload,
  assumed.severeAnemia,
  assumed.albuminAllergy,
  assumed.glaucoma,
  assumed.urinaryObstruction,
  assumed.gastrointestinalObstruction,
  assumed.myastheniaGravis,
  assumed.arrhythmia,
  assumed.epilepsy,
  assumed.sedativeUse,
  assumed.respiratoryDisease,
  assumed.substanceUseDisorder,
  treatments.takesCyclobenzaprine,
  treatments.takesQuinidine,
  treatments.takesOrphenadrine,
  treatments.takesMethocarbamol,
  treatments.takesBenzodiazepine,
  treatments.receivesAlbumin,
  treatments.secondLineTried,
  treatments.stoppingBaclofen,
  treatments.lossOfBenefit,
  treatments.takesDiuretic,
] as const satisfies readonly Fact[]

/** The name of a fact: a property of the facts JSON. */
export type FactId = (typeof facts)[number]['id']
