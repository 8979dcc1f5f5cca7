import type { PresenceRule } from '../../logic/record-rules.ts'
import { ask, named, present } from './entry-rules.ts'
import { problemWords } from './problem-words.ts'
import { icd, icdAll, sct } from './systems.ts'

/** By their codes. */
const coded: readonly PresenceRule[] = [
  {
    ...present(
      'crampsPersist',
      icd('R25.2', 'cramp and spasm'),
      icd('G47.62', 'sleep related leg cramps', 'unverified'),
      sct('55300003', 'cramp'),
    ),
    // Public data carry this concept as "abdominal pain".
    saidAs: ['cramp', 'spasm'],
  },
  present(
    'cirrhosis',
    icdAll('K74.6', 'other and unspecified cirrhosis'),
    icd('K70.30', 'alcoholic cirrhosis without ascites'),
    icd('K70.31', 'alcoholic cirrhosis with ascites'),
    icd('K74.3', 'primary biliary cirrhosis'),
    icd('K74.4', 'secondary biliary cirrhosis'),
    icd('K74.5', 'biliary cirrhosis'),
    icd('K71.7', 'toxic liver disease with cirrhosis'),
    sct('19943007', 'cirrhosis of liver'),
    sct('420054005', 'alcoholic cirrhosis'),
  ),
  present(
    'liverDisease',
    icdAll('K70', 'alcoholic liver disease'),
    icdAll('K71', 'toxic liver disease', 'unverified'),
    icdAll('K72', 'hepatic failure'),
    icdAll('K73', 'chronic hepatitis'),
    icdAll('K74', 'fibrosis and cirrhosis of liver'),
    icdAll('K75', 'other inflammatory liver diseases', 'unverified'),
    icdAll('K76', 'other diseases of liver', 'unverified'),
    sct('328383001', 'chronic liver disease'),
    sct('59927004', 'hepatic failure'),
    sct('19943007', 'cirrhosis of liver'),
    sct('420054005', 'alcoholic cirrhosis'),
  ),
  present(
    'hepaticEncephalopathy',
    icd('K76.82', 'hepatic encephalopathy'),
    icd('K76.7', 'hepatorenal syndrome'),
    icd('K72.91', 'hepatic failure with coma'),
    icd('K72.11', 'chronic hepatic failure with coma'),
    icd('K70.41', 'alcoholic hepatic failure with coma'),
    sct('13920009', 'hepatic encephalopathy'),
  ),
  ask(
    'hepaticEncephalopathy',
    icd('K72.90', 'hepatic failure without coma: old records of encephalopathy stand here'),
    icd('K72.10', 'chronic hepatic failure without coma'),
    icd('K70.40', 'alcoholic hepatic failure without coma'),
    icdAll('G93.4', 'encephalopathy, not said to be hepatic'),
    icd('G92.8', 'other toxic encephalopathy'),
    sct('59927004', 'hepatic failure'),
  ),
  present(
    'onDialysis',
    icd('Z99.2', 'dependence on renal dialysis'),
    sct('105502003', 'dependence on renal dialysis'),
    sct('236435004', 'end-stage renal disease on dialysis'),
  ),
  present(
    'acuteKidneyInjury',
    icdAll('N17', 'acute kidney failure'),
    sct('14669001', 'acute renal failure'),
  ),
  present(
    'fluidOverload',
    icdAll('I50', 'heart failure'),
    icdAll('E87.7', 'fluid overload', 'unverified'),
    sct('84114007', 'heart failure'),
  ),
  present(
    'glaucoma',
    icdAll('H40', 'glaucoma'),
    icdAll('H42', 'glaucoma in other diseases'),
    sct('23986001', 'glaucoma'),
  ),
  present(
    'urinaryObstruction',
    icdAll('R33', 'retention of urine'),
    icd('N40.1', 'prostatic hyperplasia with urinary symptoms', 'unverified'),
    sct('267064002', 'retention of urine'),
  ),
  present(
    'gastrointestinalObstruction',
    icdAll('K56', 'paralytic ileus and intestinal obstruction', 'unverified'),
    icd('K31.1', 'adult hypertrophic pyloric stenosis', 'unverified'),
    icd('K31.5', 'obstruction of duodenum', 'unverified'),
    icd('K22.0', 'achalasia of cardia', 'unverified'),
  ),
  present(
    'myastheniaGravis',
    icdAll('G70.0', 'myasthenia gravis'),
    sct('91637004', 'myasthenia gravis'),
  ),
  present(
    'arrhythmia',
    icdAll('I47', 'paroxysmal tachycardia', 'unverified'),
    icdAll('I48', 'atrial fibrillation and flutter', 'unverified'),
    icdAll('I49', 'other cardiac arrhythmias', 'unverified'),
  ),
  present(
    'epilepsy',
    icdAll('G40', 'epilepsy and recurrent seizures'),
    sct('84757009', 'epilepsy'),
  ),
  present(
    'respiratoryDisease',
    icdAll('J40', 'bronchitis', 'unverified'),
    icdAll('J43', 'emphysema', 'unverified'),
    icdAll('J44', 'chronic obstructive pulmonary disease', 'unverified'),
    icdAll('J45', 'asthma', 'unverified'),
    icdAll('J96', 'respiratory failure', 'unverified'),
    icdAll('G47.3', 'sleep apnea', 'unverified'),
  ),
  present(
    'substanceUseDisorder',
    ...['F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F18', 'F19'].map((code) =>
      icdAll(code, 'disorders due to a psychoactive substance', 'unverified'),
    ),
  ),
  present('anxiety', icdAll('F41', 'other anxiety disorders', 'unverified')),
  present('musclePain', icdAll('M79.1', 'myalgia', 'unverified'), sct('68962001', 'muscle pain')),
  present(
    'pregnancy',
    icd('Z33.1', 'pregnant state, incidental'),
    icdAll('O', 'pregnancy, childbirth and the puerperium', 'unverified'),
    sct('77386006', 'pregnant'),
  ),
  ask(
    'onDialysis',
    icdAll('Z49', 'care involving dialysis', 'unverified'),
    icd('Z91.15', 'not following dialysis', 'unverified'),
  ),
  // How severe an anemia is stands in no code of the problem list.
  ask('severeAnemia'),
  ask('intrathecalBaclofen'),
  ask(
    'neurotoxicitySigns',
    icd('R41.0', 'disorientation', 'unverified'),
    icd('R41.82', 'altered mental status', 'unverified'),
    icdAll('R40', 'somnolence, stupor and coma', 'unverified'),
    icd('G25.3', 'myoclonus', 'unverified'),
    icdAll('G92', 'toxic encephalopathy', 'unverified'),
    icdAll('T42.8X1', 'poisoning by central muscle-tone depressants', 'unverified'),
  ),
  ask(
    'withdrawalSigns',
    icdAll('T42.8X6', 'underdosing of central muscle-tone depressants', 'unverified'),
  ),
  ask(
    'redFlags',
    icd('G83.4', 'cauda equina syndrome', 'unverified'),
    icd('G12.21', 'amyotrophic lateral sclerosis', 'unverified'),
    icd('M62.82', 'rhabdomyolysis', 'unverified'),
  ),
  ask(
    'baclofenSideEffects',
    icd('T42.8X5A', 'adverse effect of central muscle-tone depressants', 'unverified'),
  ),
]

/** What an active entry of the problem list says: by its codes, and of each fact once by its words. */
export const problemRules: readonly PresenceRule[] = coded.map((rule, index) => {
  const words = problemWords[rule.fact]
  const isFirst = coded.findIndex(({ fact }) => fact === rule.fact) === index
  return isFirst && words !== undefined ? named(rule, ...words) : rule
})
