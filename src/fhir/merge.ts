import type { Fact } from '../logic/fact.ts'
import type { Given } from '../logic/given.ts'
import { exactValue } from '../logic/interval.ts'
import type { Answer, Answers } from './answers.ts'
import type { Context } from './context.ts'
import type { Moment } from './day.ts'
import { inOrder } from './in-order.ts'
import type { Reading } from './reading.ts'

/** The newest answer to a question. */
interface Newest {
  readonly at: string
  readonly moment: Moment
  readonly answer: Answer
}

interface Outcome {
  readonly fact: Fact
  readonly newest: Newest
  readonly flaw: string | undefined
}

const sameFinding = (one: Answer, other: Answer): boolean =>
  one !== 'unreadable' &&
  other !== 'unreadable' &&
  JSON.stringify(one.finding) === JSON.stringify(other.finding)

/** Positive where the first is newer; 0 where that cannot be told. */
const newer = (one: Moment, other: Moment): number =>
  one.day !== other.day
    ? one.day - other.day
    : one.instant === undefined || other.instant === undefined
      ? 0
      : one.instant - other.instant

/** The newest answer about a fact; answers of the same time that differ are as one that cannot be read. */
const newestOf = (fact: Fact, answers: readonly Answers[]): Newest | undefined => {
  let best: Newest | undefined
  for (const { at, moment, given } of answers) {
    const answer = given.get(fact.id)
    if (answer === undefined) continue
    const order = best === undefined ? 1 : newer(moment, best.moment)
    if (order > 0) best = { at, moment, answer }
    else if (order === 0 && best !== undefined && !sameFinding(answer, best.answer)) {
      best = { ...best, answer: 'unreadable' }
    }
  }
  return best
}

/** Why a newest answer is not to be used as it stands; undefined where it is. */
const flawOf = (
  fact: Fact,
  { at, moment, answer }: Newest,
  { rules, on, staleAfterDays }: Context,
  { given, unreadOn }: Reading,
): string | undefined => {
  if (answer === 'unreadable') return `the answer in ${at} cannot be read`
  const age = on.day - moment.day
  if (age > staleAfterDays) {
    return `the answer of ${moment.date} is ${String(age)} days old: older than ${String(staleAfterDays)} days counts as not known`
  }
  const unread = unreadOn.get(fact.id)
  if (unread !== undefined && unread >= moment.date) {
    return `the answer of ${moment.date} is not newer than a result that cannot be read`
  }
  if (!rules.ofPresentDose.includes(fact.id)) return undefined
  const days = given.get(rules.drug.days.id)?.finding
  const unchanged = typeof days === 'object' && days.low >= age
  const ordered = given.get(rules.drug.dose.id)?.date
  return !unchanged && ordered !== undefined && ordered > moment.date
    ? `the answer of ${moment.date} is from before the order of ${ordered}`
    : undefined
}

/** Takes the answers of questionnaires in: newest first, and never against what the record says for certain. */
export const mergeAnswers = (
  found: readonly Answers[],
  context: Context,
  reading: Reading,
): void => {
  if (found.length === 0) return
  const answers = inOrder(found, ({ at }) => at)
  // What is wrong with an answer is told from the record alone: before any answer is taken in.
  const outcomes = new Map<string, Outcome>()
  for (const { given } of answers) {
    for (const id of given.keys()) {
      const fact = outcomes.has(id) ? undefined : context.facts.get(id)
      const newest = fact === undefined ? undefined : newestOf(fact, answers)
      if (fact === undefined || newest === undefined) continue
      outcomes.set(id, { fact, newest, flaw: flawOf(fact, newest, context, reading) })
    }
  }
  for (const { fact, newest, flaw } of outcomes.values()) {
    const { answer } = newest
    if (flaw === undefined && answer !== 'unreadable') settle(fact, answer, context, reading)
    else leaveOpen(fact, answer, flaw ?? '', reading)
  }
  takenAfterAll(context, reading)
}

/** Taken, by the answer, and on no list: the list is not whole, and a dose of 0 cannot be concluded from it. */
const takenAfterAll = ({ rules: { drug } }: Context, { given, why }: Reading): void => {
  const dose = given.get(drug.dose.id)
  if (given.get(drug.takes)?.finding !== 'true' || dose === undefined) return
  if (typeof dose.finding !== 'object' || dose.finding.high > 0) return
  given.delete(drug.dose.id)
  why.set(drug.dose.id, `it is taken, and ${String(dose.from)} does not show how much`)
}

/** An answer that cannot be used leaves a question: what was said to be so is not assumed away. */
const leaveOpen = (fact: Fact, answer: Answer, flaw: string, { given, why }: Reading): void => {
  if (given.has(fact.id)) return
  const reasons = [why.get(fact.id), flaw].filter((reason) => reason !== undefined)
  const saidNo = answer !== 'unreadable' && answer.finding === 'false'
  if (fact.kind === 'presence') {
    if (saidNo && fact.absent === 'assumed-no') return
    given.set(fact.id, { finding: 'unknown', note: flaw })
  }
  why.set(fact.id, reasons.join('; '))
}

/** Weighs an answer against what the record says of the fact. */
const settle = (fact: Fact, answer: Given, context: Context, reading: Reading): void => {
  const { given } = reading
  const recorded = given.get(fact.id)
  if (recorded === undefined) given.set(fact.id, answer)
  else if (recorded.finding === 'unknown') {
    if ((recorded.date ?? '') <= (answer.date ?? '')) given.set(fact.id, answer)
  } else if (context.rules.laboratory.some((rule) => rule.fact.id === fact.id)) {
    if ((answer.date ?? '') > (recorded.date ?? '')) given.set(fact.id, answer)
  } else if (answer.finding === 'unknown' || answer.finding === recorded.finding) return
  else if (isWithin(answer, recorded)) given.set(fact.id, { ...recorded, ...answer })
  else contradict(fact, answer, recorded, context, reading)
}

/** An exact amount within what the record leaves open. */
const isWithin = ({ finding }: Given, recorded: Given): boolean => {
  if (typeof finding !== 'object' || typeof recorded.finding !== 'object') return false
  const value = exactValue(finding)
  return value !== undefined && value >= recorded.finding.low && value <= recorded.finding.high
}

const contradict = (
  fact: Fact,
  answer: Given,
  recorded: Given,
  { problems }: Context,
  { given, why }: Reading,
): void => {
  problems.push({
    kind: 'set-aside',
    where: `${String(answer.from)}.item[${fact.id}]`,
    message: `The answer and ${String(recorded.from)} contradict each other about ${fact.words}.`,
    remedy: 'Ask again; until then it counts as not known.',
  })
  why.set(fact.id, `the answer and ${String(recorded.from)} contradict each other`)
  if (fact.kind === 'presence') given.set(fact.id, { ...recorded, finding: 'unknown' })
  else given.delete(fact.id)
}
