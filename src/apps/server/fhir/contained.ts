import type { AssessedStatement, Assessment } from '../../../assess/assess.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import { nextDose } from '../../../plan/next-dose.ts'
import { referralProposal, testProposal } from '../cds/proposals.ts'
import type { For, tests } from '../cds/proposals.ts'

/** A resource that stands within the plan and is referred to by its id. */
export type Contained = { readonly id: string } & Readonly<Record<string, unknown>>

/** The leaf of an action: its resource, with words of its own where it is one of several. */
export interface Leaf {
  readonly resource: Contained
  readonly title: string
  /** So many days after the leaf before it has begun. */
  readonly daysAfter?: number
}

const withId = (id: string, resource: object): Contained => ({ ...resource, id })

/** The resources that carry out a statement that holds: one, or several steps or tests. */
export const leavesOf = (
  statement: AssessedStatement,
  assessment: Assessment,
  whom: For,
): readonly Leaf[] => {
  const { id, title, action } = statement
  if (action === undefined) return []
  switch (action.kind) {
    case 'titrate':
      return ladder(statement, whom)
    case 'measure':
      return measured(id, assessment).map((test) => ({
        resource: withId(`${id}-${test}`, testProposal(test, whom)),
        title: `Measure ${test === 'renal' ? 'creatinine and eGFR' : test}`,
      }))
    case 'refer':
      return [
        {
          resource: withId(
            id,
            referralProposal(
              String(action['to']),
              'Muscle cramps that persist despite baclofen',
              whom,
            ),
          ),
          title,
        },
      ]
    case 'avoid':
      return isNotTaken(action['what'], assessment)
        ? [
            {
              resource: withId(id, notToBeGiven(String(action['what']), action.words, whom)),
              title,
            },
          ]
        : [message(id, title, action.words, whom)]
    default:
      return [message(id, title, action.words, whom)]
  }
}

const measured = (id: string, { facts }: Assessment): readonly (keyof typeof tests)[] =>
  id === 'check-renal-function'
    ? ['renal']
    : (['potassium', 'magnesium'] as const).filter((fact) => facts[fact] === undefined)

/** Information alone: a RequestGroup wants a resource at every leaf, and this one says it. */
export const message = (id: string, title: string, words: string, whom: For): Leaf => ({
  resource: {
    resourceType: 'CommunicationRequest',
    id,
    status: 'draft',
    ...subjectOf(whom),
    payload: [{ contentString: words }],
  },
  title,
})

const subjectOf = ({ patientId, encounterId }: For): object => ({
  subject: { reference: `Patient/${patientId}` },
  ...(encounterId === undefined ? {} : { encounter: { reference: `Encounter/${encounterId}` } }),
})

/** The drugs that are never given for cramps; what is taken already is not stopped unasked. */
const isNotTaken = (what: unknown, { facts }: Assessment): boolean => {
  const fact = { quinidine: 'takesQuinidine', cyclobenzaprine: 'takesCyclobenzaprine' }[
    String(what)
  ]
  return fact !== undefined && (facts[fact]?.value ?? false) === false
}

const notToBeGiven = (drug: string, words: string, whom: For): object => ({
  resourceType: 'MedicationRequest',
  status: 'draft',
  intent: 'proposal',
  doNotPerform: true,
  medicationCodeableConcept: { text: drug },
  ...subjectOf(whom),
  note: [{ text: words }],
})

/** One proposal for each step from the present dose to the ceiling, a week apart. */
const ladder = ({ id, title, action }: AssessedStatement, whom: For): readonly Leaf[] => {
  const { from, step, ceiling, everyDays }: Readonly<Record<string, unknown>> = action ?? {}
  if (
    typeof from !== 'number' ||
    typeof step !== 'number' ||
    typeof ceiling !== 'number' ||
    typeof everyDays !== 'number'
  ) {
    return [message(id, title, action?.words ?? title, whom)]
  }
  const leaves: Leaf[] = []
  for (let dose = from; dose < ceiling;) {
    dose = nextDose(dose, step, ceiling)
    const words = `${formatNumber(dose)} mg/day by mouth in all; the prescriber sets how it is divided and of which tablets`
    leaves.push({
      resource: {
        resourceType: 'MedicationRequest',
        id: `${id}-${String(leaves.length + 1)}`,
        status: 'draft',
        intent: 'proposal',
        medicationCodeableConcept: { text: 'baclofen, by mouth' },
        ...subjectOf(whom),
        note: [
          {
            text: 'In place of the present order, which ends when this one begins. Not when side effects appear.',
          },
        ],
        dosageInstruction: [{ text: words }],
      },
      title: `Baclofen ${formatNumber(dose)} mg/day`,
      ...(leaves.length === 0 ? {} : { daysAfter: everyDays }),
    })
  }
  return leaves
}
