import { asked } from './presence.ts'

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
