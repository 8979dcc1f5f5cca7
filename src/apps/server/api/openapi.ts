import { savedAnswerSchema } from '../../../assess/saved-answer-schema.ts'
import { assessmentSchema, factsSchema } from '../../../assess/schema.ts'
import type { JsonSchema } from '../../../assess/schema.ts'
import { citationsInferred, statusOn } from '../../../assess/status.ts'
import { guideline } from '../../../guideline/index.ts'
import { services } from '../cds/services.ts'
import { paths } from './openapi-paths.ts'

const text = { type: 'string' }
const object = { type: 'object' }

const resource = (type?: string): JsonSchema => ({
  type: 'object',
  required: ['resourceType'],
  properties: { resourceType: type === undefined ? text : { const: type } },
})

/** A FHIR R4 Bundle, or a list of resources of one person. */
const record: JsonSchema = {
  anyOf: [resource(), { type: 'array', minItems: 1, items: resource() }],
}

/** Other schemas are referred to within themselves: the name of each makes them whole on their own. */
const embedded = (name: string, schema: JsonSchema): JsonSchema => ({
  $id: `https://crampwise.github.io/crampwise/schemas/${name}.schema.json`,
  ...schema,
})

const schemas: Readonly<Record<string, JsonSchema>> = {
  Facts: embedded('facts', factsSchema(guideline)),
  Assessment: embedded('assessment', assessmentSchema(guideline)),
  SavedAnswer: embedded('saved-answer', savedAnswerSchema(guideline)),
  Record: record,
  Person: {
    description: 'Facts, a record, or both: facts go before what the record says.',
    type: 'object',
    properties: {
      facts: { $ref: '#/components/schemas/Facts' },
      record: { $ref: '#/components/schemas/Record' },
      on: {
        ...text,
        format: 'date',
        description: 'The day of the assessment; today when left out.',
      },
      options: object,
    },
    anyOf: [{ required: ['facts'] }, { required: ['record'] }],
    additionalProperties: false,
  },
  Problem: {
    description: 'RFC 9457. Nothing of what was sent is repeated.',
    type: 'object',
    required: ['type', 'title', 'status', 'detail'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      detail: text,
      where: { type: 'array', items: text },
      problems: {
        type: 'array',
        items: {
          type: 'object',
          required: ['kind', 'where', 'message', 'remedy'],
          properties: { kind: text, where: text, message: text, remedy: text },
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  },
  Resource: resource(),
  OperationOutcome: {
    type: 'object',
    required: ['resourceType', 'issue'],
    properties: {
      resourceType: { const: 'OperationOutcome' },
      issue: { type: 'array', minItems: 1, items: object },
    },
  },
  Parameters: resource('Parameters'),
  HookRequest: {
    type: 'object',
    required: ['hook', 'hookInstance', 'context'],
    properties: {
      hook: { enum: services.map(({ hook }) => hook) },
      hookInstance: text,
      context: { type: 'object', required: ['patientId'], properties: { patientId: text } },
      fhirServer: text,
      fhirAuthorization: object,
      prefetch: { type: 'object', additionalProperties: { type: ['object', 'null'] } },
    },
  },
  Cards: {
    type: 'object',
    required: ['cards'],
    properties: {
      cards: {
        type: 'array',
        items: {
          type: 'object',
          required: ['uuid', 'summary', 'indicator', 'detail', 'source', 'links'],
          properties: {
            summary: { ...text, maxLength: 139 },
            indicator: { enum: ['info', 'warning', 'critical'] },
          },
        },
      },
    },
    additionalProperties: false,
  },
  Discovery: {
    type: 'object',
    required: ['services'],
    properties: { services: { type: 'array', items: object } },
  },
  Feedback: {
    type: 'object',
    required: ['feedback'],
    properties: {
      feedback: {
        type: 'array',
        items: {
          type: 'object',
          required: ['card', 'outcome', 'outcomeTimestamp'],
          properties: { card: text, outcome: { enum: ['accepted', 'overridden'] } },
        },
      },
    },
  },
}

/** The description of the whole service on a day: OpenAPI 3.1. */
export const openApi = (baseUrl: string, on: string): object => ({
  openapi: '3.1.0',
  info: {
    title: 'crampwise',
    version: guideline.version,
    summary: guideline.title,
    description: `${statusOn(on)} ${citationsInferred} No patient data is kept. Errors never repeat what was sent.`,
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: baseUrl }],
  security: [{}, { token: [] }],
  paths,
  components: {
    schemas,
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description: 'As CDS Hooks defines it, where the site asks for one.',
      },
    },
  },
})
