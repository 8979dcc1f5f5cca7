import { bounded } from '../logic/interval.ts'
import type { LaboratoryRule } from '../logic/record-rules.ts'
import { choose } from './choose.ts'
import type { Chosen } from './choose.ts'
import type { Context, Gathered, StandIn } from './context.ts'
import { momentOf } from './day.ts'
import { inOrder } from './in-order.ts'
import type { Reading } from './reading.ts'

/** Reads a quantity from its results; where none is current, from a diagnosis that stands in for it. */
export const readResults = (
  rule: LaboratoryRule,
  { results: all, sources, standIns }: Gathered,
  context: Context,
  reading: Reading,
): void => {
  const { on, staleAfterDays, problems } = context
  const { given, why, unreadOn } = reading
  const { fact } = rule
  const results = all.get(rule) ?? []
  const isCurrent = ({ day }: { readonly day: number }): boolean => on.day - day <= staleAfterDays
  const chosen = unlessNewer(rule, sources, choose(rule, results, isCurrent))
  if ('given' in chosen) {
    given.set(fact.id, chosen.given)
    if (chosen.problem !== undefined) problems.push(chosen.problem)
  } else {
    why.set(fact.id, chosen.why)
    if (chosen.date !== undefined) unreadOn.set(fact.id, chosen.date)
  }
  if (standIns.length === 0) return
  const ofRule = inOrder(
    standIns.filter((one) => one.rule === rule),
    ({ at }) => at,
  )
  const current = momentOf(given.get(fact.id)?.date)
  if (current !== undefined && isCurrent(current)) tellContradiction(rule, ofRule, context, reading)
  else standIn(rule, ofRule, reading)
}

/** A result that is computed from another is out of date where that other is newer. */
const unlessNewer = (
  { fact, computedFrom }: LaboratoryRule,
  sources: Gathered['sources'],
  chosen: Chosen,
): Chosen => {
  if (computedFrom === undefined || sources.length === 0) return chosen
  const date = 'given' in chosen ? chosen.given.date : chosen.date
  const [newest] = inOrder(
    sources.filter(({ rule, moment }) => rule.fact === fact && moment.date > (date ?? '9')),
    ({ moment, at }) => `${moment.date} ${at}`,
  ).slice(-1)
  if (newest === undefined) return chosen
  const { at, moment } = newest
  return {
    why: `${computedFrom.words} of ${moment.date} (${at}) is newer than the ${fact.words} of ${String(date)}: compute the ${fact.words} from it`,
    date: moment.date,
  }
}

/** A confirmed diagnosis with a code stands in for the result; any other says why it must be measured. */
const standIn = (
  { fact, standIn: by }: LaboratoryRule,
  diagnoses: readonly StandIn[],
  { given, why }: Reading,
): void => {
  if (by === undefined) return
  const certain = diagnoses.find(({ isCertain }) => isCertain)
  const [first] = diagnoses
  if (certain !== undefined) {
    given.set(fact.id, {
      finding: bounded('<', by.below),
      from: certain.at,
      note: `no current result: the diagnosis means a value below ${String(by.below)}`,
    })
  } else if (first !== undefined) {
    const reason = `${first.at}, ${first.words}, may mean a value below ${String(by.below)}: measure it`
    why.set(fact.id, [why.get(fact.id), reason].filter((one) => one !== undefined).join('; '))
  }
}

/** A current result overrides a diagnosis, and never in silence where the two are at odds. */
const tellContradiction = (
  { fact, standIn: by }: LaboratoryRule,
  diagnoses: readonly StandIn[],
  { problems }: Context,
  { given }: Reading,
): void => {
  const result = given.get(fact.id)
  if (by === undefined || typeof result?.finding !== 'object') return
  if (result.finding.low < by.below) return
  for (const { at, words } of diagnoses) {
    problems.push({
      kind: 'set-aside',
      where: at,
      message: `${words} means ${fact.words} below ${String(by.below)}, and ${String(result.from)} of ${String(result.date)} is not: the result is used.`,
      remedy: 'Check whose result it is and measure again, or correct the diagnosis.',
    })
  }
}
