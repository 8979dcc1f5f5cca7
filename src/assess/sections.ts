import type { Kind } from '../logic/statement.ts'
import type { AssessedStatement, Assessment } from './assess.ts'

/** The parts of a plan, in the order in which a clinician reads it. */
export const sectionTitles = {
  emergency: 'Emergency',
  scope: 'Outside this guideline',
  urgent: 'Urgent',
  doNow: 'Do now',
  consider: 'Consider',
  avoid: 'Avoid',
  watch: 'Watch',
  know: 'Know',
} as const

/** One part of a plan. */
export type Section = keyof typeof sectionTitles

const byKind: Readonly<Record<Kind, Section>> = {
  emergency: 'emergency',
  urgent: 'urgent',
  scope: 'scope',
  recommendation: 'doNow',
  consider: 'consider',
  contraindication: 'avoid',
  precaution: 'avoid',
  monitoring: 'watch',
  information: 'know',
}

/** The part of the plan in which a statement that holds stands. */
export const sectionOf = ({ kind, urgency, action }: AssessedStatement): Section =>
  urgency === 'emergency'
    ? 'emergency'
    : urgency === 'urgent'
      ? 'urgent'
      : // What is on hold is not done now.
        action?.['onHold'] === true
        ? 'know'
        : byKind[kind]

/** The statements that hold, by part of the plan; parts without any are left out. */
export const sections = (
  assessment: Assessment,
): readonly { readonly section: Section; readonly statements: readonly AssessedStatement[] }[] => {
  const holding = assessment.statements.filter(({ holds }) => holds === 'true')
  return (Object.keys(sectionTitles) as Section[]).flatMap((section) => {
    const statements = holding.filter((statement) => sectionOf(statement) === section)
    return statements.length === 0 ? [] : [{ section, statements }]
  })
}
