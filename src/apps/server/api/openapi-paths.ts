import type { JsonSchema } from '../../../assess/schema.ts'
import { calendarSchemas, optionSchemas } from './calendar-schema.ts'
import { examples } from './openapi-examples.ts'

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

const content = (schema: JsonSchema, type = 'application/json', example?: unknown) => ({
  [type]: { schema, ...(example === undefined ? {} : { examples: example }) },
})

const answer = (description: string, schema: JsonSchema, type?: string) => ({
  description,
  content: content(schema, type),
})

const problem = (description: string) =>
  answer(description, ref('Problem'), 'application/problem+json')
const outcome = (description: string) =>
  answer(description, ref('OperationOutcome'), 'application/fhir+json')

const jsonProblems = {
  '400': problem('The body is not JSON.'),
  '415': problem('The body is not declared as JSON.'),
  '422': problem('The input has problems, each with its place and remedy; nothing was assessed.'),
}

const fhirOutcomes = {
  '400': outcome('The body is not what is asked for.'),
  '415': outcome('The body is not declared as JSON.'),
}

const body = (schema: JsonSchema, of: Readonly<Record<string, unknown>>, type?: string) => ({
  required: true,
  content: content(
    schema,
    type,
    Object.fromEntries(Object.entries(of).map(([name, value]) => [name, { value }])),
  ),
})

const post = (
  operationId: string,
  summary: string,
  requestBody: object,
  responses: object,
  parameters?: readonly object[],
) => ({
  post: {
    operationId,
    summary,
    ...(parameters === undefined ? {} : { parameters }),
    requestBody,
    responses,
  },
})

const get = (
  operationId: string,
  summary: string,
  responses: object,
  parameters?: readonly object[],
) => ({
  get: {
    operationId,
    summary,
    ...(parameters === undefined ? {} : { parameters }),
    responses,
  },
})

const idIn = (description: string) => [
  { name: 'id', in: 'path', required: true, description, schema: { type: 'string' } },
]

const plan = (name: string) =>
  post(
    name,
    `A ${name} calendar, where the assessment allows one`,
    body(
      {
        allOf: [
          ref('Person'),
          {
            type: 'object',
            required: ['options'],
            properties: { options: optionSchemas[name] },
          },
        ],
      },
      examples.plan[name] ?? {},
    ),
    {
      '200': {
        description: 'The calendar; as iCalendar or text where "Accept" asks for that.',
        content: {
          ...content(calendarSchemas[name] as JsonSchema),
          'text/calendar': { schema: { type: 'string' } },
          'text/plain': { schema: { type: 'string' } },
        },
      },
      ...jsonProblems,
      '409': problem('The assessment allows no such calendar; the statements say why.'),
    },
  )

const apply = (operationId: string, parameters?: readonly object[]) =>
  post(
    operationId,
    'Apply the guideline to a person: a CarePlan with one RequestGroup, a GuidanceResponse and DetectedIssues in it',
    body(ref('Parameters'), examples.apply, 'application/fhir+json'),
    {
      '200': answer('The CarePlan.', ref('Resource'), 'application/fhir+json'),
      ...fhirOutcomes,
      '404': outcome('There is no such plan.'),
      '422': outcome('The record cannot be assessed.'),
    },
    parameters,
  )

/** Every address, with what it takes and answers. */
export const paths: Readonly<Record<string, object>> = {
  '/assess': post(
    'assess',
    'Assess one person: facts, or a FHIR R4 record',
    body({ anyOf: [ref('Facts'), ref('Record'), ref('Person')] }, examples.assess),
    {
      '200': answer(
        'Every statement with its truth and basis; with "record=true" together with what was sent.',
        { anyOf: [ref('Assessment'), ref('SavedAnswer')] },
      ),
      ...jsonProblems,
    },
    [
      {
        name: 'record',
        in: 'query',
        description:
          'true: answer with all that `crampwise replay` needs to make the answer again. The service keeps none of it.',
        schema: { enum: ['true', 'false'] },
      },
    ],
  ),
  ...Object.fromEntries(Object.keys(calendarSchemas).map((name) => [`/plan/${name}`, plan(name)])),
  '/openapi.json': get('openapi', 'This description', {
    '200': answer('An OpenAPI 3.1 document.', { type: 'object' }),
  }),
  '/cds-services': get('discovery', 'CDS Hooks 2.0 discovery', {
    '200': answer('The services.', ref('Discovery')),
  }),
  '/cds-services/{id}': post(
    'callService',
    'Call a CDS service',
    body(ref('HookRequest'), examples.hook),
    {
      '200': answer('Cards; none where there is nobody to advise.', ref('Cards')),
      ...fhirOutcomes,
      '404': outcome('There is no such service.'),
      '412': outcome('Required data was not sent and could not be obtained; the keys are named.'),
    },
    idIn('The id of a service, as discovery lists it.'),
  ),
  '/cds-services/{id}/feedback': post(
    'feedback',
    'What became of cards',
    body(ref('Feedback'), examples.feedback),
    {
      '200': answer('All of it is on the disk.', { type: 'object' }),
      ...fhirOutcomes,
      '404': outcome('There is no such service.'),
      '503': outcome('It cannot be kept just now: send it again.'),
    },
    idIn('The id of the service that sent the cards.'),
  ),
  '/fhir/metadata': get('metadata', 'The CapabilityStatement', {
    '200': answer('A CapabilityStatement.', ref('Resource'), 'application/fhir+json'),
  }),
  '/fhir/Questionnaire/{id}': get(
    'questionnaire',
    'The questionnaire whose answers are facts',
    {
      '200': answer('The Questionnaire.', ref('Resource'), 'application/fhir+json'),
      '404': outcome('There is no such questionnaire.'),
    },
    idIn('muscle-cramps-despite-baclofen'),
  ),
  '/fhir/PlanDefinition/$apply': apply('applyPlan'),
  '/fhir/PlanDefinition/{id}/$apply': apply(
    'applyPlanById',
    idIn('muscle-cramps-despite-baclofen'),
  ),
  '/health/live': get('live', 'The process answers', {
    '200': answer('It does.', { type: 'object' }),
  }),
  '/health/ready': get('ready', 'The service takes requests', {
    '200': answer('It does.', { type: 'object' }),
    '503': answer('Not now.', { type: 'object' }),
  }),
  '/metrics': get('metrics', 'Counts without anything about patients, for Prometheus', {
    '200': answer('Metrics in text form.', { type: 'string' }, 'text/plain'),
  }),
}
