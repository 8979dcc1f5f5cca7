import type { Fact, PresenceFact, QuantityFact } from '../logic/fact.ts'
import type { Unit } from '../logic/quantity.ts'

const quantity = <const Id extends string, U extends Unit>(
  id: Id,
  fact: Omit<QuantityFact<U>, 'kind' | 'id' | 'absent'>,
): QuantityFact<U> & { readonly id: Id } => ({ kind: 'quantity', id, absent: 'ask', ...fact })

const presence =
  (absent: PresenceFact['absent']) =>
  <const Id extends string>(
    id: Id,
    words: string,
    negated: string,
    question: string,
    basis: string,
  ): PresenceFact & { readonly id: Id } => ({
    kind: 'presence',
    id,
    absent,
    words,
    negated,
    question,
    basis,
  })

const asked = presence('ask')
const assumedNo = presence('assumed-no')

export const age = quantity('age', {
  words: 'age',
  question: 'How old is the person?',
  unit: 'a',
  possible: [0, 120],
  likely: [0, 120],
  resolution: 1,
  accepts: {},
  stale: false,
  basis: 'S40, S41, R24',
})

export const eGfr = quantity('eGfr', {
  words: 'eGFR',
  question: 'What is the latest eGFR?',
  unit: 'mL/min/{1.73_m2}',
  possible: [0, 200],
  likely: [2, 150],
  resolution: 0.1,
  accepts: {},
  stale: true,
  basis: 'S12, S13, R03, R04',
})

export const baclofenDose = quantity('baclofenDose', {
  words: 'baclofen dose',
  question: 'How much baclofen is taken by mouth in a whole day?',
  unit: 'mg/d',
  possible: [0, 300],
  likely: [0, 100],
  resolution: 0.5,
  accepts: {},
  stale: false,
  basis: 'S03, S07, S08',
})

export const daysAtDose = quantity('daysAtDose', {
  words: 'days at this dose',
  question: 'How many days ago was the dose last changed?',
  unit: 'd',
  possible: [0, 20000],
  likely: [0, 20000],
  resolution: 1,
  accepts: {},
  stale: false,
  basis: 'S08, R06',
})

export const potassium = quantity('potassium', {
  words: 'potassium',
  question: 'What is the latest potassium?',
  unit: 'mmol/L',
  possible: [1, 10],
  likely: [2, 7],
  resolution: 0.1,
  accepts: { 'meq/L': 1, 'mEq/L': 1 },
  stale: true,
  basis: 'S19, R13',
})

export const magnesium = quantity('magnesium', {
  words: 'magnesium',
  question: 'What is the latest magnesium?',
  unit: 'mmol/L',
  possible: [0.1, 5],
  likely: [0.3, 2],
  resolution: 0.01,
  accepts: { 'mg/dL': 1 / 2.4305, 'meq/L': 1 / 2, 'mEq/L': 1 / 2 },
  stale: true,
  basis: 'S19, S21, R13',
})

export const takesBaclofen = asked(
  'takesBaclofen',
  'takes baclofen by mouth',
  'takes no baclofen by mouth',
  'Does the person take baclofen by mouth?',
  'S02',
)

export const crampsPersist = asked(
  'crampsPersist',
  'cramps persist at the present dose',
  'cramps do not persist',
  'Do muscle cramps persist at the present dose?',
  'S01, S02',
)

export const baclofenSideEffects = asked(
  'baclofenSideEffects',
  'has side effects of baclofen',
  'has no side effects of baclofen',
  'Are there side effects of baclofen: dizziness, sleepiness, trouble thinking, muscle weakness or others (from 65 also trouble passing urine)?',
  'S09, S10, S41',
)

export const physicalMeasuresTried = asked(
  'physicalMeasuresTried',
  'stretching, massage and ice were tried',
  'stretching, massage and ice were not tried',
  'Were stretching, massage and ice tried?',
  'S04, R20',
)

export const waterAndSodiumDepletion = asked(
  'waterAndSodiumDepletion',
  'is depleted of water and sodium',
  'is not depleted of water and sodium',
  'Is the person depleted of water and sodium?',
  'S24, R18',
)

export const liverDisease = asked(
  'liverDisease',
  'has liver disease',
  'has no liver disease',
  'Does the person have liver disease?',
  'S28',
)

export const cirrhosis = asked(
  'cirrhosis',
  'has cirrhosis',
  'has no cirrhosis',
  'Is cirrhosis confirmed?',
  'S30, R19',
)

export const anxiety = asked('anxiety', 'has anxiety', 'has no anxiety', 'Is there anxiety?', 'S36')

export const muscleSpasm = asked(
  'muscleSpasm',
  'has muscle spasm',
  'has no muscle spasm',
  'Is there muscle spasm?',
  'S36',
)

export const musclePain = asked(
  'musclePain',
  'has muscle pain',
  'has no muscle pain',
  'Is there muscle pain?',
  'S34, S36',
)

export const onDialysis = assumedNo(
  'onDialysis',
  'is on dialysis',
  'is not on dialysis',
  'Is the person on dialysis?',
  'S14',
)

export const acuteKidneyInjury = assumedNo(
  'acuteKidneyInjury',
  'has acute kidney injury',
  'has no acute kidney injury',
  'Is there acute kidney injury?',
  'R17',
)

export const neurotoxicitySigns = assumedNo(
  'neurotoxicitySigns',
  'has signs of baclofen neurotoxicity',
  'has no signs of baclofen neurotoxicity',
  'Is there new confusion, is the person hard to rouse, breathing slowly, jerking or having a seizure?',
  'S15, R09',
)

export const withdrawalSigns = assumedNo(
  'withdrawalSigns',
  'has signs of baclofen withdrawal',
  'has no signs of baclofen withdrawal',
  'After a stop or missed doses: are there hallucinations, agitation, fever, returning spasticity or a seizure?',
  'S39',
)

export const redFlags = assumedNo(
  'redFlags',
  'has a red flag for a cause other than simple cramps',
  'has no red flag',
  'Is there a sign of another cause: progressive weakness or wasting, twitching, trouble swallowing or breathing, numb saddle or new loss of bladder or bowel control, dark urine, one swollen calf, absent pulses, tetany, jaw or neck stiffness?',
  'outside',
)

export const baclofenAllergy = assumedNo(
  'baclofenAllergy',
  'is allergic to baclofen',
  'is not allergic to baclofen',
  'Is there an allergy to baclofen?',
  'R24',
)

export const pregnancy = assumedNo(
  'pregnancy',
  'is pregnant',
  'is not pregnant',
  'Is the person pregnant?',
  'R24',
)

export const intrathecalBaclofen = assumedNo(
  'intrathecalBaclofen',
  'receives intrathecal baclofen',
  'receives no intrathecal baclofen',
  'Does the person receive intrathecal baclofen (a pump)?',
  'R24',
)

export const hepaticEncephalopathy = assumedNo(
  'hepaticEncephalopathy',
  'has or recently had hepatic encephalopathy, or has a TIPS or hepatorenal syndrome',
  'has no hepatic encephalopathy, TIPS or hepatorenal syndrome',
  'Is there, or was there lately, hepatic encephalopathy, a TIPS or hepatorenal syndrome?',
  'outside',
)

export const fluidOverload = assumedNo(
  'fluidOverload',
  'has fluid overload or heart failure',
  'has no fluid overload or heart failure',
  'Is there fluid overload or heart failure?',
  'outside',
)

export const severeAnemia = assumedNo(
  'severeAnemia',
  'has severe anemia',
  'has no severe anemia',
  'Is there severe anemia?',
  'outside',
)

export const albuminAllergy = assumedNo(
  'albuminAllergy',
  'is allergic to human albumin',
  'is not allergic to human albumin',
  'Is there an allergy to human albumin?',
  'outside',
)

export const glaucoma = assumedNo(
  'glaucoma',
  'has glaucoma',
  'has no glaucoma',
  'Is there glaucoma?',
  'outside',
)

export const urinaryObstruction = assumedNo(
  'urinaryObstruction',
  'has urinary obstruction or retention',
  'has no urinary obstruction or retention',
  'Is there urinary obstruction or retention?',
  'outside',
)

export const gastrointestinalObstruction = assumedNo(
  'gastrointestinalObstruction',
  'has gastrointestinal obstruction',
  'has no gastrointestinal obstruction',
  'Is there an obstruction of the gullet, stomach or bowel?',
  'outside',
)

export const myastheniaGravis = assumedNo(
  'myastheniaGravis',
  'has myasthenia gravis',
  'has no myasthenia gravis',
  'Is there myasthenia gravis?',
  'outside',
)

export const arrhythmia = assumedNo(
  'arrhythmia',
  'has a cardiac arrhythmia',
  'has no cardiac arrhythmia',
  'Is there, or was there, a cardiac arrhythmia?',
  'outside',
)

export const epilepsy = assumedNo(
  'epilepsy',
  'has epilepsy',
  'has no epilepsy',
  'Is there epilepsy?',
  'outside',
)

export const sedativeUse = assumedNo(
  'sedativeUse',
  'uses an opioid, alcohol or another sedative',
  'uses no opioid, alcohol or other sedative',
  'Does the person use an opioid, alcohol or another sedative?',
  'outside',
)

export const respiratoryDisease = assumedNo(
  'respiratoryDisease',
  'has respiratory disease or sleep apnea',
  'has no respiratory disease or sleep apnea',
  'Is there respiratory disease or sleep apnea?',
  'outside',
)

export const substanceUseDisorder = assumedNo(
  'substanceUseDisorder',
  'has a substance use disorder',
  'has no substance use disorder',
  'Is there a substance use disorder?',
  'outside',
)

export const takesCyclobenzaprine = assumedNo(
  'takesCyclobenzaprine',
  'takes cyclobenzaprine',
  'takes no cyclobenzaprine',
  'Does the person take cyclobenzaprine?',
  'S43',
)

export const takesQuinidine = assumedNo(
  'takesQuinidine',
  'takes quinidine',
  'takes no quinidine',
  'Does the person take quinidine?',
  'S46',
)

export const takesOrphenadrine = assumedNo(
  'takesOrphenadrine',
  'takes orphenadrine',
  'takes no orphenadrine',
  'Does the person take orphenadrine?',
  'S31',
)

export const takesMethocarbamol = assumedNo(
  'takesMethocarbamol',
  'takes methocarbamol',
  'takes no methocarbamol',
  'Does the person take methocarbamol?',
  'S34',
)

export const takesBenzodiazepine = assumedNo(
  'takesBenzodiazepine',
  'takes a benzodiazepine',
  'takes no benzodiazepine',
  'Does the person take a benzodiazepine?',
  'S36',
)

export const receivesAlbumin = assumedNo(
  'receivesAlbumin',
  'receives albumin infusions',
  'receives no albumin infusions',
  'Does the person receive albumin infusions?',
  'S29',
)

export const secondLineTried = assumedNo(
  'secondLineTried',
  'has tried a second-line treatment of this guideline before',
  'has tried no second-line treatment before',
  'Was a second-line treatment of this guideline tried before?',
  'R23',
)

export const stoppingBaclofen = assumedNo(
  'stoppingBaclofen',
  'baclofen is to be stopped',
  'baclofen is not to be stopped',
  'Has it been decided to stop baclofen?',
  'S38, R10',
)

export const lossOfBenefit = assumedNo(
  'lossOfBenefit',
  'baclofen has lost its benefit over time',
  'baclofen has not lost its benefit over time',
  'Did baclofen help at first and then lose its effect?',
  'S42',
)

export const takesDiuretic = assumedNo(
  'takesDiuretic',
  'takes a diuretic',
  'takes no diuretic',
  'Does the person take a diuretic?',
  'outside',
)

/** Every fact of the guideline. A fact is added by writing it above and naming it here. */
export const facts = [
  age,
  baclofenDose,
  daysAtDose,
  eGfr,
  potassium,
  magnesium,
  takesBaclofen,
  crampsPersist,
  baclofenSideEffects,
  physicalMeasuresTried,
  waterAndSodiumDepletion,
  liverDisease,
  cirrhosis,
  anxiety,
  muscleSpasm,
  musclePain,
  onDialysis,
  acuteKidneyInjury,
  neurotoxicitySigns,
  withdrawalSigns,
  redFlags,
  baclofenAllergy,
  pregnancy,
  intrathecalBaclofen,
  hepaticEncephalopathy,
  fluidOverload,
  severeAnemia,
  albuminAllergy,
  glaucoma,
  urinaryObstruction,
  gastrointestinalObstruction,
  myastheniaGravis,
  arrhythmia,
  epilepsy,
  sedativeUse,
  respiratoryDisease,
  substanceUseDisorder,
  takesCyclobenzaprine,
  takesQuinidine,
  takesOrphenadrine,
  takesMethocarbamol,
  takesBenzodiazepine,
  receivesAlbumin,
  secondLineTried,
  stoppingBaclofen,
  lossOfBenefit,
  takesDiuretic,
] as const satisfies readonly Fact[]

/** The name of a fact: a property of the facts JSON. */
export type FactId = (typeof facts)[number]['id']
