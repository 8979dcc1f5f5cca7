import type { Definition } from '../logic/definition.ts'
import type { Fact, Finding } from '../logic/fact.ts'
import { exactly } from '../logic/interval.ts'
import type { Bench } from './bench.ts'
import { candidates, ranges } from './candidates.ts'
import type { Stated } from './concrete.ts'
import type { Shows } from './evaluated.ts'
import { statedAs } from './patient.ts'
import { every, some } from './session.ts'
import type { Formula, Terms } from './session.ts'
import { simplifying, smaller } from './smaller.ts'

/** What may be said of a fact, the simplest first. */
const choices = (definition: Definition, fact: Fact): readonly (Finding | undefined)[] =>
  fact.kind === 'presence'
    ? [undefined, 'true', 'false', 'unknown']
    : [undefined, ...candidates(definition, fact).map(exactly), ...ranges(definition, fact)]

const isSame = (one: Finding | undefined, other: Finding | undefined): boolean =>
  one === other ||
  (typeof one === 'object' &&
    typeof other === 'object' &&
    one.low === other.low &&
    one.high === other.high &&
    one.lowOpen === other.lowOpen &&
    one.highOpen === other.highOpen &&
    one.lowerLimit === other.lowerLimit)

/**
 * The one simplest patient of whom a goal is true: fact by fact, in the order of the definition, the
 * first choice that the solver still finds possible. It depends on the goal alone and on nothing that
 * the solver happens to find first, so that reports can be compared.
 */
export const smallest = async (
  terms: Terms,
  definition: Definition,
  bench: Bench,
  goal: Formula,
  first: Stated,
  shows: Shows,
): Promise<Stated> => {
  const patient = bench.space.now
  const settled: Fact[] = []
  const fixed: Formula[] = []
  let best = first

  const settle = (next: Stated): void => {
    const keeps: Shows = ([one]) =>
      one !== undefined && settled.every(({ id }) => isSame(one[id], next[id])) && shows([one])
    best = smaller(definition, [next], keeps)[0] ?? next
  }

  settle(first)
  for (const fact of simplifying(definition.facts)) {
    const simplest = choices(definition, fact)
    for (;;) {
      const place = simplest.findIndex((choice) => isSame(choice, best[fact.id]))
      const simpler = (place === -1 ? simplest : simplest.slice(0, place)).filter(
        (choice) => choice !== 'unknown' || fact.absent === 'assumed-no',
      )
      if (simpler.length === 0) break
      const found = await bench.find(
        1,
        every(terms, [
          goal,
          ...fixed,
          some(
            terms,
            simpler.map((choice) => statedAs(terms, patient, fact, choice)),
          ),
        ]),
      )
      if (typeof found === 'string' || found[0] === undefined) break
      settle(found[0])
    }
    fixed.push(statedAs(terms, patient, fact, best[fact.id]))
    settled.push(fact)
  }
  return best
}
