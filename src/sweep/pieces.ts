import { areSame, ascii, bytesOf, hashOf, isAt } from './bytes.ts'
import type { Bytes } from './bytes.ts'

/**
 * Pieces of JSON that stand in many resources: each is kept once, under a number from 1. Of a concept
 * the codes are left out whose terminology no rule knows: they mean nothing.
 */
export interface Pieces {
  /** The number of a piece; 0 where no more are kept. */
  readonly numberOf: (json: Bytes, from: number, to: number) => number
  /** The number of a concept, that is plainly written. */
  readonly numberOfConcept: (json: Bytes, from: number, to: number) => number
  /** Whether a piece is the one of a number, sign by sign. */
  readonly is: (number: number, json: Bytes, from: number, to: number) => boolean
  readonly textOf: (number: number) => string
  /** How many there are, and the first, which stands for none. */
  readonly count: () => number
}

/** Room for so many pieces, and their bytes: what comes later stands in each record. Half of it is for concepts. */
const mostPieces = 1 << 15
const mostBytes = 16 * 1024 * 1024

/** What is longer is seldom the same twice. */
const longestPiece = 4096

/** Places for numbers by their hash: more than pieces, so that most have one of their own. */
const slots = mostPieces * 4

const quote = 34
const codingsBegin = ascii('{"coding":[')
const systemBegin = ascii('{"system":"')
const codeBegin = ascii('","code":"')
const displayBegin = ascii('","display":"')

const endOfText = (bytes: Uint8Array, from: number): number => {
  let at = from
  while (bytes[at] !== quote) at += 1
  return at
}

/** A concept as the pieces of it that count: where each begins and ends. */
interface Ranges {
  count: number
  readonly ends: Int32Array
}

const mostRanges = 16

/** So many terminologies are remembered. */
const mostSystems = 16

/** Keeps pieces; `isKnown` tells whether a rule knows a terminology. */
export const piecesOf = (isKnown: (system: string) => boolean): Pieces => {
  const kept = bytesOf(Buffer.alloc(mostBytes))
  const begins = new Int32Array(mostPieces + 1)
  const hashes = new Int32Array(mostPieces)
  const numbers = new Int32Array(slots)
  const ranges: Ranges = { count: 0, ends: new Int32Array(2 * mostRanges) }
  let count = 1

  /** Terminologies that were asked for: most often one of the last few is asked for again. */
  const systems: { readonly name: Bytes; readonly isKnown: boolean }[] = []
  const isKnownAt = (json: Bytes, from: number, to: number): boolean => {
    for (const { name, isKnown: known } of systems) {
      if (name.bytes.length === to - from && areSame(json, from, to, name, 0)) return known
    }
    const name = bytesOf(Buffer.from(json.bytes.subarray(from, to)))
    const known = isKnown(name.bytes.toString('utf8'))
    if (systems.length >= mostSystems) systems.length = 0
    systems.push({ name, isKnown: known })
    return known
  }

  /** Leaves out codes of unknown terminologies, as codings are usually written. */
  const divide = (json: Bytes, from: number, to: number): void => {
    const { bytes } = json
    const { ends } = ranges
    ranges.count = 0
    ends[0] = from
    if (isAt(bytes, from, codingsBegin)) {
      for (let at = from + codingsBegin.length; isAt(bytes, at, systemBegin);) {
        const name = at + systemBegin.length
        const system = endOfText(bytes, name)
        if (!isAt(bytes, system, codeBegin)) break
        const code = system + codeBegin.length
        const end = endOfText(bytes, code)
        if (ranges.count < mostRanges - 1 && !isKnownAt(json, name, system)) {
          ends[2 * ranges.count + 1] = code
          ranges.count += 1
          ends[2 * ranges.count] = end
        }
        if (!isAt(bytes, end, displayBegin)) break
        // Behind the display one brace and one comma stand before the next coding.
        at = endOfText(bytes, end + displayBegin.length) + 3
      }
    }
    ends[2 * ranges.count + 1] = to
    ranges.count += 1
  }

  const isSame = (number: number, json: Bytes): boolean => {
    let at = begins[number] ?? 0
    for (let range = 0; range < ranges.count; range++) {
      const from = ranges.ends[2 * range] ?? 0
      const to = ranges.ends[2 * range + 1] ?? 0
      if (!areSame(json, from, to, kept, at)) return false
      at += to - from
    }
    return true
  }

  /** The number of what stands in the ranges. */
  const numberOfRanges = (json: Bytes, most: number): number => {
    let hash = 0
    let length = 0
    for (let range = 0; range < ranges.count; range++) {
      const from = ranges.ends[2 * range] ?? 0
      const to = ranges.ends[2 * range + 1] ?? 0
      hash = hashOf(json, from, to, hash)
      length += to - from
    }
    for (let slot = (hash >>> 0) % slots; ; slot = (slot + 1) % slots) {
      const number = numbers[slot] ?? 0
      if (number === 0) {
        const begin = begins[count] ?? 0
        const room = (mostBytes / mostPieces) * most
        if (count >= most || begin + length > room) return 0
        numbers[slot] = count
        hashes[count] = hash
        let at = begin
        for (let range = 0; range < ranges.count; range++) {
          const [from, to] = [ranges.ends[2 * range] ?? 0, ranges.ends[2 * range + 1] ?? 0]
          at += json.bytes.copy(kept.bytes, at, from, to)
        }
        begins[count + 1] = at
        return count++
      }
      const ownLength = (begins[number + 1] ?? 0) - (begins[number] ?? 0)
      if (hashes[number] === hash && ownLength === length && isSame(number, json)) return number
    }
  }

  return {
    numberOf: (json, from, to) => {
      if (to - from > longestPiece) return 0
      ranges.count = 1
      ranges.ends[0] = from
      ranges.ends[1] = to
      return numberOfRanges(json, mostPieces / 2)
    },
    numberOfConcept: (json, from, to) => {
      if (to - from > longestPiece) return 0
      divide(json, from, to)
      return numberOfRanges(json, mostPieces)
    },
    is: (number, json, from, to) => {
      const begin = begins[number] ?? 0
      const length = (begins[number + 1] ?? 0) - begin
      return number !== 0 && length === to - from && areSame(json, from, to, kept, begin)
    },
    textOf: (number) => kept.bytes.toString('utf8', begins[number], begins[number + 1]),
    count: () => count,
  }
}
