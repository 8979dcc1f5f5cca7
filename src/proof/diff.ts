import type { Definition } from '../logic/definition.ts'
import type { Fact } from '../logic/fact.ts'
import { benchOf } from './bench.ts'
import { complete } from './concrete.ts'
import type { DefinitionDiff, Incomparable, StatementDiff } from './diff-result.ts'
import { compared, only } from './diff-statement.ts'
import type { Look, Side } from './diff-statement.ts'
import { definitionChanges, moved } from './diff-texts.ts'
import type { Seen } from './difference.ts'
import type { Shows } from './evaluated.ts'
import { seenBy } from './patient.ts'
import { withSolver } from './session.ts'
import type { Formula, Terms } from './session.ts'
import { smallest } from './smallest.ts'
import { unionOf } from './union.ts'
import { exampleOf } from './words.ts'

/**
 * What changes between two versions of a guideline: which patients get another plan, each kind of
 * them by the simplest, and what reads differently.
 */
export const diff = async (
  before: Definition,
  after: Definition,
): Promise<DefinitionDiff | Incomparable> => {
  const union = unionOf(before, after)
  if ('problems' in union) return union
  return withSolver((terms) => differences(terms, before, after, union))
}

const missing = (facts: readonly Fact[], among: readonly Fact[]): readonly string[] =>
  facts.filter(({ id }) => !among.some((other) => other.id === id)).map(({ id }) => id)

const differences = async (
  terms: Terms,
  before: Definition,
  after: Definition,
  union: Definition,
): Promise<DefinitionDiff> => {
  const began = performance.now()
  const bench = benchOf(terms, union)
  const [seenBefore, seenAfter] = [before, after].map((definition) =>
    seenBy(terms, definition, bench.space.now),
  ) as [Seen['patient'], Seen['patient']]
  const lookAmong =
    (possible: Formula): Look =>
    async (goal, shows) => {
      const sought = terms.And(possible, goal)
      const found = await bench.find(1, sought)
      if (found === 'gave up') throw new Error('The solver gave up: it was given a minute.')
      if (found === 'nobody' || found[0] === undefined) return undefined
      const shown: Shows = ([patient]) => patient !== undefined && shows(patient)
      if (!shown(found)) throw new Error('Solver and evaluation disagree')
      return exampleOf(union.facts, await smallest(terms, union, bench, sought, found[0], shown))
    }
  const look = lookAmong(terms.And(seenBefore.possible, seenAfter.possible))

  const statements: StatementDiff[] = []
  for (const statement of after.statements) {
    const other: Side = { statement, patient: seenAfter, definition: after }
    const old = before.statements.find(({ id }) => id === statement.id)
    const found =
      old === undefined
        ? await only(look, other, 'added')
        : await compared(
            terms,
            look,
            { statement: old, patient: seenBefore, definition: before },
            other,
          )
    if (found !== undefined) statements.push(found)
  }
  for (const statement of before.statements) {
    if (after.statements.some(({ id }) => id === statement.id)) continue
    statements.push(
      await only(look, { statement, patient: seenBefore, definition: before }, 'removed'),
    )
  }

  const anybody = lookAmong(bench.space.now.possible)
  const refused = (
    by: typeof seenBefore,
    definition: Definition,
    other: typeof seenBefore,
    otherDefinition: Definition,
  ) =>
    anybody(
      terms.And(terms.Not(by.possible), other.possible),
      (patient) =>
        complete(definition, patient) === undefined &&
        complete(otherDefinition, patient) !== undefined,
    )
  const refusedNow = await refused(seenAfter, after, seenBefore, before)
  const refusedBefore = await refused(seenBefore, before, seenAfter, after)

  const texts = definitionChanges(before, after)
  const factsAdded = missing(after.facts, before.facts)
  const factsRemoved = missing(before.facts, after.facts)
  const movedIds = moved(
    before.statements.map(({ id }) => id),
    after.statements.map(({ id }) => id),
  )
  const plansChange =
    refusedNow !== undefined ||
    refusedBefore !== undefined ||
    statements.some(
      ({ change, truths: changed, told, texts: read }) =>
        change !== 'changed' || changed.length + told.length + read.length > 0,
    )
  const counted = [statements, texts, factsAdded, factsRemoved, movedIds]
  return {
    before: { id: before.id, version: before.version },
    after: { id: after.id, version: after.version },
    same: !plansChange && counted.every(({ length }) => length === 0),
    plansChange,
    texts,
    factsAdded,
    factsRemoved,
    ...(refusedNow === undefined ? {} : { refusedNow }),
    ...(refusedBefore === undefined ? {} : { refusedBefore }),
    statements,
    moved: movedIds,
    ms: Math.round(performance.now() - began),
  }
}
