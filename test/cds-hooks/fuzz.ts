import { readFileSync, readdirSync } from 'node:fs'
import type { Hono } from 'hono'
import { examples } from '../../src/apps/server/api/openapi-examples.ts'
import { today } from '../../src/apps/server/cds/call.test-support.ts'
import { mangled, mutated } from './mutate.ts'
import { randomOf } from './random.ts'

/** A valid request that others are made from. */
export interface Seed {
  readonly path: string
  readonly body: unknown
}

const folder = new URL('../cds-hooks-corpus/cases/', import.meta.url)

const fromCorpus = (): readonly Seed[] =>
  readdirSync(folder).flatMap((file): readonly Seed[] => {
    const text = readFileSync(new URL(file, folder), 'utf8')
      .replaceAll('{{fhirServer}}', 'https://ehr.example.org/fhir')
      .replace(/\{\{daysAgo:-?\d+\}\}/g, today)
    const { hook, request } = JSON.parse(text) as { hook: string; request?: unknown }
    return request === undefined ? [] : [{ path: `/cds-services/crampwise-${hook}`, body: request }]
  })

/** The corpus, and the examples of the other addresses. */
export const seeds = (): readonly Seed[] => [
  ...fromCorpus(),
  ...Object.values(examples.assess).map((body) => ({ path: '/assess', body })),
  ...Object.entries(examples.plan).flatMap(([name, of]) =>
    Object.values(of).map((body) => ({ path: `/plan/${name}`, body })),
  ),
  ...Object.values(examples.apply).map((body) => ({ path: '/fhir/PlanDefinition/$apply', body })),
]

/** The statuses that a request of any kind may be answered with. Never a 500. */
const right = new Set([200, 400, 404, 405, 409, 412, 413, 415, 422])

/** What became of a mutated request. */
export interface Fuzzed {
  readonly path: string
  readonly status: number
  readonly text: string
  readonly milliseconds: number
  /** What is wrong with the answer; left out where nothing is. */
  readonly wrong?: string
}

/** Sends the mutated request of a number; the same number gives the same request. */
export const fuzz = async (app: Hono, list: readonly Seed[], number: number): Promise<Fuzzed> => {
  const random = randomOf(number)
  const { path, body } = random.pick(list)
  const isRaw = random.below(5) === 0
  const sent = isRaw ? mangled(JSON.stringify(body), random) : mutated(body, random)
  const began = performance.now()
  const response = await app.request(path, {
    method: 'POST',
    headers: {
      'Content-Type': random.below(50) === 0 ? 'text/plain' : 'application/json',
      ...(random.below(20) === 0 ? { Accept: 'text/calendar' } : {}),
    },
    body: sent,
  })
  const text = await response.text()
  const milliseconds = performance.now() - began
  const answered = { path, status: response.status, text, milliseconds }
  const wrong = wrongWith(answered, response.headers.get('Content-Type') ?? '')
  return wrong === undefined ? answered : { ...answered, wrong }
}

const wrongWith = (
  { path, status, text, milliseconds }: Omit<Fuzzed, 'wrong'>,
  type: string,
): string | undefined => {
  if (!right.has(status)) return `status ${String(status)}`
  if (milliseconds > 5000) return `${String(Math.round(milliseconds))} ms`
  if (!type.includes('json')) return type.includes('text/') ? undefined : `type ${type}`
  const answer = JSON.parse(text) as Readonly<Record<string, unknown>>
  if (status === 200 && path.startsWith('/cds-services')) {
    return Array.isArray(answer['cards']) ? undefined : 'no cards'
  }
  if (status === 200) return undefined
  return 'issue' in answer || 'title' in answer ? undefined : 'an error that says nothing'
}
