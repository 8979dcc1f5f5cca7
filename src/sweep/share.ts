import { readTypes } from './elements.ts'
import { bytesAt } from './part-of-file.ts'
import { behind, eachElement, keptIn, personIn, recordsIn } from './records.ts'
import type { Kept, Records } from './records.ts'
import { joined } from './joined.ts'
import { parsed } from './rejected.ts'
import { shapeFor } from './shapes.ts'
import type { Shape } from './shapes.ts'
import { medicationOf } from './whose.ts'
import type { Json } from './work-of-reader.ts'

/** What stands in for all other medicines of a person: that a list of them was supplied. */
const otherMedicine: Json = {
  resourceType: 'MedicationRequest',
  id: 'other-medicines',
  status: 'completed',
  medicationCodeableConcept: { text: 'another medicine' },
}

/** A record of a resource: in which of the files of records, and where. */
interface Ref {
  readonly worker: number
  readonly at: number
  readonly kept: Kept
}

/** A person with the records of all resources. */
interface Sharer {
  readonly id: string
  readonly refs: readonly Ref[]
}

/** A text whose bytes were taken as signs of Latin-1. */
const decoded = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- what is beyond ASCII
  /[^\x00-\x7f]/.test(text) ? Buffer.from(text, 'latin1').toString('utf8') : text

const valueOf = (json: string): unknown => {
  const isText = json.charCodeAt(0) === 34 && !json.includes('\\')
  return isText ? decoded(json.slice(1, -1)) : (JSON.parse(decoded(json)) as unknown)
}

/** Reads records back into resources. */
export interface Reading {
  /** The people of a share. */
  readonly peopleOf: (share: number) => readonly Sharer[]
  /** What is to be read of a person; undefined of one whom nothing says to take the drug. */
  readonly resourcesOf: (
    person: Sharer,
  ) => { readonly resources: readonly Json[]; readonly doubled: boolean } | undefined
}

const isMedicine = ({ kept: { type } }: Ref): boolean =>
  type.startsWith('Medication') && type !== 'Medication'

/** Whether a list of medicines was supplied of a person. */
export const hasMedicines = ({ refs }: Sharer): boolean => refs.some(isMedicine)

/** Prepares the reading of shares, with the pieces of each worker that wrote records. */
export const readingOf = (
  fileOf: (worker: number, share: number) => string,
  pieces: readonly (readonly string[])[],
  paths: readonly string[],
  shares: number,
): Reading => {
  const values = pieces.map((of) => new Array<unknown>(of.length))
  const files: (Records | undefined)[] = []

  const pieceOf = (worker: number, number: number): unknown => {
    const known = values[worker] as unknown[]
    return (known[number] ??= JSON.parse(pieces[worker]?.[number] ?? 'null') as unknown)
  }

  const resourceAt = (records: Records, { worker, at, kept }: Ref, subject: Json): Json => {
    const { type } = kept
    const { elements, blank } = shapeFor(type) as Shape
    // All of one form, that what reads them need not find out anew.
    const resource: Record<string, unknown> = { ...blank }
    if (type !== 'Patient' && type !== 'Medication') resource['subject'] = subject
    eachElement(records, at, (place, number, own) => {
      const element = elements[place] ?? ''
      const value = number === 0 ? valueOf(own) : pieceOf(worker, number)
      resource[element] = element === 'meta' ? { lastUpdated: value } : value
    })
    return resource
  }

  /** A resource as its line stands in the file. */
  const wholeOf = ({ kept: { file, offset, length } }: Ref): Json => {
    const line = bytesAt(paths[file] ?? '', offset, length)
    const text = line.toString('utf8').replace(/^\uFEFF/, '')
    const value = parsed(text)
    const first = value instanceof Error ? joined(text)?.value : value
    return typeof first === 'object' && first !== null ? (first as Json) : {}
  }

  let medicationFiles: readonly (Records | undefined)[] = []
  /** All Medications by their id: they are of nobody, and any entry may refer to them. */
  const medicationsByName = (): ReadonlyMap<string, readonly Ref[]> => {
    const found = new Map<string, Ref[]>()
    medicationFiles = pieces.map((_of, worker) => recordsIn(fileOf(worker, shares)))
    medicationFiles.forEach((records, worker) => {
      if (records === undefined) return
      for (let at = 0; at < records.words.length; at = behind(records, at)) {
        const id = decoded(personIn(records, at))
        const ref = { worker, at, kept: keptIn(records, at) }
        const others = found.get(id)
        if (others === undefined) found.set(id, [ref])
        else others.push(ref)
      }
    })
    return found
  }

  let byName: ReadonlyMap<string, readonly Ref[]> | undefined
  const referredBy = (resources: readonly Json[]): readonly Json[] => {
    const ids = new Set(resources.map(medicationOf).filter((id) => id !== undefined))
    if (ids.size === 0) return []
    byName ??= medicationsByName()
    const all = byName
    return [...ids].flatMap((id) => {
      const refs = all.get(id) ?? []
      return refs.map((ref) =>
        refs.length > 1
          ? wholeOf(ref)
          : resourceAt(medicationFiles[ref.worker] as Records, ref, {}),
      )
    })
  }

  return {
    peopleOf: (share) => {
      const people = new Map<string, Ref[]>()
      pieces.forEach((_of, worker) => {
        const records = recordsIn(fileOf(worker, share))
        files[worker] = records
        if (records === undefined) return
        for (let at = 0; at < records.words.length; at = behind(records, at)) {
          const person = personIn(records, at)
          const ref = { worker, at, kept: keptIn(records, at) }
          const others = people.get(person)
          if (others === undefined) people.set(person, [ref])
          else others.push(ref)
        }
      })
      return [...people].map(([id, refs]) => ({ id, refs }))
    },
    resourcesOf: ({ id, refs }) => {
      if (!refs.some(({ kept }) => kept.bearing === 'drug')) return undefined
      const subject = { reference: `Patient/${decoded(id)}` }
      const doubled = doubledIn(refs)
      const resources: Json[] = []
      let isListed = false
      for (const ref of refs) {
        const { bearing } = ref.kept
        if (doubled.has(ref)) resources.push(wholeOf(ref))
        else if (bearing === 'list') isListed = true
        else if (bearing !== 'nothing') {
          resources.push(resourceAt(files[ref.worker] as Records, ref, subject))
        }
      }
      if (isListed) resources.push({ ...otherMedicine, subject })
      return { resources: [...resources, ...referredBy(resources)], doubled: doubled.size > 0 }
    },
  }
}

const none: ReadonlySet<Ref> = new Set()

/**
 * Resources whose id stands more than once, where one of them bears on a fact: versions of one
 * resource may differ in what is not looked at, so that they must be read whole.
 */
const doubledIn = (refs: readonly Ref[]): ReadonlySet<Ref> => {
  const ids = new Set<number>()
  for (const { kept } of refs) {
    if (kept.idHash !== 0) ids.add(kept.idHash * 32 + readTypes.indexOf(kept.type))
  }
  const named = refs.filter(({ kept }) => kept.idHash !== 0)
  if (ids.size === named.length) return none
  const same = (one: Ref, other: Ref): boolean =>
    one.kept.idHash === other.kept.idHash && one.kept.type === other.kept.type
  const copies = named.filter((one) => named.some((other) => other !== one && same(one, other)))
  const bears = (one: Ref): boolean =>
    copies.some(
      (other) =>
        same(one, other) && (other.kept.bearing === 'drug' || other.kept.bearing === 'fact'),
    )
  return new Set(copies.filter(bears))
}
