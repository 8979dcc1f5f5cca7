import fc from 'fast-check'
import { all, any, fold, is, known, named, not } from './condition.ts'
import type { Condition, Limit } from './condition.ts'
import type { Fact, Finding, Findings, PresenceFact, QuantityFact } from './fact.ts'
import { exactly } from './interval.ts'
import type { Comparison, Interval } from './interval.ts'
import { truthOf } from './truth.ts'
import type { Truth } from './truth.ts'

/** What random conditions and findings are about: facts, and the limits that go with their units. */
export interface Vocabulary {
  readonly facts: readonly Fact[]
  readonly limits: readonly Limit[]
}

/** Which shapes random conditions have. */
export interface Shapes {
  /** Leave out `known`, the one shape that can change its mind when more is learned. */
  readonly withoutKnown?: boolean
}

const comparisons: readonly Comparison[] = ['<', '<=', '>', '>=']

/** Presence facts of a vocabulary. */
export const presencesOf = ({ facts }: Vocabulary): readonly PresenceFact[] =>
  facts.filter((fact) => fact.kind === 'presence')

/** Quantity facts of a vocabulary. */
export const quantitiesOf = ({ facts }: Vocabulary): readonly QuantityFact[] =>
  facts.filter((fact) => fact.kind === 'quantity')

const limitsFor = (fact: QuantityFact, { limits }: Vocabulary): readonly Limit[] =>
  limits.filter(({ unit }) => unit === fact.unit)

/** Random conditions of all six shapes: empty lists, names, shared parts and nesting among them. */
export const arbitraryCondition = (
  vocabulary: Vocabulary,
  { withoutKnown = false }: Shapes = {},
): fc.Arbitrary<Condition> => {
  const comparable = quantitiesOf(vocabulary).filter(
    (fact) => limitsFor(fact, vocabulary).length > 0,
  )
  const compare = fc.constantFrom(...comparable).chain((fact) =>
    fc.record({
      op: fc.constant('compare' as const),
      fact: fc.constant(fact),
      by: fc.constantFrom(...comparisons),
      limit: fc.constantFrom(...limitsFor(fact, vocabulary)),
    }),
  )
  const leaves: readonly fc.WeightedArbitrary<Condition>[] = [
    { arbitrary: fc.constantFrom(...presencesOf(vocabulary)).map(is), weight: 4 },
    { arbitrary: compare, weight: 6 },
    ...(withoutKnown
      ? []
      : [{ arbitrary: fc.constantFrom(...vocabulary.facts).map(known), weight: 1 }]),
  ]
  const leaf = fc.oneof(...leaves)
  const within = (depth: number): fc.Arbitrary<Condition> => {
    if (depth === 0) return leaf
    const part = within(depth - 1)
    const parts = fc.oneof(
      { arbitrary: fc.array(part, { minLength: 2, maxLength: 3 }), weight: 9 },
      { arbitrary: fc.array(part, { maxLength: 1 }), weight: 1 },
      { arbitrary: part.map((of) => [of, not(of)]), weight: 1 },
    )
    return fc.oneof(
      { arbitrary: leaf, weight: 2 },
      { arbitrary: parts.map((of) => all(...of)), weight: 3 },
      { arbitrary: parts.map((of) => any(...of)), weight: 3 },
      { arbitrary: part.map(not), weight: 2 },
      { arbitrary: part.map((of) => named('an idea', of)), weight: 1 },
    )
  }
  return within(4)
}

/** Values where something changes: each limit, the steps on either side of it, and the possible ends. */
const valuesOf = (fact: QuantityFact, vocabulary: Vocabulary): readonly number[] => {
  const [low, high] = fact.possible
  const near = limitsFor(fact, vocabulary).flatMap(({ value }) => [
    value - fact.resolution,
    value,
    value + fact.resolution,
  ])
  return [low, ...near.filter((value) => value > low && value < high), high]
}

/** Random intervals of a fact that hold at least one value: exact ones, bounds and ranges. */
export const arbitraryInterval = (
  fact: QuantityFact,
  vocabulary: Vocabulary,
): fc.Arbitrary<Interval> => {
  const value = fc.constantFrom(...valuesOf(fact, vocabulary))
  const range = fc
    .tuple(value, value, fc.boolean(), fc.boolean())
    .filter(([one, other]) => one !== other)
    .map(([one, other, lowOpen, highOpen]): Interval => ({
      low: Math.min(one, other),
      high: Math.max(one, other),
      ...(lowOpen ? { lowOpen } : {}),
      ...(highOpen ? { highOpen } : {}),
    }))
  const interval = fc.oneof(
    { arbitrary: value.map(exactly), weight: 1 },
    { arbitrary: range, weight: 1 },
  )
  return fact.ownLimit === true
    ? fc
        .tuple(interval, fc.option(value, { nil: undefined }))
        .map(([of, lowerLimit]) => (lowerLimit === undefined ? of : { ...of, lowerLimit }))
    : interval
}

/** Random findings of one fact that settle something. */
export const arbitraryKnown = (fact: Fact, vocabulary: Vocabulary): fc.Arbitrary<Finding> =>
  fact.kind === 'presence' ? fc.boolean().map(truthOf) : arbitraryInterval(fact, vocabulary)

/** Random findings of one fact: known, asked and not known (a presence), or never mentioned. */
export const arbitraryFinding = (
  fact: Fact,
  vocabulary: Vocabulary,
): fc.Arbitrary<Finding | undefined> =>
  fc.oneof(
    { arbitrary: arbitraryKnown(fact, vocabulary), weight: 4 },
    { arbitrary: fc.constant(undefined), weight: 1 },
    ...(fact.kind === 'presence' ? [{ arbitrary: fc.constant<Truth>('unknown'), weight: 1 }] : []),
  )

const ofEach = <F>(
  { facts }: Vocabulary,
  finding: (fact: Fact) => fc.Arbitrary<F>,
): fc.Arbitrary<Readonly<Record<string, F>>> =>
  fc
    .tuple(...facts.map(finding))
    .map((findings) => Object.fromEntries(facts.map(({ id }, index) => [id, findings[index] as F])))

/** Random patients, of whom some is known, and some is not. */
export const arbitraryFindings = (vocabulary: Vocabulary): fc.Arbitrary<Findings> =>
  ofEach(vocabulary, (fact) => arbitraryFinding(fact, vocabulary))

/** A patient before and after more was learned: unknowns settled, intervals narrowed. */
export interface Learning {
  readonly before: Findings
  readonly after: Findings
}

const widened = (interval: Interval, fact: QuantityFact): fc.Arbitrary<Interval> => {
  const [least, most] = fact.possible
  const own = interval.lowerLimit === undefined ? {} : { lowerLimit: interval.lowerLimit }
  const closed = { low: interval.low, high: interval.high, ...own }
  return fc.constantFrom<Interval>(
    interval,
    closed,
    { ...interval, low: least, lowOpen: false },
    { ...interval, high: most, highOpen: false },
    { low: least, high: most, ...own },
  )
}

/** Random patients of whom more is learned, nothing of it contrary to what was known. */
export const arbitraryLearning = (vocabulary: Vocabulary): fc.Arbitrary<Learning> =>
  ofEach(vocabulary, (fact) =>
    arbitraryFinding(fact, vocabulary).chain((after) => {
      const unknown = fc.constantFrom<Finding | undefined>(
        undefined,
        ...(fact.kind === 'presence' ? (['unknown'] as const) : []),
      )
      const before =
        fact.kind === 'quantity' && typeof after === 'object'
          ? fc.oneof(unknown, widened(after, fact))
          : after === undefined || after === 'unknown'
            ? unknown
            : fc.oneof(unknown, fc.constant(after))
      return before.map((finding) => ({ before: finding, after }))
    }),
  ).map((pairs) => ({
    before: Object.fromEntries(Object.entries(pairs).map(([id, { before }]) => [id, before])),
    after: Object.fromEntries(Object.entries(pairs).map(([id, { after }]) => [id, after])),
  }))

/** How many nodes a condition has. */
export const sizeOf = (condition: Condition): number => {
  const sum = (parts: readonly number[]): number => parts.reduce((a, b) => a + b, 1)
  return fold<number>(condition, {
    is: () => 1,
    compare: () => 1,
    known: () => 1,
    all: sum,
    any: sum,
    not: (part) => part + 1,
  })
}
