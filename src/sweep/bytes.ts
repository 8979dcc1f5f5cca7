/** Bytes that are looked at one by one and four by four. */
export interface Bytes {
  readonly bytes: Buffer
  readonly view: DataView
}

/** The same bytes, four by four too. */
export const bytesOf = (bytes: Buffer): Bytes => ({
  bytes,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
})

/** The bytes of a text in ASCII. */
export const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

/** Whether these bytes stand at a place. */
export const isAt = (bytes: Uint8Array, at: number, sought: Uint8Array): boolean => {
  for (let place = 0; place < sought.length; place++) {
    if (bytes[at + place] !== sought[place]) return false
  }
  return true
}

/** Of bytes up to so many each counts for their number; of more, every third word does. */
const shortBytes = 96

/** A number for bytes, the same for the same; goes on from the number of what stands before. */
export const hashOf = ({ bytes, view }: Bytes, from: number, to: number, before = 0): number => {
  let hash = before ^ (to - from)
  let at = from
  const step = to - from > shortBytes ? 12 : 4
  for (; at + 4 <= to; at += step) {
    hash = Math.imul(hash ^ view.getInt32(at), 0x9e3779b1) ^ (hash >>> 15)
  }
  for (; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return hash ^ (hash >>> 16)
}

/** Whether bytes from one place to another are the same as those that begin elsewhere. */
export const areSame = (
  { bytes, view }: Bytes,
  from: number,
  to: number,
  other: Bytes,
  otherFrom: number,
): boolean => {
  const ahead = otherFrom - from
  let at = from
  for (; at + 4 <= to; at += 4) {
    if (view.getInt32(at) !== other.view.getInt32(at + ahead)) return false
  }
  for (; at < to; at++) if (bytes[at] !== other.bytes[at + ahead]) return false
  return true
}
