import type { Problem } from '../logic/given.ts'
import type { Gathered } from './context.ts'
import type { Placed } from './flatten.ts'

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
 * What was read of a record, for reading it with other orders in the same way and on the same day: resources
 * that are no medicines are not read again where they are the same.
 */
export interface ReadingMemory {
  others?: Others
}

/** Whether two resources would be read alike: the same object, in the same place and as certain. */
const isSame = ({ placed, isOwn }: Owned, other: Owned | undefined): boolean =>
  placed.resource === other?.placed.resource &&
  placed.at === other.placed.at &&
  placed.doubt === other.placed.doubt &&
  isOwn === other.isOwn

/** Whether what is remembered was read of these resources. */
export const isOf = (owned: readonly Owned[], others: Others | undefined): others is Others =>
  others?.owned.length === owned.length &&
  owned.every((one, index) => isSame(one, others.owned[index]))
