import type { Placed } from './flatten.ts'
import { objectsOf } from './json.ts'
import type { Json } from './json.ts'
import { namesOfResource, refersTo, typeAndIdIn } from './reference.ts'

/** Finds the Medication that a reference names, in the record or contained in the resource. */
export type Resolve = (reference: string, from: Json) => Json | undefined

const byNameIn = (resources: readonly Placed[]): ReadonlyMap<string, Placed> => {
  const byName = new Map<string, Placed>()
  for (const placed of resources) {
    if (placed.type !== 'Medication' || placed.doubt !== undefined) continue
    byName.set(placed.at, placed)
    if (placed.fullUrl !== undefined) byName.set(placed.fullUrl, placed)
  }
  return byName
}

/** Makes the look-up of Medication resources. One that is in doubt is not found. */
export const resolverOf = (resources: readonly Placed[]): Resolve => {
  let byName: ReadonlyMap<string, Placed> | undefined
  return (reference, from) => {
    if (reference.startsWith('#')) {
      return objectsOf(from['contained']).find(({ id }) => id === reference.slice(1))
    }
    byName ??= byNameIn(resources)
    const found = byName.get(reference) ?? byName.get(typeAndIdIn(reference))
    if (found === undefined) return undefined
    const names = namesOfResource('Medication', found.resource['id'], found.fullUrl)
    return refersTo(reference, names) ? found.resource : undefined
  }
}
