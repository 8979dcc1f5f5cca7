import type { Problem } from '../logic/given.ts'
import { momentOf } from './day.ts'
import type { Placed } from './flatten.ts'
import { objectOf, textOf } from './json.ts'
import { namesOfResource } from './reference.ts'

/** How deep two values are compared: what goes deeper counts as different. */
const deepest = 40

const same = (one: unknown, other: unknown, depth = 0): boolean => {
  if (one === other) return true
  if (depth >= deepest || typeof one !== 'object' || typeof other !== 'object') return false
  if (one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false
  const ones = Object.entries(one)
  const others = new Map(Object.entries(other))
  return (
    ones.length === others.size &&
    ones.every(([key, value]) => others.has(key) && same(value, others.get(key), depth + 1))
  )
}

const addressOf = ({ type, resource, fullUrl }: Placed): string | undefined =>
  namesOfResource(type, resource['id'], fullUrl).fullUrl

/** Positive where the first is a later version, by its number and the time of its last change. */
const later = (one: Placed, other: Placed): number => {
  const addresses = [addressOf(one), addressOf(other)]
  // Of two servers: not two versions of one resource, though they are called the same.
  if (!addresses.includes(undefined) && addresses[0] !== addresses[1]) return 0
  const [meta, otherMeta] = [objectOf(one.resource['meta']), objectOf(other.resource['meta'])]
  const changed = momentOf(meta?.['lastUpdated'])?.instant
  const otherChanged = momentOf(otherMeta?.['lastUpdated'])?.instant
  const byTime =
    changed === undefined || otherChanged === undefined ? 0 : Math.sign(changed - otherChanged)
  const byNumber = Math.sign(
    Number(textOf(meta?.['versionId']) ?? NaN) - Number(textOf(otherMeta?.['versionId']) ?? NaN),
  )
  if (Number.isNaN(byNumber) || byNumber === 0) return byTime
  // Time and number that contradict each other settle nothing.
  return byTime === -byNumber ? 0 : byNumber
}

/** The newest of several versions of a resource; where that cannot be told, each of them, in doubt. */
const newestOf = (copies: readonly Placed[], problems: Problem[]): readonly Placed[] => {
  const distinct = copies.filter(
    (one, index) => !copies.slice(0, index).some((other) => same(one.resource, other.resource)),
  )
  const newest = distinct.find((one) =>
    distinct.every((other) => other === one || later(one, other) > 0),
  )
  if (newest !== undefined) return [newest]
  problems.push({
    kind: 'set-aside',
    where: String(distinct[0]?.at),
    message:
      'The record holds this more than once, with different contents, and not which is newer.',
    remedy: 'Remove the one that is out of date; until then what it says is not known.',
  })
  return distinct.map((one) => ({
    ...one,
    doubt: 'the record holds it more than once, with different contents',
  }))
}

/** Of several versions of one resource the newest counts, wherever in the record it stands. */
export const newestVersions = (
  placed: readonly Placed[],
  problems: Problem[],
): readonly Placed[] => {
  const names = new Set<string>()
  for (const { at } of placed) names.add(at)
  if (names.size === placed.length) return placed
  const byName = new Map<string, Placed[]>()
  for (const one of placed) {
    const others = byName.get(one.at)
    if (others === undefined) byName.set(one.at, [one])
    else others.push(one)
  }
  return [...byName.values()].flatMap((copies) =>
    copies.length === 1 ? copies : newestOf(copies, problems),
  )
}
