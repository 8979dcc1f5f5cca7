import { definitionJson } from '../outputs/definition-json.ts'
import type { Definition } from '../logic/definition.ts'
import { isRecord } from './json.ts'

/** Names in the order of their code units, at every depth: the same content is the same text. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  )
}

/** A value as JSON without spaces, its names sorted; what is undefined is left out, as JSON does. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value))

/** The SHA-256 of a value's canonical JSON, as `sha256:` and 64 hexadecimal digits. */
export const hashOf = async (value: unknown): Promise<string> => {
  const bytes = new TextEncoder().encode(canonicalJson(value))
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'))
  return `sha256:${hex.join('')}`
}

const hashes = new WeakMap<Definition, Promise<string>>()

/** The hash of everything that decides, and of every word of it: that of `definition.json`. */
export const definitionHash = (definition: Definition): Promise<string> => {
  const known = hashes.get(definition)
  if (known !== undefined) return known
  const made = hashOf(definitionJson(definition))
  hashes.set(definition, made)
  return made
}
