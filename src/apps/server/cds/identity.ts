import { createHash } from 'node:crypto'

/**
 * A UUID (in the form of version 5) of a text: the same text gives the same UUID within an installation, and without its
 * salt nothing can be told from it.
 */
export const uuidOf = (salt: string, text: string): string => {
  const bytes = createHash('sha256').update(salt).update('\0').update(text).digest()
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
