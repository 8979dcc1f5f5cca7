import type { Definition } from '../logic/definition.ts'
import { assessmentSchema, factsSchema } from './schema.ts'
import type { JsonSchema } from './schema.ts'
import { savedAnswerFormat } from './saved-answer.ts'

const text = { type: 'string' }
const hash = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' }

const without$schema = ({ $schema: _dialect, ...rest }: JsonSchema): JsonSchema => rest

/** The schema of an answer that is saved to be replayed. */
export const savedAnswerSchema = (definition: Definition): JsonSchema => {
  // What an assessment refers to within itself stands at the root of the whole schema.
  const { $defs, ...answer } = without$schema(assessmentSchema(definition))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Saved answer of ${definition.id}, to be replayed`,
    description: 'It holds what was given of a person: keep it as you keep patient data.',
    type: 'object',
    properties: {
      format: { const: savedAnswerFormat },
      crampwise: { ...text, description: 'The version of the package.' },
      guideline: {
        type: 'object',
        properties: { id: text, version: text },
        required: ['id', 'version'],
        additionalProperties: false,
      },
      definition: { ...hash, description: 'SHA-256 of the canonical JSON of the definition.' },
      on: { type: 'string', format: 'date' },
      policy: { type: 'object', required: ['name'] },
      given: {
        type: 'object',
        properties: {
          facts: without$schema(factsSchema(definition)),
          record: { type: ['object', 'array'] },
          medications: { type: 'boolean' },
        },
        additionalProperties: false,
      },
      answerHash: { ...hash, description: 'SHA-256 of the canonical JSON of the answer.' },
      answer,
    },
    required: [
      'format',
      'crampwise',
      'guideline',
      'definition',
      'on',
      'given',
      'answerHash',
      'answer',
    ],
    additionalProperties: false,
    $defs,
  }
}
