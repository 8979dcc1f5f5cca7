import { contradictionName } from '../cql-names.ts'
import { message } from './activities.ts'
import { planned } from './plan-actions.ts'
import type { Planned } from './plan-actions.ts'
import { anyAssumedName, assumedWordsName, planLibraryName } from './plan-logic.ts'
import { where } from './plan-parts.ts'
import { citationArtifact } from './related.ts'
import { canonical, metadata, spoken } from './resource.ts'
import type { ArtifactInput, Resource } from './resource.ts'

/** What stands before every statement: whether the facts agree, and what was assumed. */
const preliminaries = (input: ArtifactInput): Planned => {
  const contradiction = message(
    input,
    'facts-contradict',
    'The facts contradict each other',
    'The facts contradict each other. Correct them first: nothing else in this plan may be relied on.',
  )
  const assumed = message(
    input,
    'facts-assumed-absent',
    'Assumed absent',
    'Some facts were not mentioned and are assumed absent. Check that each assumption is right.',
  )
  const leaf = (activity: Resource, priority: string, name: string) => ({
    id: activity.id,
    title: activity['title'] as string,
    priority,
    code: [spoken('information')],
    condition: [where(name)],
    requiredBehavior: 'must',
    definitionCanonical: canonical(input, 'ActivityDefinition', activity.id),
  })
  return {
    actions: [
      leaf(contradiction, 'stat', contradictionName),
      {
        ...leaf(assumed, 'routine', anyAssumedName),
        dynamicValue: [
          {
            path: 'action.description',
            expression: { language: 'text/cql-identifier', expression: assumedWordsName },
          },
        ],
      },
    ],
    activities: [contradiction, assumed],
  }
}

/** Each activity once: an order that several statements ask for is one definition. */
const distinct = (input: ArtifactInput, activities: readonly Resource[]): readonly Resource[] => {
  const byId = new Map<string, Resource>()
  for (const activity of activities) {
    const known = byId.get(activity.id)
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(activity)) {
      throw new Error(`Two activities of ${input.definition.id} are called "${activity.id}"`)
    }
    byId.set(activity.id, activity)
  }
  return [...byId.values()]
}

/**
 * The guideline as a PlanDefinition, and the activities that its actions define. Beside each action
 * stands one for where it cannot be decided; every leaf has a definition, so that what an engine
 * makes of it is never empty.
 */
export const planDefinition = (
  input: ArtifactInput,
): { readonly plan: Resource; readonly activities: readonly Resource[] } => {
  const { definition, evidence } = input
  const parts = [
    preliminaries(input),
    ...definition.statements.map((statement) => planned(input, statement)),
  ]
  const plan: Resource = {
    ...metadata(
      input,
      'PlanDefinition',
      definition.id,
      definition.title,
      'Actions in the order of the pathway. Each is there where its statement holds; where that cannot be decided, the action after it says so and asks. Doses for one person are not computed here.',
    ),
    type: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/plan-definition-type',
          code: 'clinical-protocol',
        },
      ],
    },
    subjectCodeableConcept: {
      coding: [{ system: 'http://hl7.org/fhir/resource-types', code: 'Patient' }],
    },
    purpose:
      'To show which statements of the guideline hold for a person whose muscle cramps persist although baclofen is taken, on what basis, and what must be asked first.',
    usage:
      'The expressions are those of the library; none of them is ever null. Where a statement cannot be decided, its own action is not applicable and the one beside it is.',
    effectivePeriod: { end: definition.reviewBy },
    relatedArtifact: evidence.citations.map(citationArtifact),
    library: [canonical(input, 'Library', planLibraryName(definition))],
    action: parts.flatMap(({ actions }) => actions),
  }
  return {
    plan,
    activities: distinct(
      input,
      parts.flatMap(({ activities }) => activities),
    ),
  }
}
