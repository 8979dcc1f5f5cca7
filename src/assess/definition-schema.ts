import { z } from 'zod'
import { units } from '../logic/quantity.ts'
import type { Unit } from '../logic/quantity.ts'

const text = z.string().min(1)
const number = z.number()
const unit = z.enum(Object.keys(units) as [Unit, ...Unit[]])
const range = z.tuple([number, number]).readonly()
const civilDate = z.iso.date()

/** A condition as it is written: facts, limits, ideas and statements by name. */
export type WrittenCondition =
  | { readonly op: 'is' | 'known'; readonly fact: string }
  | {
      readonly op: 'compare'
      readonly fact: string
      readonly by: '<' | '<=' | '>' | '>='
      readonly limit: string
    }
  | { readonly op: 'all' | 'any'; readonly of: readonly WrittenCondition[] }
  | { readonly op: 'not'; readonly of: WrittenCondition }
  | { readonly op: 'idea'; readonly idea: string }
  | { readonly op: 'statement'; readonly statement: string }

const condition: z.ZodType<WrittenCondition> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal(['is', 'known']), fact: text }),
    z.strictObject({
      op: z.literal('compare'),
      fact: text,
      by: z.enum(['<', '<=', '>', '>=']),
      limit: text,
    }),
    z.strictObject({ op: z.literal(['all', 'any']), of: z.array(condition) }),
    z.strictObject({ op: z.literal('not'), of: condition }),
    z.strictObject({ op: z.literal('idea'), idea: text }),
    z.strictObject({ op: z.literal('statement'), statement: text }),
  ]),
)

const presence = z.strictObject({
  kind: z.literal('presence'),
  id: text,
  words: text,
  negated: text,
  question: text,
  absent: z.enum(['ask', 'assumed-no']),
  basis: z.string(),
})

const quantityFact = z.strictObject({
  kind: z.literal('quantity'),
  id: text,
  words: text,
  question: text,
  unit,
  absent: z.literal('ask'),
  possible: range,
  likely: range,
  typical: number.optional(),
  resolution: z.number().positive(),
  accepts: z.record(text, z.number().positive()),
  stale: z.boolean(),
  ownLimit: z.literal(true).optional(),
  basis: z.string(),
})

const mgPerDay = z.strictObject({ value: number, unit: z.literal('mg/d') })
const texts = z.array(text)
const days = z.number().positive()

const own = {
  words: text,
  also: z.array(z.strictObject({ when: condition, words: text })).optional(),
}
const plain = <K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind), ...own })

const action = z.discriminatedUnion('kind', [
  plain('emergency'),
  z.strictObject({
    kind: z.literal('titrate'),
    ...own,
    step: mgPerDay,
    everyDays: days,
    ceiling: mgPerDay,
    afterReview: texts.optional(),
  }),
  z.strictObject({ kind: z.literal('reduce'), ...own, to: mgPerDay }),
  z.strictObject({
    kind: z.literal('taper'),
    ...own,
    commonStep: z.tuple([mgPerDay, mgPerDay]),
    commonEveryDays: days,
    notWhile: condition,
  }),
  z.strictObject({ kind: z.literal('wait'), ...own, days }),
  z.strictObject({
    kind: z.literal('supplement'),
    ...own,
    substance: text,
    mmolPerDay: z.number().positive(),
    mmolPerDayAtMost: z.number().positive(),
    at: z.literal('bedtime'),
  }),
  z.strictObject({ kind: z.literal('measure'), ...own, what: texts }),
  z.strictObject({
    kind: z.literal('monitor'),
    ...own,
    what: texts,
    schedule: z.strictObject({ everyDays: days, forDays: days }).optional(),
  }),
  plain('review'),
  z.strictObject({ kind: z.literal('correct'), ...own, what: text }),
  z.strictObject({
    kind: z.literal('consider'),
    ...own,
    what: text,
    perWeek: z.strictObject({ low: number, high: number, unit: z.literal('g') }).optional(),
    reviewAfterDays: days.optional(),
  }),
  z.strictObject({ kind: z.literal('avoid'), ...own, what: text }),
  z.strictObject({
    kind: z.literal('refer'),
    ...own,
    to: z.array(z.strictObject({ specialty: text, when: condition.optional() })),
  }),
  plain('self-care'),
  plain('inform'),
])

const statement = z.strictObject({
  id: text,
  kind: z.enum([
    'emergency',
    'urgent',
    'scope',
    'contraindication',
    'precaution',
    'recommendation',
    'consider',
    'monitoring',
    'information',
  ]),
  title: text,
  says: text,
  implements: z.array(z.templateLiteral([z.enum(['S', 'R']), z.string()])),
  basis: z.array(z.enum(['source', 'reading', 'outside'])),
  references: z.array(number),
  outside: texts,
  when: condition,
  unless: texts.optional(),
  urgentUnlessFalse: condition.optional(),
  action,
})

/** The shape of an exported definition, before its names are looked up. */
export const definitionSchema = z.strictObject({
  format: z.literal('crampwise-definition/1'),
  id: text,
  version: text,
  title: text,
  reviewBy: civilDate,
  facts: z.array(z.discriminatedUnion('kind', [presence, quantityFact])),
  limits: z.array(
    z.strictObject({
      name: text,
      value: number,
      unit,
      basis: z.string(),
      ownFirst: z.boolean().optional(),
    }),
  ),
  ideas: z.record(text, condition),
  implications: z.array(
    z.strictObject({ when: condition, fact: text, is: z.enum(['true', 'false']) }),
  ),
  statements: z.array(statement),
})

/** An exported definition of the right shape, its names not yet looked up. */
export type WrittenDefinition = z.infer<typeof definitionSchema>
