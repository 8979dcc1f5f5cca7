import type { Assessment } from '../../../assess/assess.ts'
import { outOfDate } from '../../../assess/status.ts'
import { recordRules } from '../../../guideline/codes/index.ts'
import { guideline } from '../../../guideline/index.ts'
import type { Contained } from './contained.ts'
import { planUrl } from './parameters.ts'

/** Statements without which neither an increase nor its refusal is settled. */
const decisive = new Set([
  'avoid-baclofen-severe-renal',
  'no-increase-moderate-renal',
  'increase-baclofen',
  'increase-baclofen-older-adult',
  'review-before-exceeding-15-mg',
  'taper-baclofen',
])

/** How far an evaluation came: everything known, more would sharpen it, or the dose cannot be settled. */
const guidanceStatus = ({
  statements,
}: Assessment): 'success' | 'data-requested' | 'data-required' => {
  const open = statements.filter(({ holds }) => holds === 'unknown')
  if (open.length === 0) return 'success'
  return open.some(({ id }) => decisive.has(id)) ? 'data-required' : 'data-requested'
}

/** The record of an evaluation, with the data that would have been needed. */
export const guidanceResponse = (
  assessment: Assessment,
  patientId: string,
  at: string,
  messages: string | undefined,
): Contained => {
  const requirements = dataRequirements(assessment)
  return {
    resourceType: 'GuidanceResponse',
    id: 'guidance',
    moduleCanonical: `${planUrl}|${guideline.version}`,
    status: guidanceStatus(assessment),
    subject: { reference: `Patient/${patientId}` },
    occurrenceDateTime: at,
    ...(messages === undefined ? {} : { evaluationMessage: [{ reference: `#${messages}` }] }),
    result: { reference: '#requestgroup' },
    ...(requirements.length === 0 ? {} : { dataRequirement: requirements }),
  }
}

const { drug, age, laboratory } = recordRules

const dataRequirements = ({ statements }: Assessment): readonly object[] => {
  const missing = new Set(statements.flatMap((statement) => statement.missing))
  const has = (...facts: readonly string[]): boolean => facts.some((fact) => missing.has(fact))
  const results = laboratory
    .filter(({ fact }) => missing.has(fact.id))
    .map(({ codes }) => ({
      type: 'Observation',
      mustSupport: ['value', 'effective', 'referenceRange'],
      codeFilter: [{ path: 'code', code: codes.map(({ system, code }) => ({ system, code })) }],
      sort: [{ path: 'effective', direction: 'descending' }],
      limit: 5,
    }))
  const read = new Set([
    age.id,
    drug.dose.id,
    drug.days.id,
    drug.takes,
    ...laboratory.map(({ fact }) => fact.id),
  ])
  const asked = [...missing].filter((fact) => !read.has(fact))
  return [
    ...(has(age.id) ? [{ type: 'Patient', mustSupport: ['birthDate'] }] : []),
    ...(has(drug.dose.id, drug.days.id, drug.takes)
      ? [
          {
            type: 'MedicationRequest',
            mustSupport: ['status', 'authoredOn', 'medication', 'dosageInstruction'],
            codeFilter: [
              {
                path: 'medication',
                code: drug.anyRoute.map(({ system, code }) => ({ system, code })),
              },
            ],
          },
        ]
      : []),
    ...results,
    ...(asked.length === 0
      ? []
      : [
          {
            type: 'QuestionnaireResponse',
            mustSupport: ['questionnaire', 'authored', 'item'],
            codeFilter: [{ path: 'item.linkId', code: asked.map((code) => ({ code })) }],
          },
        ]),
  ]
}

/**
 * What an assessment remarks on the record, and that the guideline is past its review date, as one
 * resource; undefined where that is nothing.
 */
export const messagesOf = ({ problems, on }: Assessment): Contained | undefined => {
  const old = outOfDate(on)
  return problems.length === 0 && old === undefined
    ? undefined
    : {
        resourceType: 'OperationOutcome',
        id: 'messages',
        issue: [
          ...(old === undefined
            ? []
            : [{ severity: 'warning', code: 'business-rule', diagnostics: old }]),
          ...problems.map(({ where, message, remedy }) => ({
            severity: 'warning',
            code: 'value',
            diagnostics: `${where}: ${message} ${remedy}`,
          })),
        ],
      }
}
