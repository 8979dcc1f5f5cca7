import type { PresenceRule } from '../../logic/record-rules.ts'
import {
  baclofenByAnyRoute,
  baclofenNames,
  intrathecalBaclofen,
  oralBaclofen,
  pumpTherapyNames,
} from './baclofen.ts'
import { ask, named } from './entry-rules.ts'
import { atcAll, rx } from './systems.ts'

/** Medicine sets hold few product codes: what they miss stays assumed or asked, never "no". */
const incomplete = { is: 'true', complete: false } as const

/** What an active order or statement of a medicine says. */
export const medicineRules: readonly PresenceRule[] = [
  {
    fact: 'takesCyclobenzaprine',
    ...incomplete,
    codes: [
      rx('21949', 'cyclobenzaprine (ingredient)'),
      rx('828320', 'cyclobenzaprine 5 mg tablet'),
      rx('828299', 'cyclobenzaprine 7.5 mg tablet'),
      rx('828348', 'cyclobenzaprine 10 mg tablet'),
      rx('828358', 'cyclobenzaprine 15 mg extended-release capsule'),
      rx('828353', 'cyclobenzaprine 30 mg extended-release capsule'),
      atcAll('M03BX08', 'cyclobenzaprine'),
    ],
    names: ['cyclobenzaprin', 'flexeril', 'amrix', 'fexmid'],
  },
  {
    fact: 'takesQuinidine',
    ...incomplete,
    codes: [rx('9068', 'quinidine (ingredient)'), atcAll('C01BA01', 'quinidine')],
    names: ['quinidin'],
  },
  {
    fact: 'takesOrphenadrine',
    ...incomplete,
    codes: [
      rx('7715', 'orphenadrine (ingredient)'),
      rx('994521', 'orphenadrine citrate 100 mg 12-hour tablet'),
      rx('994841', 'orphenadrine citrate 100 mg tablet'),
      rx('994528', 'aspirin, caffeine and orphenadrine'),
      rx('994535', 'aspirin, caffeine and orphenadrine'),
      rx('994810', 'aspirin, caffeine and orphenadrine'),
      rx('994811', 'aspirin, caffeine and orphenadrine'),
      atcAll('M03BC01', 'orphenadrine citrate'),
      atcAll('M03BC51', 'orphenadrine, combinations'),
      atcAll('N04AB02', 'orphenadrine chloride'),
    ],
    names: ['orphenadrin', 'norflex'],
  },
  {
    fact: 'takesMethocarbamol',
    ...incomplete,
    codes: [
      rx('6845', 'methocarbamol (ingredient)'),
      rx('197943', 'methocarbamol 500 mg tablet'),
      rx('197944', 'methocarbamol 750 mg tablet'),
      atcAll('M03BA03', 'methocarbamol'),
      atcAll('M03BA53', 'methocarbamol, combinations'),
      atcAll('M03BA73', 'methocarbamol, combinations with psycholeptics'),
    ],
    names: ['methocarbamol', 'robaxin'],
  },
  {
    fact: 'takesBenzodiazepine',
    ...incomplete,
    codes: [
      rx('3322', 'diazepam (ingredient)'),
      rx('6470', 'lorazepam (ingredient)'),
      atcAll('N05BA', 'benzodiazepine anxiolytics'),
      atcAll('N05CD', 'benzodiazepine hypnotics', 'unverified'),
      atcAll('N03AE', 'benzodiazepine antiepileptics', 'unverified'),
    ],
    names: [
      'alprazolam',
      'bromazepam',
      'chlordiazepoxid',
      'clobazam',
      'clonazepam',
      'diazepam',
      'lorazepam',
      'midazolam',
      'nitrazepam',
      'oxazepam',
      'temazepam',
      'triazolam',
    ],
  },
  {
    fact: 'receivesAlbumin',
    ...incomplete,
    codes: [atcAll('B05AA01', 'albumin')],
    names: ['albumin human', 'human albumin'],
  },
  {
    fact: 'takesDiuretic',
    ...incomplete,
    codes: [atcAll('C03', 'diuretics', 'unverified')],
    names: [
      'amiloride',
      'bumetanid',
      'chlorthalidone',
      'furosemid',
      'hydrochlorothiazid',
      'indapamid',
      'spironolacton',
      'torasemid',
      'torsemid',
      'triamteren',
    ],
  },
  {
    fact: 'sedativeUse',
    ...incomplete,
    codes: [
      rx('57258', 'tizanidine (ingredient)'),
      rx('25480', 'gabapentin (ingredient)'),
      rx('187832', 'pregabalin (ingredient)'),
      atcAll('M03BX02', 'tizanidine'),
      atcAll('N02A', 'opioids', 'unverified'),
      atcAll('N05C', 'hypnotics and sedatives', 'unverified'),
    ],
    names: [
      'buprenorphin',
      'codeine',
      'fentanyl',
      'gabapentin',
      'hydrocodon',
      'hydromorphon',
      'methadon',
      'morphin',
      'oxycodon',
      'phenobarbital',
      'pregabalin',
      'tizanidin',
      'tramadol',
      'zolpidem',
      'zopiclon',
    ],
  },
  // A pump that gives another medicine may give baclofen too.
  named(ask('intrathecalBaclofen'), ...pumpTherapyNames),
]

/** What a recorded allergy says. */
export const allergyRules: readonly PresenceRule[] = [
  {
    fact: 'baclofenAllergy',
    ...incomplete,
    codes: [...baclofenByAnyRoute, ...oralBaclofen, ...intrathecalBaclofen],
    names: baclofenNames,
  },
  {
    fact: 'albuminAllergy',
    ...incomplete,
    codes: [atcAll('B05AA01', 'albumin')],
    names: ['albumin human', 'human albumin'],
  },
]
