import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fhirpath from 'fhirpath'
import { objections } from '../fhir-validators.test-support.ts'

interface Invariant {
  readonly key: string
  readonly on: string
  readonly human: string
  readonly expression: string
}

const read = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../../test/cds-hooks-corpus/${name}`, import.meta.url), 'utf8'),
  )

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
const response = ajv.compile(read('response.schema.json') as object)
const discovery = ajv.compile(read('discovery.schema.json') as object)

const invariants = (read('invariants.json') as readonly Invariant[]).map((one) => ({
  ...one,
  check: fhirpath.compile(
    one.on === '' ? one.expression : `${one.on}.all(${one.expression})`,
  ) as unknown as (of: unknown) => readonly unknown[],
}))

/** Nothing empty is ever sent, but for a list of no cards. */
const empties = (value: unknown, at = ''): readonly string[] => {
  if (value === null || value === '') return [`${at} is empty`]
  if (typeof value !== 'object') return []
  const entries = Object.entries(value)
  if (entries.length === 0) return at === '.cards' ? [] : [`${at} is empty`]
  return entries.flatMap(([name, part]) => empties(part, `${at}.${name}`))
}

interface WithActions {
  readonly cards?: readonly {
    readonly suggestions?: readonly {
      readonly actions?: readonly { readonly resource?: unknown }[]
    }[]
  }[]
}

/** Everything in which an answer of 200 breaks the specification, its invariants or FHIR R4. */
export const breaches = (answer: unknown): readonly string[] => {
  response(answer)
  const schema = (response.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  )
  const broken = invariants
    .filter(({ check }) => check(answer)[0] !== true)
    .map(({ key, human }) => `${key}: ${human}`)
  const resources = ((answer as WithActions).cards ?? [])
    .flatMap(({ suggestions }) => suggestions ?? [])
    .flatMap(({ actions }) => actions ?? [])
    .flatMap(({ resource }) => (resource === undefined ? [] : [resource]))
  return [...schema, ...broken, ...empties(answer), ...resources.flatMap(objections)]
}

/** Everything in which an answer of discovery breaks the specification or its recommended subset. */
export const discoveryBreaches = (answer: unknown): readonly string[] => {
  discovery(answer)
  return [
    ...(discovery.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
    ),
    ...empties(answer),
  ]
}
