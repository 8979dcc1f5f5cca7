import type { Action } from '../../logic/action.ts'
import type { Statement } from '../../logic/statement.ts'
import { conditionWords, oneSentence } from '../condition-words.ts'
import { urgentName } from '../cql-names.ts'
import { activitiesOf, message, task } from './activities.ts'
import { span } from './dosage.ts'
import { notUrgentName, partName, specialtyName } from './plan-logic.ts'
import type { ArtifactInput, Resource } from './resource.ts'

/** A part of what is done: an action with an activity of its own. */
export interface Part {
  readonly suffix: string
  readonly activity: Resource
  readonly rest?: Readonly<Record<string, unknown>>
}

/** An action is there where an expression of the library is true. */
export const where = (name: string) => ({
  kind: 'applicability',
  expression: { language: 'text/cql-identifier', expression: name },
})

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

const mainParts = (input: ArtifactInput, statement: Statement): readonly Part[] => {
  const { action } = statement
  const activities = activitiesOf(input, statement)
  const [first] = activities
  if (activities.length > 1 || first === undefined) {
    const named = action.kind === 'refer' ? action.to.map(({ specialty }) => specialty) : []
    return activities.map((activity, at) => {
      const specialty = named[at]
      return {
        suffix: activity.id,
        activity,
        rest:
          specialty === undefined
            ? timing(action)
            : { condition: [where(specialtyName(statement, specialty))] },
      }
    })
  }
  if (statement.urgentUnlessFalse === undefined) return [{ suffix: 'do', activity: first }]
  return [
    {
      suffix: 'urgent',
      activity: first,
      rest: { priority: 'urgent', condition: [where(urgentName(statement))] },
    },
    {
      suffix: 'do',
      activity: first,
      rest: { priority: 'routine', condition: [where(notUrgentName(statement))] },
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
                'checks-before-a-step',
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

const alsoParts = (input: ArtifactInput, statement: Statement): readonly Part[] =>
  (statement.action.also ?? []).map(({ when, words }, at) => {
    const suffix = String(at + 1)
    const title = `${statement.title}: for some`
    return {
      suffix,
      activity: message(input, `${statement.id}-${suffix}`, title, words),
      rest: {
        description: `Unless known to be false: ${oneSentence(conditionWords(when))}.`,
        condition: [where(partName(statement, when))],
      },
    }
  })

/** What is done where a statement holds, in order. */
export const partsOf = (input: ArtifactInput, statement: Statement): readonly Part[] => {
  const { before, after } = ladder(input, statement)
  return [...before, ...mainParts(input, statement), ...after, ...alsoParts(input, statement)]
}
