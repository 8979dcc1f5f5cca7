import type { Fact } from '../logic/fact.ts'
import type { Given, Problem } from '../logic/given.ts'
import { exactValue } from '../logic/interval.ts'
import type { RecordRules } from '../logic/record-rules.ts'
import type { Answers } from './answers.ts'

/** Takes the answers of questionnaires in: newest first, and never against what the record says for certain. */
export const merged = (
  given: Record<string, Given>,
  why: Map<string, string>,
  answers: readonly Answers[],
  facts: readonly Fact[],
  rules: RecordRules,
  problems: Problem[],
): void => {
  if (answers.length === 0) return
  const newestFirst = [...answers].sort((one, other) => other.moment.day - one.moment.day)
  const dated = new Set(rules.laboratory.map(({ fact }) => fact.id))
  for (const fact of facts) {
    const answer = newestFirst.find((one) => one.given[fact.id] !== undefined)?.given[fact.id]
    if (answer === undefined) continue
    const recorded = given[fact.id]
    if (recorded === undefined || recorded.finding === 'unknown') {
      given[fact.id] = answer
      continue
    }
    if (dated.has(fact.id)) {
      if ((answer.date ?? '') > (recorded.date ?? '')) given[fact.id] = answer
      continue
    }
    if (agree(recorded, answer)) continue
    if (answer.finding === 'unknown') continue
    problems.push({
      kind: 'set-aside',
      where: `${String(answer.from)}.item[${fact.id}]`,
      message: `The answer and ${String(recorded.from)} contradict each other about ${fact.words}.`,
      remedy: 'Ask again; until then it counts as not known.',
    })
    why.set(fact.id, `the answer and ${String(recorded.from)} contradict each other`)
    if (fact.kind === 'presence') given[fact.id] = { ...recorded, finding: 'unknown' }
    else Reflect.deleteProperty(given, fact.id)
  }
}

/** The same presence; or an answer that lies within what the record leaves open. */
const agree = ({ finding }: Given, answer: Given): boolean => {
  if (typeof finding !== 'object' || typeof answer.finding !== 'object') {
    return finding === answer.finding
  }
  const value = exactValue(answer.finding)
  return value !== undefined && value >= finding.low && value <= finding.high
}
