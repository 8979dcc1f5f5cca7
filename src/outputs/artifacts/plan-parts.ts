import type { Action } from '../../logic/action.ts'
import type { Statement } from '../../logic/statement.ts'
import { conditionWords, oneSentence } from '../condition-words.ts'
import { urgentName } from '../cql-names.ts'
import { activitiesOf, message, task } from './activities.ts'
import { identified, qualified, written } from './applicability.ts'
import type { Express } from './applicability.ts'
import { span } from './dosage.ts'
import type { ArtifactInput, Resource } from './resource.ts'

/** A part of what is done: an action with an activity of its own. */
export interface Part {
  readonly suffix: string
  readonly activity: Resource
  readonly rest?: Readonly<Record<string, unknown>>
}

const timing = (action: Action) =>
  action.kind === 'monitor' && action.schedule !== undefined
    ? {
        timingTiming: {
          repeat: {
            boundsDuration: span(action.schedule.forDays),
            frequency: 1,
            period: action.schedule.everyDays,
            periodUnit: 'd',
          },
        },
      }
    : {}

/** The first specialty whose condition holds: where that is not known, each that it may be. */
const referralRest = (
  to: Extract<Action, { kind: 'refer' }>['to'],
  at: number,
  express: Express,
): Readonly<Record<string, unknown>> => {
  const own = to[at]?.when
  const earlier = to.slice(0, at).flatMap(({ when }) => (when === undefined ? [] : [when]))
  const condition = [
    ...(own === undefined ? [] : [written(`(${express(own)}) is not false`)]),
    ...earlier.map((when) => written(`(${express(when)}) is not true`)),
  ]
  return condition.length === 0 ? {} : { condition }
}

const mainParts = (
  input: ArtifactInput,
  statement: Statement,
  express: Express,
): readonly Part[] => {
  const { action } = statement
  const activities = activitiesOf(input, statement)
  const [first] = activities
  if (activities.length > 1 || first === undefined) {
    return activities.map((activity, at) => ({
      suffix: activity.id,
      activity,
      rest: action.kind === 'refer' ? referralRest(action.to, at, express) : timing(action),
    }))
  }
  if (statement.urgentUnlessFalse === undefined) return [{ suffix: 'do', activity: first }]
  const urgent = urgentName(statement)
  return [
    {
      suffix: 'urgent',
      activity: first,
      rest: { priority: 'urgent', condition: [identified(urgent)] },
    },
    {
      suffix: 'do',
      activity: first,
      rest: {
        priority: 'routine',
        condition: [written(`not ${qualified(input, `"${urgent}"`)}`)],
      },
    },
  ]
}

/** What goes before a step of the dose, and what comes a week after it: never the next step by itself. */
const ladder = (
  input: ArtifactInput,
  { id, title, action }: Statement,
): { readonly before: readonly Part[]; readonly after: readonly Part[] } => {
  if (action.kind !== 'titrate') return { before: [], after: [] }
  const checks = action.afterReview
  const days = String(action.everyDays)
  return {
    before:
      checks === undefined
        ? []
        : [
            {
              suffix: 'check',
              activity: task(
                input,
                `${id}-check`,
                `${title}: the checks`,
                `A clinician checks ${checks.join(', ')} and decides.`,
              ),
            },
          ],
    after: [
      {
        suffix: 'again',
        activity: task(
          input,
          'assess-again',
          'Assess again before the next step',
          `After at least ${days} full days at the new dose: assess again. The next step follows only where this plan still gives it; no step follows by itself.`,
        ),
        rest: {
          relatedAction: [
            {
              actionId: `${id}.do`,
              relationship: 'after-end',
              offsetDuration: span(action.everyDays),
            },
          ],
        },
      },
    ],
  }
}

const alsoParts = (
  input: ArtifactInput,
  { id, title, action }: Statement,
  express: Express,
): readonly Part[] =>
  (action.also ?? []).map(({ when, words }, at) => ({
    suffix: `also-${String(at + 1)}`,
    activity: message(input, `${id}-also-${String(at + 1)}`, `${title}: for some`, words),
    rest: {
      description: `Unless known to be false: ${oneSentence(conditionWords(when))}.`,
      condition: [written(`(${express(when)}) is not false`)],
    },
  }))

/** What is done where a statement holds, in order. */
export const partsOf = (
  input: ArtifactInput,
  statement: Statement,
  express: Express,
): readonly Part[] => {
  const { before, after } = ladder(input, statement)
  return [
    ...before,
    ...mainParts(input, statement, express),
    ...after,
    ...alsoParts(input, statement, express),
  ]
}
