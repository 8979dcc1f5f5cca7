import { factsOf } from '../../logic/condition.ts'
import { applies } from '../../logic/statement.ts'
import type { Statement } from '../../logic/statement.ts'
import { holdsName, undecidedName } from '../cql-names.ts'
import { generalWords } from '../general-words.ts'
import { priorityOf } from './activities.ts'
import { identified } from './applicability.ts'
import type { Express } from './applicability.ts'
import { partsOf } from './plan-parts.ts'
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
    condition: [identified(undecidedName(statement))],
    requiredBehavior: urgent ? 'must' : 'must-unless-documented',
    definitionCanonical: `${input.rules.questionnaire}|${input.definition.version}`,
  }
}

/** The actions of a statement: what is done where it holds, and beside it what where that is unknown. */
export const planned = (input: ArtifactInput, statement: Statement, express: Express): Planned => {
  const parts = partsOf(input, statement, express)
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
    condition: [identified(holdsName(statement))],
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
    activities: parts.map(({ activity }) => activity),
  }
}
