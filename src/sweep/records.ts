import { closeSync, openSync, readSync, fstatSync, writeSync } from 'node:fs'
import type { Bearing } from './relevance.ts'
import { readTypes } from './elements.ts'
import type { ReadType } from './elements.ts'

/**
 * What is kept of a resource between the reading of the files and of the people, as 32-bit words: of
 * what type it is and how far it bears on a fact, where its line stands, whose it is, and each element
 * that is looked at, as the number of a piece or in its own bytes.
 */
export interface Kept {
  readonly type: ReadType
  readonly bearing: Bearing
  /** The number of the file. */
  readonly file: number
  /** Where the line begins, in bytes. */
  readonly offset: number
  /** Bytes of the line. */
  readonly length: number
  /** The same for the same id; ids that differ may share it. */
  readonly idHash: number
}

/** Words before the bytes: length in words, type and bearing, file, offset (two), length, id, person and elements. */
const headWords = 8

const bearings: readonly Bearing[] = ['drug', 'fact', 'list', 'nothing']

/** Bit of an element that stands in its own bytes; below it are the bits of their number. */
const inBytes = 1 << 30
const placeShift = 24
const numberMask = (1 << placeShift) - 1

/** Elements of a resource to keep: the word of each, and where the bytes of those stand that are no pieces. */
export interface Elements {
  count: number
  readonly words: Int32Array
  readonly from: Int32Array
}

/** Room for the elements of one resource. */
export const elementsFor = (most: number): Elements => ({
  count: 0,
  words: new Int32Array(most),
  from: new Int32Array(most),
})

/** Adds an element by the number of a piece. */
export const addPiece = (elements: Elements, place: number, number: number): void => {
  elements.words[elements.count++] = (place << placeShift) | number
}

/** Adds an element by its own bytes. */
export const addBytes = (elements: Elements, place: number, from: number, length: number): void => {
  elements.from[elements.count] = from
  elements.words[elements.count++] = inBytes | (place << placeShift) | length
}

/** Keeps records in files: one for each share of the people. */
export interface RecordFiles {
  readonly add: (
    share: number,
    kept: Kept,
    bytes: Uint8Array,
    person: { readonly from: number; readonly to: number },
    elements: Elements,
  ) => void
  /** Writes what is still in memory. */
  readonly flush: () => void
}

/** Words that are gathered in memory for each share. */
const roomWords = 16 * 1024

const appendTo = (file: string, words: Int32Array): void => {
  const opened = openSync(file, 'a')
  try {
    const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength)
    for (let written = 0; written < bytes.length;) {
      written += writeSync(opened, bytes, written)
    }
  } finally {
    closeSync(opened)
  }
}

const typeNumbers = new Map(readTypes.map((type, number) => [type, number]))
const bearingNumbers = new Map(bearings.map((bearing, number) => [bearing, number]))

/** Opens files for records; `fileOf` names that of a share. */
export const recordFiles = (fileOf: (share: number) => string): RecordFiles => {
  const rooms: (Int32Array | undefined)[] = []
  const roomBytes: (Uint8Array | undefined)[] = []
  const used: number[] = []

  const flush = (share: number): void => {
    const room = rooms[share]
    if (room === undefined || used[share] === 0) return
    appendTo(fileOf(share), room.subarray(0, used[share]))
    used[share] = 0
  }

  return {
    add: (share, kept, bytes, person, elements) => {
      const personLength = person.to - person.from
      let byteCount = personLength
      for (let at = 0; at < elements.count; at++) {
        const word = elements.words[at] ?? 0
        if ((word & inBytes) !== 0) byteCount += word & numberMask
      }
      const total = headWords + elements.count + ((byteCount + 3) >> 2)
      if ((used[share] ?? 0) + total > (rooms[share]?.length ?? 0)) {
        flush(share)
        if (total > (rooms[share]?.length ?? 0)) {
          const fresh = new Int32Array(Math.max(total, roomWords))
          rooms[share] = fresh
          roomBytes[share] = new Uint8Array(fresh.buffer)
        }
      }
      const room = rooms[share] as Int32Array
      let at = used[share] ?? 0
      used[share] = at + total
      room[at++] = total
      room[at++] =
        (typeNumbers.get(kept.type) ?? 0) | ((bearingNumbers.get(kept.bearing) ?? 0) << 8)
      room[at++] = kept.file
      room[at++] = kept.offset | 0
      room[at++] = Math.floor(kept.offset / 2 ** 32)
      room[at++] = kept.length
      room[at++] = kept.idHash
      room[at++] = (personLength << 8) | elements.count
      for (let one = 0; one < elements.count; one++) room[at++] = elements.words[one] ?? 0
      const target = roomBytes[share] as Uint8Array
      let to = copyBytes(bytes, person.from, personLength, target, at * 4)
      for (let one = 0; one < elements.count; one++) {
        const word = elements.words[one] ?? 0
        if ((word & inBytes) === 0) continue
        to = copyBytes(bytes, elements.from[one] ?? 0, word & numberMask, target, to)
      }
    },
    flush: () => {
      for (let share = 0; share < rooms.length; share++) flush(share)
    },
  }
}

const copyBytes = (
  from: Uint8Array,
  begin: number,
  length: number,
  into: Uint8Array,
  at: number,
): number => {
  if (length > 64) into.set(from.subarray(begin, begin + length), at)
  else for (let one = 0; one < length; one++) into[at + one] = from[begin + one] ?? 0
  return at + length
}

/** The records of a file, to be read one by one. */
export interface Records {
  readonly words: Int32Array
  readonly bytes: Buffer
}

/** Reads a file of records whole; undefined where there is none. */
export const recordsIn = (file: string): Records | undefined => {
  let opened: number
  try {
    opened = openSync(file, 'r')
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'ENOENT') return undefined
    throw error
  }
  try {
    const { size } = fstatSync(opened)
    const bytes = Buffer.from(new ArrayBuffer(size))
    for (let read = 0; read < size;) read += readSync(opened, bytes, read, size - read, read)
    return { bytes, words: new Int32Array(bytes.buffer) }
  } finally {
    closeSync(opened)
  }
}

/** Where the record behind this one begins. */
export const behind = ({ words }: Records, at: number): number => at + (words[at] ?? 0)

/** What is kept of the resource of a record. */
export const keptIn = ({ words }: Records, at: number): Kept => {
  const kind = words[at + 1] ?? 0
  return {
    type: readTypes[kind & 255] as ReadType,
    bearing: bearings[kind >> 8] as Bearing,
    file: words[at + 2] ?? 0,
    offset: ((words[at + 3] ?? 0) >>> 0) + (words[at + 4] ?? 0) * 2 ** 32,
    length: words[at + 5] ?? 0,
    idHash: words[at + 6] ?? 0,
  }
}

const personAndCount = (
  { words }: Records,
  at: number,
): readonly [length: number, count: number] => {
  const word = words[at + 7] ?? 0
  return [word >>> 8, word & 255]
}

/** Whose it is: bytes as signs of Latin-1. */
export const personIn = (records: Records, at: number): string => {
  const [length, count] = personAndCount(records, at)
  const from = (at + headWords + count) * 4
  return records.bytes.toString('latin1', from, from + length)
}

/** Goes through the elements of a record: each as the number of a piece, or in its own bytes. */
export const eachElement = (
  records: Records,
  at: number,
  visit: (place: number, number: number, own: string) => void,
): void => {
  const { words, bytes } = records
  const [length, count] = personAndCount(records, at)
  const begin = (at + headWords + count) * 4 + length
  const all = bytes.toString('latin1', begin, behind(records, at) * 4)
  let from = 0
  for (let one = 0; one < count; one++) {
    const word = words[at + headWords + one] ?? 0
    const place = (word >> placeShift) & 63
    const number = word & numberMask
    if ((word & inBytes) === 0) visit(place, number, '')
    else {
      visit(place, 0, all.slice(from, from + number))
      from += number
    }
  }
}
