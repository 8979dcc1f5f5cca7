import { assumedNo } from './presence.ts'

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
