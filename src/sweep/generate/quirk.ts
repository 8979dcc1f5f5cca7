import type { Random } from './random.ts'
import type { ResourceType } from './settings.ts'
import type { Resource, Style } from './write-json.ts'

/** What real senders do, that a reader must stand. */
export interface Quirk {
  readonly name: string
  /** Types of resources in which it occurs; left out, in all. */
  readonly types?: readonly ResourceType[]
  /** How the line is written. */
  readonly style?: Style
  /** Changes the resource in place; what it returns stands beside it as further lines. */
  readonly change?: (resource: Resource, random: Random) => readonly Resource[] | undefined
}

const isResource = (value: unknown): value is Resource =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object under a name, if there is one. */
export const within = (resource: Resource | undefined, name: string): Resource | undefined => {
  const held = resource?.[name]
  return isResource(held) ? held : undefined
}

/** The first object of the list under a name, if there is one. */
export const firstOf = (resource: Resource | undefined, name: string): Resource | undefined => {
  const held: unknown = resource?.[name]
  const first: unknown = Array.isArray(held) ? held[0] : undefined
  return isResource(first) ? first : undefined
}

/** The names under which a resource says when it was. */
export const dateNames = [
  'authoredOn',
  'effectiveDateTime',
  'recordedDate',
  'performedDateTime',
  'dateAsserted',
] as const

/** A quirk that gives some elements of some resources another value. */
export const setting = (name: string, types: readonly ResourceType[], values: Resource): Quirk => ({
  name,
  types,
  change: (resource) => {
    Object.assign(resource, structuredClone(values))
    return undefined
  },
})
