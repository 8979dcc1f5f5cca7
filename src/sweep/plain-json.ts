import { ascii, isAt } from './bytes.ts'

/** That JSON is not written plainly here; it may be JSON all the same. */
export const notPlain = -1

const quote = 34
const comma = 44
const minus = 45
const point = 46
const colon = 58
const backslash = 92
const openBrace = 123
const closeBrace = 125
const openBracket = 91
const closeBracket = 93
const zero = 48
const nine = 57
const space = 32

/** How deep values may lie within each other: what goes deeper is not plain. */
const deepest = 30

/** Behind the text that begins here: no escapes are in it, nor signs that must be written as escapes. */
const endOfText = (json: Uint8Array, from: number): number => {
  for (let at = from; ;) {
    const sign = json[at++] ?? 0
    if (sign === quote) return at
    if (sign < space || sign === backslash) return notPlain
  }
}

const endOfDigits = (json: Uint8Array, from: number): number => {
  let at = from
  for (let sign = json[at] ?? 0; sign >= zero && sign <= nine; sign = json[at] ?? 0) at += 1
  return at
}

const endOfNumber = (json: Uint8Array, from: number): number => {
  const first = json[from] === minus ? from + 1 : from
  const end = endOfDigits(json, first)
  if (end === first || (json[first] === zero && end > first + 1)) return notPlain
  if (json[end] !== point) return end
  const last = endOfDigits(json, end + 1)
  return last === end + 1 ? notPlain : last
}

const words = new Map(['true', 'false', 'null'].map((word) => [word.charCodeAt(0), ascii(word)]))

/** Behind a number, or one of the three words of JSON. */
const endOfRest = (json: Uint8Array, at: number): number => {
  const sign = json[at] ?? 0
  if (sign <= nine) return endOfNumber(json, at)
  const word = words.get(sign)
  return word !== undefined && isAt(json, at, word) ? at + word.length : notPlain
}

/** Senders write one space behind a colon or a comma, or none. */
const behindSpace = (json: Uint8Array, at: number): number => (json[at] === space ? at + 1 : at)

/** Where the value begins whose key begins here. */
const behindKey = (json: Uint8Array, at: number): number => {
  if (json[at] !== quote) return notPlain
  const end = endOfText(json, at + 1)
  return end === notPlain || json[end] !== colon ? notPlain : behindSpace(json, end + 1)
}

/**
 * Where the value ends that begins here, by the grammar of JSON; `notPlain` where it is none, or is
 * written otherwise than most senders do: with escapes, exponents, or more space between its parts.
 */
export const endOfValue = (json: Uint8Array, from: number): number => {
  // One bit for each object or list that is open, the innermost last: 1 is an object.
  let open = 0
  let depth = 0
  for (let at = from; ;) {
    const sign = json[at]
    if (sign === quote) at = endOfText(json, at + 1)
    else if (sign === openBrace && json[at + 1] !== closeBrace) {
      if (++depth > deepest) return notPlain
      open = (open << 1) | 1
      at = behindKey(json, at + 1)
      if (at === notPlain) return notPlain
      continue
    } else if (sign === openBracket && json[at + 1] !== closeBracket) {
      if (++depth > deepest) return notPlain
      open <<= 1
      at += 1
      continue
    } else if (sign === openBrace || sign === openBracket) at += 2
    else at = endOfRest(json, at)
    if (at === notPlain) return notPlain
    // Behind a value: whatever ends here, ends; else the next value begins.
    for (;;) {
      if (depth === 0) return at
      const isObject = (open & 1) === 1
      const next = json[at++]
      if (next === comma) {
        at = behindSpace(json, at)
        if (isObject) at = behindKey(json, at)
        if (at === notPlain) return notPlain
        break
      }
      if (next !== (isObject ? closeBrace : closeBracket)) return notPlain
      open >>= 1
      depth -= 1
    }
  }
}

interface Name {
  readonly name: Uint8Array
  readonly place: number
}

/** Names to look for, by their length and first letter. */
export type Names = readonly (readonly Name[] | undefined)[]

const slotOf = (length: number, first: number): number => (length & 63) * 128 + (first & 127)

/** Prepares names to look for; the place of each is that in the list. */
export const namesOf = (names: readonly string[]): Names => {
  const slots = new Array<Name[] | undefined>(64 * 128).fill(undefined)
  names.forEach((name, place) => {
    const slot = slotOf(name.length, name.charCodeAt(0))
    ;(slots[slot] ??= []).push({ name: ascii(name), place })
  })
  return slots
}

/** Which of the names the key is that begins here, or -1. */
const placeOf = (json: Uint8Array, from: number, length: number, names: Names): number => {
  const candidates = names[slotOf(length, json[from] ?? 0)]
  if (candidates === undefined) return -1
  for (const { name, place } of candidates) {
    if (name.length === length && isAt(json, from, name)) return place
  }
  return -1
}

/**
 * Goes through an object that fills the bytes from one place to another, and notes where the values
 * of some names begin and end: two numbers for each name, 0 where it is missing. False where the
 * object is not plain, and where one of the names stands twice.
 */
export const findElements = (
  json: Uint8Array,
  from: number,
  to: number,
  names: Names,
  places: Int32Array,
): boolean => {
  places.fill(0)
  if (json[from] !== openBrace) return false
  for (let at = from + 1; ;) {
    const key = at + 1
    if (json[at] !== quote) return false
    at = endOfText(json, key)
    if (at === notPlain || json[at] !== colon) return false
    const place = placeOf(json, key, at - 1 - key, names)
    const value = behindSpace(json, at + 1)
    at = endOfValue(json, value)
    if (at === notPlain || at >= to) return false
    if (place >= 0) {
      if (places[2 * place] !== 0) return false
      places[2 * place] = value
      places[2 * place + 1] = at
    }
    const next = json[at]
    if (next === closeBrace) return at + 1 === to
    if (next !== comma) return false
    at = behindSpace(json, at + 1)
  }
}
