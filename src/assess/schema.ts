import type { Definition } from '../logic/definition.ts'
import type { Fact } from '../logic/fact.ts'
import { units } from '../logic/quantity.ts'

/** A JSON Schema (2020-12), as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>

const dialect = 'https://json-schema.org/draft/2020-12/schema'
const comparators = ['<', '<=', '>', '>=']
const date = { type: 'string', format: 'date' }
const text = { type: 'string' }
const number = { type: 'number' }
const texts = { type: 'array', items: text }
const truth = { enum: ['true', 'false', 'unknown'] }

const object = (required: JsonSchema, optional: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
})

const factSchema = (fact: Fact): JsonSchema => {
  const description = `${fact.question} (${fact.basis})`
  if (fact.kind === 'presence') return { description, enum: [true, false, 'unknown'] }
  const [minimum, maximum] = fact.possible
  const unit = { enum: [fact.unit, ...Object.keys(fact.accepts)] }
  const shared = { date, ...(fact.ownLimit === true ? { lowerLimit: number } : {}) }
  return {
    description: `${description} A bare number is in ${units[fact.unit].words}.`,
    anyOf: [
      { type: 'number', minimum, maximum },
      object({ value: number, unit }, { comparator: { enum: comparators }, ...shared }),
      object({ low: number, high: number, unit }, shared),
    ],
  }
}

/** The schema of the facts that `assess` takes. */
export const factsSchema = (definition: Definition): JsonSchema => ({
  $schema: dialect,
  title: `Facts for ${definition.id}`,
  type: 'object',
  properties: Object.fromEntries(definition.facts.map((fact) => [fact.id, factSchema(fact)])),
  additionalProperties: false,
})

const trace: JsonSchema = {
  oneOf: [
    object({ truth, op: { enum: ['is', 'known'] }, fact: text }),
    object({
      truth,
      op: { const: 'compare' },
      fact: text,
      by: { enum: comparators },
      at: number,
      unit: { enum: Object.keys(units) },
      limit: text,
    }),
    object(
      {
        truth,
        op: { enum: ['all', 'any'] },
        of: { type: 'array', items: { $ref: '#/$defs/trace' } },
      },
      { name: text },
    ),
    object({ truth, op: { const: 'not' }, of: { $ref: '#/$defs/trace' } }),
    object({ truth, op: { enum: ['statement', 'unless'] }, statement: text }),
    object({ truth, op: { const: 'condition' }, condition: text }),
  ],
}

const action: JsonSchema = {
  type: 'object',
  properties: {
    kind: {
      enum: [
        'emergency',
        'titrate',
        'reduce',
        'taper',
        'wait',
        'supplement',
        'measure',
        'monitor',
        'review',
        'correct',
        'consider',
        'avoid',
        'refer',
        'self-care',
        'inform',
      ],
    },
    words: text,
  },
  required: ['kind', 'words'],
}

/** The schema of the assessment that `assess` answers with. */
export const assessmentSchema = (definition: Definition): JsonSchema => {
  const id = { enum: definition.statements.map((statement) => statement.id) }
  const ids = { type: 'array', items: id }
  const fact = { enum: definition.facts.map((one) => one.id) }
  const statement = object(
    {
      id,
      kind: {
        enum: [
          'emergency',
          'urgent',
          'scope',
          'contraindication',
          'precaution',
          'recommendation',
          'consider',
          'monitoring',
          'information',
        ],
      },
      title: text,
      basis: { type: 'array', items: { enum: ['source', 'reading', 'outside'] } },
      implements: { type: 'array', items: { type: 'string', pattern: '^[SR][0-9]{2}$' } },
      references: { type: 'array', items: { type: 'integer', minimum: 1, maximum: 7 } },
      outside: texts,
      holds: truth,
      urgency: { enum: ['routine', 'urgent', 'emergency'] },
      says: text,
      because: text,
      defeatedBy: ids,
      missing: { type: 'array', items: fact },
      trace: { $ref: '#/$defs/trace' },
    },
    { action: { $ref: '#/$defs/action' } },
  )
  const used = object(
    {},
    {
      value: { anyOf: [number, { enum: [true, false, 'unknown'] }] },
      comparator: { enum: comparators },
      low: number,
      high: number,
      unit: { enum: Object.keys(units) },
      lowerLimit: number,
      date: text,
      from: text,
      original: text,
      note: text,
    },
  )
  return {
    $schema: dialect,
    title: `Assessment by ${definition.id}`,
    ...object(
      {
        guideline: object({
          id: text,
          version: text,
          reviewBy: date,
          reviewDue: { type: 'boolean' },
          status: text,
        }),
        on: date,
        facts: { type: 'object', propertyNames: fact, additionalProperties: used },
        notFound: { type: 'array', items: object({ fact, why: text }) },
        assumed: { type: 'array', items: fact },
        statements: {
          type: 'array',
          items: statement,
          minItems: definition.statements.length,
          maxItems: definition.statements.length,
        },
        conditions: { type: 'object', additionalProperties: { $ref: '#/$defs/trace' } },
        ask: {
          type: 'array',
          items: object({
            fact,
            question: text,
            decides: ids,
            couldHold: ids,
            rank: { type: 'integer', minimum: 1 },
          }),
        },
        changes: {
          type: 'array',
          items: object({
            fact,
            at: number,
            when: { enum: comparators },
            becomes: ids,
            ceases: ids,
          }),
        },
        problems: { $ref: '#/$defs/problems' },
      },
      { policy: { type: 'object', required: ['name'] } },
    ),
    $defs: {
      trace,
      action,
      problems: {
        type: 'array',
        items: object({ kind: text, where: text, message: text, remedy: text }),
      },
    },
  }
}
