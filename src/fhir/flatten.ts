import type { Problem } from '../logic/given.ts'
import { isThere, numberOf, objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'
import { newestVersions } from './versions.ts'

/** A resource and where it stands. */
export interface Placed {
  readonly resource: Json
  readonly type: string
  /** "Observation/egfr-1", or its place in the bundle where it has no id. */
  readonly at: string
  readonly fullUrl: string | undefined
  /** Why nothing that it says is certain. */
  readonly doubt: string | undefined
}

/** A record as one list of resources. */
export interface Flat {
  readonly resources: readonly Placed[]
  readonly problems: readonly Problem[]
  /** A page or an entry cannot be read: what is absent here may exist. */
  readonly partial: boolean
}

const deepest = 8

/** What stands in a record, gathered while it is walked. */
interface Walk {
  readonly placed: Placed[]
  readonly problems: Problem[]
  partial: boolean
}

const lacks = (walk: Walk, where: string, message: string, remedy: string): void => {
  walk.partial = true
  walk.problems.push({ kind: 'set-aside', where, message, remedy })
}

/** The place of an entry in what holds it, or of what stands alone. */
const words = (holder: string, entry: number | undefined): string =>
  entry === undefined ? holder : `${holder}.entry[${String(entry)}].resource`

/** Lists the resources of a Bundle, of Bundles in it, of a list, or of a single resource; the newest version of each. */
export const flatten = (record: unknown): Flat => {
  const walk: Walk = { placed: [], problems: [], partial: false }
  if (Array.isArray(record)) {
    record.forEach((value: unknown, index) => {
      add(walk, value, `line ${String(index + 1)}`, undefined, undefined, 0)
    })
  } else {
    const at = textOf(objectOf(record)?.['resourceType']) ?? 'record'
    add(walk, record, at, undefined, undefined, 0)
  }
  const resources = newestVersions(walk.placed, walk.problems)
  return { resources, problems: walk.problems, partial: walk.partial }
}

const add = (
  walk: Walk,
  value: unknown,
  holder: string,
  entry: number | undefined,
  fullUrl: string | undefined,
  depth: number,
): void => {
  const resource = objectOf(value)
  const type = textOf(resource?.['resourceType'])
  if (resource === undefined || type === undefined) {
    lacks(
      walk,
      words(holder, entry),
      'This is not a FHIR resource: it has no resourceType.',
      'Correct or remove the entry.',
    )
  } else if (type === 'Bundle') {
    addBundle(walk, resource, words(holder, entry), depth)
  } else if (type === 'OperationOutcome') {
    lacks(
      walk,
      words(holder, entry),
      'The sender reports an error: the record is not whole.',
      'Fetch the record again; what is absent here is taken as not known.',
    )
  } else {
    const id = textOf(resource['id'])
    const at = id === undefined ? words(holder, entry) : `${type}/${id}`
    walk.placed.push({ resource, type, at, fullUrl, doubt: doubtOf(resource) })
  }
}

const doubtOf = (resource: Json): string | undefined =>
  isThere(resource['modifierExtension']) || isThere(resource['implicitRules'])
    ? 'it carries an extension that may turn its meaning'
    : undefined

const addBundle = (walk: Walk, bundle: Json, at: string, depth: number): void => {
  if (depth >= deepest) {
    lacks(
      walk,
      at,
      `Bundles are nested more than ${String(deepest)} deep.`,
      'Give the resources in one Bundle.',
    )
    return
  }
  const entries: unknown = bundle['entry'] ?? []
  if (!Array.isArray(entries)) {
    walk.problems.push({
      kind: 'wrong-shape',
      where: `${at}.entry`,
      message: 'The entries of a Bundle are a list.',
      remedy: 'Write "entry": [ … ].',
    })
    return
  }
  const hasNext = objectsOf(bundle['link']).some(({ relation }) => relation === 'next')
  // A search tells how many it found: fewer entries are a page of them.
  if (hasNext || (numberOf(bundle['total']) ?? 0) > entries.length) {
    lacks(
      walk,
      hasNext ? `${at}.link` : `${at}.total`,
      'There are further pages that are not in this record.',
      'Give all pages; what is absent here is taken as not known.',
    )
  }
  for (let index = 0; index < entries.length; index++) {
    addEntry(walk, objectOf(entries[index]), at, index, depth)
  }
}

/** An entry without a resource is the answer to a request: of a failed one, what it would have held is not known. */
const addEntry = (
  walk: Walk,
  entry: Json | undefined,
  bundle: string,
  index: number,
  depth: number,
): void => {
  const response = objectOf(entry?.['response'])
  if (response !== undefined && !/^2\d\d/.test(textOf(response['status']) ?? '')) {
    lacks(
      walk,
      words(bundle, index).replace(/resource$/, 'response'),
      'A request for this part of the record failed.',
      'Fetch it again; what is absent here is taken as not known.',
    )
  }
  if (isThere(entry?.['resource']) || response === undefined) {
    add(walk, entry?.['resource'], bundle, index, textOf(entry?.['fullUrl']), depth + 1)
  }
}
