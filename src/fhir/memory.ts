import type { Problem } from '../logic/given.ts'
import type { OralProduct } from '../logic/record-rules.ts'
import type { Gathered } from './context.ts'
import type { Placed } from './flatten.ts'
import type { Json } from './json.ts'
import type { ReadMedicine } from './medicines.ts'
import type { DailyDose } from './order-dose.ts'

/** A resource that is read: of this person, or of nobody that can be told. */
export interface Owned {
  readonly placed: Placed
  readonly isOwn: boolean
}

/** What the resources say that are no medicines, and the problems of each that has any, by its number. */
export interface Others {
  readonly owned: readonly Owned[]
  readonly gathered: Gathered
  readonly problems: ReadonlyMap<number, readonly Problem[]>
}

/**
 * What was read of a record, for reading it, or parts of it, with other orders in the same way and on the
 * same day: what is the same is not read again.
 */
export interface ReadingMemory {
  /** Of the record that was read first. */
  others?: Others
  readonly medicines: Map<Json, ReadMedicine>
  readonly doses: Map<Json, { readonly product: OralProduct | undefined; readonly dose: DailyDose }>
}

/** A memory of nothing yet. */
export const readingMemory = (): ReadingMemory => ({ medicines: new Map(), doses: new Map() })

/** Whether two resources would be read alike: the same object, in the same place and as certain. */
export const isAlike = (one: Placed, other: Placed): boolean =>
  one.resource === other.resource && one.at === other.at && one.doubt === other.doubt

const isSame = ({ placed, isOwn }: Owned, other: Owned | undefined): boolean =>
  other !== undefined && isOwn === other.isOwn && isAlike(placed, other.placed)

/** Whether what is remembered was read of these resources. */
export const isOf = (owned: readonly Owned[], others: Others | undefined): others is Others =>
  others?.owned.length === owned.length &&
  owned.every((one, index) => isSame(one, others.owned[index]))
