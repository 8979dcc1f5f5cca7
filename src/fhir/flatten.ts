import type { Problem } from '../logic/given.ts'
import { objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'

/** A resource and where it stands. */
export interface Placed {
  readonly resource: Json
  readonly type: string
  /** "Observation/egfr-1", or its place in the bundle where it has no id. */
  readonly at: string
  readonly fullUrl?: string
}

/** A record as one list of resources. */
export interface Flat {
  readonly resources: readonly Placed[]
  readonly problems: readonly Problem[]
  /** A page is missing or an error stands in the record: what is absent here may exist. */
  readonly partial: boolean
}

const deepest = 8

/** Lists the resources of a Bundle, of Bundles in it, of a list, or of a single resource; the newest version of each. */
export const flatten = (record: unknown): Flat => {
  const placed: Placed[] = []
  const problems: Problem[] = []
  let partial = false

  const add = (value: unknown, at: string, fullUrl: string | undefined, depth: number): void => {
    const resource = objectOf(value)
    const type = textOf(resource?.['resourceType'])
    if (resource === undefined || type === undefined) {
      problems.push({
        kind: 'set-aside',
        where: at,
        message: 'This is not a FHIR resource: it has no resourceType.',
        remedy: 'Correct or remove the entry.',
      })
      return
    }
    if (type === 'Bundle') {
      bundle(resource, at, depth)
      return
    }
    if (type === 'OperationOutcome') {
      partial = true
      problems.push({
        kind: 'set-aside',
        where: at,
        message: 'The sender reports an error: the record is not whole.',
        remedy: 'Fetch the record again; what is absent here is taken as not known.',
      })
      return
    }
    const id = textOf(resource['id'])
    placed.push({
      resource,
      type,
      at: id === undefined ? at : `${type}/${id}`,
      ...(fullUrl === undefined ? {} : { fullUrl }),
    })
  }

  const bundle = (resource: Json, at: string, depth: number): void => {
    if (depth >= deepest) {
      partial = true
      problems.push({
        kind: 'set-aside',
        where: at,
        message: `Bundles are nested more than ${String(deepest)} deep.`,
        remedy: 'Give the resources in one Bundle.',
      })
      return
    }
    if (objectsOf(resource['link']).some(({ relation }) => relation === 'next')) {
      partial = true
      problems.push({
        kind: 'set-aside',
        where: `${at}.link`,
        message: 'There are further pages that are not in this record.',
        remedy: 'Give all pages; what is absent here is taken as not known.',
      })
    }
    const entries = resource['entry']
    if (entries !== undefined && !Array.isArray(entries)) {
      problems.push({
        kind: 'wrong-shape',
        where: `${at}.entry`,
        message: 'The entries of a Bundle are a list.',
        remedy: 'Write "entry": [ … ].',
      })
      return
    }
    ;((entries ?? []) as readonly unknown[]).forEach((entry, index) => {
      const place = `${at}.entry[${String(index)}]`
      const of = objectOf(entry)
      if (of?.['resource'] === undefined && of?.['response'] !== undefined) return
      add(of?.['resource'], `${place}.resource`, textOf(of?.['fullUrl']), depth + 1)
    })
  }

  if (Array.isArray(record)) {
    ;(record as unknown[]).forEach((value, index) => {
      add(value, `line ${String(index + 1)}`, undefined, 0)
    })
  } else {
    add(record, textOf(objectOf(record)?.['resourceType']) ?? 'record', undefined, 0)
  }
  return { resources: newest(placed, problems), problems, partial }
}

/** The version of a resource: its number, else the time of its last change. */
const versionOf = ({ resource }: Placed): readonly [number, string] => {
  const meta = objectOf(resource['meta'])
  const number = Number(textOf(meta?.['versionId']) ?? Number.NaN)
  return [Number.isNaN(number) ? -1 : number, textOf(meta?.['lastUpdated']) ?? '']
}

/** Of several versions of one resource the newest counts. */
const newest = (placed: readonly Placed[], problems: Problem[]): readonly Placed[] => {
  const byName = new Map<string, Placed>()
  let repeated = false
  for (const one of placed) {
    const name = one.at
    const other = byName.get(name)
    if (other === undefined) {
      byName.set(name, one)
      continue
    }
    repeated = true
    const [number, updated] = versionOf(one)
    const [otherNumber, otherUpdated] = versionOf(other)
    if (number === otherNumber && updated === otherUpdated) {
      if (JSON.stringify(one.resource) === JSON.stringify(other.resource)) continue
      problems.push({
        kind: 'set-aside',
        where: one.at,
        message: 'The record holds this resource twice, with different contents and no version.',
        remedy: 'Remove the one that is out of date; the later in the file is used.',
      })
      byName.set(name, one)
    } else if (number > otherNumber || (number === otherNumber && updated > otherUpdated)) {
      byName.set(name, one)
    }
  }
  return repeated ? [...byName.values()] : placed
}
