import type { Assessment } from '../../../assess/assess.ts'
import { guideline } from '../../../guideline/index.ts'
import type { For } from '../cds/proposals.ts'
import { detectedIssues } from './detected-issues.ts'
import { guidanceResponse, messagesOf } from './guidance.ts'
import { planUrl } from './parameters.ts'
import { requestGroup } from './request-group.ts'

/**
 * The result of $apply: a CarePlan whose one activity is a contained RequestGroup. The record of the
 * evaluation and the conflicts between orders stand beside it, as supporting information.
 */
export const carePlan = (assessment: Assessment, whom: For, now: Date): object => {
  const at = now.toISOString()
  const { group, leaves } = requestGroup(assessment, whom)
  const messages = messagesOf(assessment)
  const guidance = guidanceResponse(assessment, whom.patientId, at, messages?.id)
  const issues = detectedIssues(assessment, whom.patientId, at)
  return {
    resourceType: 'CarePlan',
    contained: [
      group,
      ...leaves,
      guidance,
      ...(messages === undefined ? [] : [messages]),
      ...issues,
    ],
    instantiatesCanonical: [`${planUrl}|${guideline.version}`],
    status: 'draft',
    intent: 'proposal',
    title: guideline.title,
    description: assessment.guideline.status,
    subject: { reference: `Patient/${whom.patientId}` },
    ...(whom.encounterId === undefined
      ? {}
      : { encounter: { reference: `Encounter/${whom.encounterId}` } }),
    created: at,
    supportingInfo: [guidance, ...issues].map(({ id }) => ({ reference: `#${id}` })),
    activity: [{ reference: { reference: '#requestgroup' } }],
  }
}
