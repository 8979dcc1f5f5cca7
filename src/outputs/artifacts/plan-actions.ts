import { factsOf } from '../../logic/condition.ts'
import { applies } from '../../logic/statement.ts'
import type { Statement } from '../../logic/statement.ts'
import { undecidedName } from '../cql-names.ts'
import { generalWords } from '../general-words.ts'
import { priorityOf, task } from './activities.ts'
import { appliesName } from './plan-logic.ts'
import { partsOf, where } from './plan-parts.ts'
import { basisArtifacts } from './related.ts'
import { canonical, spoken } from './resource.ts'
import type { ArtifactInput, Resource } from './resource.ts'

/** A FHIR PlanDefinition.action. */
export interface PlanAction {
  readonly id: string
  readonly title: string
  readonly definitionCanonical?: string
  readonly action?: readonly PlanAction[]
  readonly [element: string]: unknown
}

/** The actions of one statement, and the activities that they define. */
export interface Planned {
  readonly actions: readonly PlanAction[]
  readonly activities: readonly Resource[]
}

const behaviors: Readonly<Record<Statement['kind'], string>> = {
  emergency: 'must',
  urgent: 'must',
  scope: 'must',
  contraindication: 'must-unless-documented',
  precaution: 'must-unless-documented',
  recommendation: 'must-unless-documented',
  monitoring: 'must-unless-documented',
  consider: 'could',
  information: 'could',
}

const definedBy = (input: ArtifactInput, activity: Resource) => ({
  definitionCanonical: canonical(input, 'ActivityDefinition', activity.id),
})

/** The task that is left where something cannot be decided: the same for every statement. */
const answering = (input: ArtifactInput): Resource =>
  task(
    input,
    'answer-open-questions',
    'Answer the questions that are open',
    'What is known does not decide the statement. Answer the questions that are open, by the questionnaire or in the record, and apply the plan again.',
    {
      relatedArtifact: [
        {
          type: 'depends-on',
          resource: `${input.rules.questionnaire}|${input.definition.version}`,
        },
      ],
    },
  )

const undecided = (input: ArtifactInput, statement: Statement): PlanAction => {
  const urgent = priorityOf(statement) !== 'routine'
  const facts = factsOf(applies(statement)).map(({ words }) => words)
  return {
    id: `${statement.id}.undecided`,
    title: `Cannot be decided: ${statement.title}`,
    description: `What is known does not decide this statement. It asks for: ${facts.join('; ')}.`,
    textEquivalent: 'Not known is not "no": answer the questions that are open.',
    priority: urgent ? 'urgent' : 'routine',
    code: [spoken('cannot be decided')],
    condition: [where(undecidedName(statement))],
    requiredBehavior: urgent ? 'must' : 'must-unless-documented',
    ...definedBy(input, answering(input)),
  }
}

/** The actions of a statement: what is done where it holds, and beside it what where that is unknown. */
export const planned = (input: ArtifactInput, statement: Statement): Planned => {
  const parts = partsOf(input, statement)
  const [only] = parts
  const priority = priorityOf(statement)
  const shared: PlanAction = {
    id: statement.id,
    title: statement.title,
    description: statement.says,
    textEquivalent: generalWords(statement.action, input.masses),
    ...(statement.urgentUnlessFalse === undefined ? { priority } : {}),
    code: [spoken(statement.kind)],
    documentation: basisArtifacts(input.evidence, statement),
    condition: [where(appliesName(statement))],
  }
  const requiredBehavior = behaviors[statement.kind]
  const holds: PlanAction =
    parts.length === 1 && only !== undefined
      ? { ...shared, requiredBehavior, ...definedBy(input, only.activity) }
      : {
          ...shared,
          groupingBehavior: 'logical-group',
          requiredBehavior,
          action: parts.map(({ suffix, activity, rest }) => ({
            id: `${statement.id}.${suffix}`,
            title: activity['title'] as string,
            ...rest,
            ...definedBy(input, activity),
          })),
        }
  return {
    actions: [holds, undecided(input, statement)],
    activities: [...parts.map(({ activity }) => activity), answering(input)],
  }
}
