import type { AssessedStatement, Assessment } from '../../../assess/assess.ts'
import { citations, outsideReferences } from '../../../guideline/references.ts'
import type { OutsideReference } from '../../../guideline/references.ts'
import type { Urgency } from '../../../logic/statement.ts'
import type { For } from '../cds/proposals.ts'
import { leavesOf, message } from './contained.ts'
import type { Contained, Leaf } from './contained.ts'

/** The one RequestGroup of a plan, with the resources of its leaves. */
export interface Grouped {
  readonly group: Contained
  readonly leaves: readonly Contained[]
}

const priority: Readonly<Record<Urgency, string>> = {
  emergency: 'stat',
  urgent: 'urgent',
  routine: 'routine',
}

const outsideBy: Readonly<Record<string, OutsideReference>> = outsideReferences

/** Every statement that holds as an action, and what to find out for those that cannot be decided. */
export const requestGroup = (assessment: Assessment, whom: For): Grouped => {
  const holding = assessment.statements.filter(({ holds }) => holds === 'true')
  const made = holding.map((statement) => {
    const leaves = leavesOf(statement, assessment, whom)
    return { action: actionOf(statement, leaves), leaves }
  })
  const questions = assessment.ask.map(({ fact, question, decides }) =>
    message(
      `ask-${fact}`,
      question,
      `${question} It would help to decide: ${decides.length === 0 ? 'with others, what is still open' : decides.join(', ')}.`,
      whom,
    ),
  )
  const actions = [
    ...made.map(({ action }) => action),
    ...(questions.length === 0 ? [] : [toFindOut(questions)]),
  ]
  const nothing = message('nothing', 'Nothing to do', 'No statement of the guideline holds.', whom)
  const leaves = [
    ...made.flatMap((one) => one.leaves),
    ...questions,
    ...(actions.length === 0 ? [nothing] : []),
  ]
  return {
    group: {
      resourceType: 'RequestGroup',
      id: 'requestgroup',
      status: 'draft',
      intent: 'proposal',
      subject: { reference: `Patient/${whom.patientId}` },
      ...(whom.encounterId === undefined
        ? {}
        : { encounter: { reference: `Encounter/${whom.encounterId}` } }),
      action: actions.length === 0 ? [{ title: nothing.title, ...resourceOf(nothing) }] : actions,
    },
    leaves: leaves.map(({ resource }) => resource),
  }
}

const resourceOf = ({ resource }: Leaf): object => ({ resource: { reference: `#${resource.id}` } })

const actionOf = (statement: AssessedStatement, leaves: readonly Leaf[]): object => {
  const { id, title, kind, urgency, action, because, says, implements: numbers } = statement
  const [only, another] = leaves
  const documentation = [
    {
      type: 'documentation',
      label: numbers.join(', ') === '' ? id : numbers.join(', '),
      display: says,
    },
    ...statement.references.map((number) => ({
      type: 'citation',
      label: `source citation ${String(number)}`,
      citation: `Reference not supplied by the source; identity inferred: ${citations.find((one) => one.number === number)?.inferred ?? 'none'}`,
    })),
    ...statement.outside.map((key) => ({
      type: 'citation',
      label: 'outside evidence',
      citation: outsideBy[key]?.reference ?? key,
    })),
  ]
  return {
    id,
    prefix: kind,
    title,
    description: action?.words ?? says,
    textEquivalent: `${action?.words ?? says} Why: ${because}`,
    priority: priority[urgency],
    code: [{ text: kind }],
    documentation,
    ...(another === undefined && only !== undefined
      ? resourceOf(only)
      : {
          groupingBehavior: 'logical-group',
          selectionBehavior: action?.kind === 'titrate' ? 'all' : 'any',
          action: leaves.map((leaf, index): object => ({
            id: `${leaf.resource.id}-action`,
            title: leaf.title,
            ...(leaf.daysAfter === undefined
              ? {}
              : {
                  relatedAction: [
                    {
                      actionId: `${leaves[index - 1]?.resource.id ?? ''}-action`,
                      relationship: 'after-start',
                      offsetDuration: {
                        value: leaf.daysAfter,
                        unit: 'd',
                        system: 'http://unitsofmeasure.org',
                        code: 'd',
                      },
                    },
                  ],
                }),
            ...resourceOf(leaf),
          })),
        }),
  }
}

const toFindOut = (questions: readonly Leaf[]): object => ({
  id: 'to-find-out',
  title: 'To find out',
  description: 'What is not known leaves statements undecided. It is never read as "no".',
  groupingBehavior: 'logical-group',
  selectionBehavior: 'any',
  action: questions.map((leaf) => ({ title: leaf.title, ...resourceOf(leaf) })),
})
