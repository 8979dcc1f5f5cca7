import { citationsInferred, statusOn } from '../../../assess/status.ts'
import { guideline } from '../../../guideline/index.ts'

/** What the FHIR side of the service can do and, on a day, whose word it passes on. */
export const capabilityStatement = (baseUrl: string, on: string): object => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-11-25',
  kind: 'instance',
  software: { name: 'crampwise', version: guideline.version },
  implementation: {
    description: `${guideline.title}. ${statusOn(on)} ${citationsInferred}`,
    url: `${baseUrl}/fhir`,
  },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      documentation:
        'Nothing is stored: what an operation needs to know of a person is sent with it.',
      resource: [
        {
          type: 'PlanDefinition',
          operation: [
            {
              name: 'apply',
              definition: 'http://hl7.org/fhir/OperationDefinition/PlanDefinition-apply',
              documentation:
                'Besides "subject" and "encounter" the parameter "data" holds the record: a Bundle, or a QuestionnaireResponse; it may be repeated. Answers a CarePlan with one contained RequestGroup, a GuidanceResponse and DetectedIssues.',
            },
          ],
        },
        { type: 'Questionnaire', interaction: [{ code: 'read' }] },
      ],
    },
  ],
})
