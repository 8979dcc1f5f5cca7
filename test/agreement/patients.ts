import fc from 'fast-check'
import type { Definition } from '../../src/logic/definition.ts'
import type { Fact } from '../../src/logic/fact.ts'
import { exactly } from '../../src/logic/interval.ts'
import { complete } from '../../src/proof/concrete.ts'
import type { Stated } from '../../src/proof/concrete.ts'
import { domainsOf } from './domain.ts'
import type { Choice } from './domain.ts'

const gateOpen: Stated = {
  age: exactly(50),
  baclofenDose: exactly(30),
  daysAtDose: exactly(14),
  eGfr: exactly(78),
  potassium: exactly(4.1),
  magnesium: exactly(0.82),
  crampsPersist: 'true',
  baclofenSideEffects: 'false',
  physicalMeasuresTried: 'true',
  liverDisease: 'false',
}

/** Patients near whom many statements hang on one fact. All data here is synthetic. */
export const bases: readonly Stated[] = [
  gateOpen,
  { ...gateOpen, baclofenDose: exactly(20) },
  { ...gateOpen, baclofenDose: exactly(10), age: exactly(70) },
  { ...gateOpen, baclofenDose: exactly(20), age: exactly(70) },
  { ...gateOpen, liverDisease: 'unknown', cirrhosis: 'true', takesOrphenadrine: 'false' },
  { ...gateOpen, anxiety: 'true', muscleSpasm: 'true', musclePain: 'true' },
  { ...gateOpen, takesMethocarbamol: 'true' },
  {
    ...gateOpen,
    magnesium: exactly(0.6),
    waterAndSodiumDepletion: 'false',
    eGfr: exactly(90),
  },
  { ...gateOpen, eGfr: exactly(45), daysAtDose: exactly(3) },
  { ...gateOpen, baclofenDose: exactly(0), age: exactly(70) },
  {},
]

/** A patient in which one fact is stated otherwise. */
export const restated = (patient: Stated, id: string, choice: Choice): Stated =>
  choice === undefined
    ? Object.fromEntries(Object.entries(patient).filter(([other]) => other !== id))
    : { ...patient, [id]: choice }

const isConsistent =
  (definition: Definition) =>
  (patient: Stated): boolean =>
    complete(definition, patient) !== undefined

/** Each base patient with each fact stated in every way: both sides of every limit, and missing. */
export const oneByOne = (definition: Definition, around = bases.length): readonly Stated[] => {
  const domains = domainsOf(definition)
  return bases
    .slice(0, around)
    .flatMap((base) =>
      [...domains].flatMap(([id, choices]) => choices.map((choice) => restated(base, id, choice))),
    )
    .filter(isConsistent(definition))
}

/**
 * Whole patients: some with every fact drawn freely, most near a base patient with some facts
 * restated, so that statements behind many conditions are reached. The same seed, the same patients.
 */
export const randomPatients = (
  definition: Definition,
  count: number,
  seed: number,
): readonly Stated[] => {
  const domains = domainsOf(definition)
  const drawn = (fact: Fact): fc.Arbitrary<Choice> =>
    fc.constantFrom(...(domains.get(fact.id) as readonly Choice[]))
  const anywhere = fc.tuple(...definition.facts.map(drawn))
  const near = fc.tuple(
    fc.constantFrom(...bases),
    fc.subarray(
      definition.facts.map((_fact, index) => index),
      { maxLength: 8 },
    ),
  )
  const patient = fc
    .tuple(anywhere, near, fc.integer({ min: 0, max: 5 }))
    .map(([choices, [base, changed], draw]): Stated => {
      const places = draw === 0 ? choices.keys() : changed
      let made: Stated = draw === 0 ? {} : base
      for (const place of places) {
        made = restated(made, (definition.facts[place] as Fact).id, choices[place])
      }
      return made
    })
    .filter(isConsistent(definition))
  return fc.sample(patient, { numRuns: count, seed })
}
