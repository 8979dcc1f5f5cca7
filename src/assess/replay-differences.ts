import type { AssessedStatement, Assessment } from './assess.ts'
import { canonicalJson } from './canonical.ts'

const before = { true: 'it held', false: 'it did not hold', unknown: 'it could not be decided' }
const now = { true: 'it holds', false: 'it does not hold', unknown: 'it cannot be decided' }

/** What an answer says beside its statements, and how each part is named to a reader. */
const parts: readonly (readonly [keyof Assessment, string])[] = [
  ['guideline', 'What is said of the guideline itself: its version, review date or status'],
  ['policy', 'The local policy'],
  ['on', 'The day of the assessment'],
  ['facts', 'What is known'],
  ['notFound', 'What is not known'],
  ['assumed', 'What is assumed absent'],
  ['conditions', 'How the ideas stand that statements rest on'],
  ['ask', 'What to ask'],
  ['changes', 'What would change the plan'],
  ['problems', 'What to check in the input'],
]

/** Why a statement is as it is, apart from what it is. */
const reasons: readonly (keyof AssessedStatement)[] = ['because', 'defeatedBy', 'missing', 'trace']

/** What a statement is for one person, apart from why. */
const results: readonly (keyof AssessedStatement)[] = ['title', 'holds', 'urgency', 'action']

const same = (one: unknown, other: unknown): boolean =>
  canonicalJson([one]) === canonicalJson([other])

const named = ({ title, id }: AssessedStatement): string => `${title} (${id})`

/** An action in one line: its words, and the values that a program would act on. */
const actionWords = ({ action }: AssessedStatement): string => {
  if (action === undefined) return 'nothing'
  const { words, ...values } = action
  return `"${words}" ${JSON.stringify(values)}`
}

const resultDifferences = (was: AssessedStatement, is: AssessedStatement): readonly string[] => {
  const name = named(is)
  const known = new Set<string>(['id', ...results, ...reasons])
  const other = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (field) =>
      !known.has(field) &&
      !same(was[field as keyof AssessedStatement], is[field as keyof AssessedStatement]),
  )
  const turned = was.holds !== is.holds
  const done = same(was.action, is.action)
    ? ''
    : is.action === undefined
      ? ` What to do was ${actionWords(was)}.`
      : was.action === undefined
        ? ` What to do is ${actionWords(is)}.`
        : ` What to do was ${actionWords(was)}; now it is ${actionWords(is)}.`
  return [
    ...(was.title === is.title ? [] : [`${name}: its title was "${was.title}".`]),
    ...(turned
      ? [`${name}: ${before[was.holds]}; now ${now[is.holds]}. ${is.because}${done}`]
      : done === ''
        ? []
        : [`${name}:${done}`]),
    ...(was.urgency === is.urgency
      ? []
      : [`${name}: its urgency was ${was.urgency}; now it is ${is.urgency}.`]),
    ...(other.length === 0 ? [] : [`${name}: another ${other.join(', ')}.`]),
  ]
}

/** The statements whose result is the same, for another reason, in one line. */
const explainedOtherwise = (
  pairs: readonly (readonly [AssessedStatement, AssessedStatement])[],
): readonly string[] => {
  const found = pairs.filter(
    ([was, is]) =>
      results.every((field) => same(was[field], is[field])) &&
      !reasons.every((field) => same(was[field], is[field])),
  )
  return found.length === 0
    ? []
    : [`With the same result, explained otherwise: ${found.map(([, { id }]) => id).join(', ')}.`]
}

const orderIn = (of: Assessment, ids: ReadonlySet<string>): string =>
  of.statements
    .map(({ id }) => id)
    .filter((id) => ids.has(id))
    .join(' ')

/** Every difference between two answers in words: first the statements, in their order of now. */
export const answerDifferences = (was: Assessment, is: Assessment): readonly string[] => {
  const old = new Map(was.statements.map((one) => [one.id, one]))
  const ids = new Set(is.statements.map(({ id }) => id))
  const both = is.statements.flatMap((one): (readonly [AssessedStatement, AssessedStatement])[] => {
    const earlier = old.get(one.id)
    return earlier === undefined ? [] : [[earlier, one]]
  })
  return [
    ...both.flatMap(([earlier, one]) => resultDifferences(earlier, one)),
    ...is.statements
      .filter(({ id }) => !old.has(id))
      .map((one) => `${named(one)}: there was no such statement; now ${now[one.holds]}.`),
    ...was.statements
      .filter(({ id }) => !ids.has(id))
      .map((one) => `${named(one)}: ${before[one.holds]}; now there is no such statement.`),
    ...explainedOtherwise(both),
    ...(orderIn(was, ids) === orderIn(is, new Set(old.keys()))
      ? []
      : ['The statements stand in another order.']),
    ...parts
      .filter(([part]) => !same(was[part], is[part]))
      .map(([, words]) => `${words}: this is different.`),
  ]
}
