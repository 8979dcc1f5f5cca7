import type { JsonSchema } from '../../../assess/schema.ts'

const date: JsonSchema = { type: 'string', format: 'date' }
const text: JsonSchema = { type: 'string' }
const texts: JsonSchema = { type: 'array', items: text }
const mg: JsonSchema = { type: 'number', minimum: 0 }
const count: JsonSchema = { type: 'integer', minimum: 1 }
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items })

const object = (required: JsonSchema, optional: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
})

const tablets = list(object({ mgPerTablet: mg, tablets: mg }))

const step = object(
  {
    number: count,
    from: date,
    mgPerDay: mg,
    changeMgPerDay: { type: 'number' },
    doses: list(object({ at: { enum: ['morning', 'midday', 'bedtime'] }, mgPerDose: mg, tablets })),
    tabletsPerWeek: tablets,
    before: texts,
  },
  {
    until: date,
    tabletsForStep: tablets,
    notMade: object({ message: text }, { mgPerDayBelow: mg, mgPerDayAbove: mg }),
  },
)

const origin = {
  assessedOn: date,
  guideline: object({ id: text, version: text, status: text }, { outOfDate: text }),
  allowedBy: object({ statement: text, implements: texts, basis: texts }),
  notes: texts,
}

const doses = {
  ...origin,
  medicine: { const: 'baclofen' },
  presentMgPerDay: mg,
  everyDays: count,
  mgPerTablet: list(mg),
  wholeTabletsOnly: { type: 'boolean' },
  dosesPerDay: { enum: [1, 2, 3] },
  steps: list(step),
  ready: { type: 'boolean' },
}

const policy = { policy: text }

const amount = { mmol: mg, mgMagnesiumOxide: mg, mgElementalMagnesium: mg }

/** The schemas of the calendars, by the name of their address. */
export const calendarSchemas: Readonly<Record<string, JsonSchema>> = {
  titration: object(
    {
      kind: { const: 'titration' },
      ...doses,
      stepMgPerDay: mg,
      ceilingMgPerDay: mg,
      watch: texts,
    },
    policy,
  ),
  taper: object(
    {
      kind: { const: 'taper' },
      ...doses,
      stepMgPerDay: mg,
      endMgPerDay: mg,
      common: object({ stepMgPerDay: list(mg), everyDays: count, differs: texts }),
    },
    policy,
  ),
  magnesium: object(
    {
      kind: { const: 'magnesium' },
      ...origin,
      from: date,
      until: date,
      nights: count,
      perNight: object(amount),
      raisedByClinician: { type: 'boolean' },
    },
    {
      ...policy,
      tablet: object(
        { label: text, holds: object(amount) },
        {
          perNight: mg,
          inAll: mg,
          notMade: object(
            { message: text },
            {
              below: object({ ...amount, tablets: mg }),
              above: object({ ...amount, tablets: mg }),
            },
          ),
          rounding: text,
        },
      ),
    },
  ),
  monitoring: object(
    {
      kind: { const: 'monitoring' },
      ...origin,
      what: texts,
      everyDays: count,
      forDays: count,
      changes: list(date),
      tests: list(object({ number: count, on: date, because: texts })),
    },
    policy,
  ),
}

const strengths = {
  type: 'array',
  items: { type: 'number', exclusiveMinimum: 0, maximum: 30 },
  minItems: 1,
  maxItems: 8,
}

const atHand = {
  strengths,
  dosesPerDay: { enum: [1, 2, 3] },
  wholeTabletsOnly: { type: 'boolean' },
}

/** The schemas of the options of each calendar. What a prescriber sets has no default. */
export const optionSchemas: Readonly<Record<string, JsonSchema>> = {
  titration: object({ start: date }, { ...atHand, reviewed: { type: 'boolean' } }),
  taper: object(
    { start: date, step: mg, everyDays: count },
    { ...atHand, to: { type: 'number', minimum: 0 } },
  ),
  magnesium: object({ start: date, nights: count }, { mmol: mg, tablet: text }),
  monitoring: object({ start: date }, { changes: list(date) }),
}
