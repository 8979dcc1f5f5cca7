import { hash } from 'node:crypto'

/**
 * A UUID (in the form of version 5) of a text: the same text gives the same UUID within an installation,
 * and without its salt nothing can be told from it.
 */
export const uuidOf = (salt: string, text: string): string => {
  const hex = hash('sha256', `${salt}\0${text}`, 'hex')
  const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) % 4)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
