/** Parts of the guideline that may be lost without any patient being advised differently, and why. */
export interface NotGuarding {
  readonly why: string
  /** The parts, by the words of the weakening that takes them out. */
  readonly parts: readonly string[]
}

const behindTheGate = (drug: string, ...ways: readonly string[]): readonly string[] =>
  ways.map((way) => `${drug} without ${way} in second line open`)

const from65 = [
  '(age >= 65 and baclofenDose >= 15) in baclofen optimized',
  'baclofenDose >= 15 in baclofen optimized',
] as const

/**
 * What no promise guards, because it guards nobody: one gate serves all second-line drugs, and some
 * ways to it lead to none of these drugs. The proof of it: without the part every statement still
 * holds for the same patients. Only an answer that was open is then a decided "no".
 */
export const notGuarding: readonly NotGuarding[] = [
  {
    why: 'No relaxant is offered from 65 on, so the gate that opens at 15 mg/day from 65 on leads to none.',
    parts: [
      ...behindTheGate('consider-orphenadrine', ...from65),
      ...behindTheGate('consider-methocarbamol', ...from65),
    ],
  },
  {
    why: 'No benzodiazepine is offered from 65 on either.',
    parts: behindTheGate('consider-benzodiazepine-trial', ...from65),
  },
  {
    why: 'On dialysis no relaxant and no benzodiazepine is offered, so dialysis opens the gate to none.',
    parts: [
      ...behindTheGate('consider-orphenadrine', 'onDialysis'),
      ...behindTheGate('consider-methocarbamol', 'onDialysis'),
      ...behindTheGate('consider-benzodiazepine-trial', 'onDialysis'),
    ],
  },
  {
    why: 'In encephalopathy no relaxant and no benzodiazepine is offered, so it opens the gate to none.',
    parts: [
      ...behindTheGate('consider-orphenadrine', 'hepaticEncephalopathy'),
      ...behindTheGate('consider-methocarbamol', 'hepaticEncephalopathy'),
      ...behindTheGate('consider-benzodiazepine-trial', 'hepaticEncephalopathy'),
    ],
  },
  {
    why: 'With side effects of baclofen no benzodiazepine is offered, so they open the gate to none.',
    parts: behindTheGate('consider-benzodiazepine-trial', 'baclofenSideEffects'),
  },
]
