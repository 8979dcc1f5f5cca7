import { assumedNo } from './presence.ts'

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
