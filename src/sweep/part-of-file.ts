import { closeSync, openSync, readSync } from 'node:fs'

/** The largest line that is read, in bytes. */
export const longestLine = 16 * 1024 * 1024

/** A part of a file: all lines that begin in it. */
export interface FilePart {
  readonly path: string
  readonly from: number
  readonly to: number
  /** Bytes of the file that are read at all: what was added since is not. */
  readonly size: number
}

/** The bytes of whole lines, and where in the file they begin. */
export interface Lines {
  readonly bytes: Buffer
  readonly offset: number
  /** Where a line begins that is too long to be read, if one begins here: it is not among the bytes. */
  readonly tooLong: number | undefined
}

const lineFeed = 10
const stepBytes = 256 * 1024

const readAt = (file: number, bytes: Buffer, offset: number): Buffer => {
  let read = 0
  while (read < bytes.length) {
    const more = readSync(file, bytes, read, bytes.length - read, offset + read)
    if (more === 0) break
    read += more
  }
  return bytes.subarray(0, read)
}

/** Reads bytes of a file. */
export const bytesAt = (path: string, offset: number, length: number): Buffer => {
  const file = openSync(path, 'r')
  try {
    return readAt(file, Buffer.allocUnsafe(length), offset)
  } finally {
    closeSync(file)
  }
}

/** Room for the bytes of a part, which the next part takes again. */
export interface Room {
  bytes: Buffer
}

/** Reads the lines that begin in a part of a file, into the room that is given. */
export const linesOf = ({ path, from, to, size }: FilePart, room: Room): Lines => {
  const file = openSync(path, 'r')
  try {
    // The byte before tells whether a line begins right here.
    const start = Math.max(0, from - 1)
    const wanted = Math.min(size, to + stepBytes) - start
    if (room.bytes.length < wanted) room.bytes = Buffer.allocUnsafeSlow(wanted)
    let bytes = readAt(file, room.bytes.subarray(0, wanted), start)
    const begin = from === 0 ? 0 : bytes.indexOf(lineFeed) + 1
    const isEmpty = begin === 0 && from > 0
    if (isEmpty || start + begin >= to) {
      return { bytes: bytes.subarray(0, 0), offset: to, tooLong: undefined }
    }
    // The last line may end behind the part.
    const last = Math.min(to - start, bytes.length) - 1
    const lastLine = last < 1 ? begin : Math.max(begin, bytes.lastIndexOf(lineFeed, last - 1) + 1)
    const most = lastLine + longestLine + 1
    let end = bytes.indexOf(lineFeed, last) + 1
    while (end === 0 && start + bytes.length < size && bytes.length <= most) {
      const before = bytes.length
      const step = Math.min(4 * stepBytes, size - start - before)
      bytes = Buffer.concat([bytes, readAt(file, Buffer.allocUnsafe(step), start + before)])
      end = bytes.indexOf(lineFeed, before) + 1
      if (bytes.length === before) break
    }
    if (end === 0) end = bytes.length
    const isTooLong = end > most
    return {
      bytes: bytes.subarray(begin, isTooLong ? lastLine : end),
      offset: start + begin,
      tooLong: isTooLong ? start + lastLine : undefined,
    }
  } finally {
    closeSync(file)
  }
}
