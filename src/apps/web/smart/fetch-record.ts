import { recordRules } from '../../../guideline/codes/index.ts'

/** Reads one address of the record system with the access that was given. */
export type Ask = (address: string) => Promise<unknown>

/** Pages of one search that are read before the rest is taken as missing. */
const mostPages = 10

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

const objects = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isObject) : []

/** Stands for what could not be read: whatever is absent is then not known, never "none". */
const missing: Json = { resourceType: 'OperationOutcome', issue: [{ severity: 'error' }] }

const laboratoryCodes = recordRules.laboratory
  .flatMap(({ codes }) => codes.map(({ system, code }) => `${system}|${code}`))
  .join(',')

const orders = 'MedicationRequest'

/** What is searched for: only what a statement reads. */
const searches = (patient: string): readonly string[] => {
  const of = `patient=${encodeURIComponent(patient)}`
  return [
    `${orders}?${of}&status=active`,
    `Condition?${of}&clinical-status=active`,
    `AllergyIntolerance?${of}&clinical-status=active`,
    `Observation?${of}&code=${encodeURIComponent(laboratoryCodes)}&_sort=-date&_count=100`,
    `QuestionnaireResponse?${of}&questionnaire=${encodeURIComponent(recordRules.questionnaire)}&_sort=-authored&_count=1`,
  ]
}

/** The next page, where it lies at the same server: access is shown to no other. */
const nextOf = (page: Json, server: string): string | undefined => {
  const link = objects(page['link']).find(({ relation }) => relation === 'next')?.['url']
  if (typeof link !== 'string') return undefined
  const base = `${server.replace(/\/+$/, '')}/`
  if (!URL.canParse(link, base)) return ''
  const next = new URL(link, base)
  return next.origin === new URL(server).origin ? next.href : ''
}

const search = async (ask: Ask, server: string, query: string): Promise<readonly Json[]> => {
  const found: Json[] = []
  const newestOnly = query.includes('_count=1&') || query.endsWith('_count=1')
  let next: string | undefined = query
  for (let page = 0; next !== undefined; page++) {
    if (next === '' || page >= mostPages) return [...found, missing]
    let answer: unknown
    try {
      answer = await ask(next)
    } catch {
      return [...found, missing]
    }
    if (!isObject(answer) || answer['resourceType'] !== 'Bundle') return [...found, missing]
    found.push(
      ...objects(answer['entry'])
        .map(({ resource }) => resource)
        .filter(isObject),
    )
    next = newestOnly ? undefined : nextOf(answer, server)
  }
  return found
}

/** The resources of one patient. Without the patient there is no record; of the rest, what fails is missing. */
export interface FetchedRecord {
  readonly patient: Json
  readonly resources: readonly Json[]
  /** Whether the list of orders is whole. */
  readonly medications: boolean
}

/** Fetches what is read of a patient; undefined when the answer is no Patient. */
export const fetchRecord = async (
  ask: Ask,
  server: string,
  id: string,
): Promise<FetchedRecord | undefined> => {
  const patient = await ask(`Patient/${encodeURIComponent(id)}`)
  if (!isObject(patient) || patient['resourceType'] !== 'Patient') return undefined
  const queries = searches(id)
  const found = await Promise.all(queries.map((query) => search(ask, server, query)))
  const ofOrders = found[queries.findIndex((query) => query.startsWith(orders))] ?? [missing]
  return {
    patient,
    resources: [patient, ...found.flat()],
    medications: !ofOrders.includes(missing),
  }
}
