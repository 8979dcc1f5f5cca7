import type { PresenceRule } from '../logic/record-rules.ts'
import { objectOf, objectsOf, textOf } from './json.ts'

/** Lower case, without accents and without signs that are not seen. */
const plain = (name: string): string => {
  const lower = name.toLowerCase()
  // eslint-disable-next-line no-control-regex -- anything beyond ASCII needs a closer look
  return /[^\x00-\x7f]/.test(lower) ? lower.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '') : lower
}

/** Everything a concept is called: its text and the displays of its codings; empty where it is called nothing. */
export const namesOf = (value: unknown): string => {
  // Senders write a list of concepts, or the bare words, in place of one.
  if (Array.isArray(value)) return objectsOf(value).map(namesOf).join(' | ')
  if (typeof value === 'string') return plain(value)
  const concept = objectOf(value)
  let names = textOf(concept?.['text']) ?? ''
  for (const coding of objectsOf(concept?.['coding'])) {
    const display = textOf(coding['display'])
    if (display !== undefined && display !== names) names += ` | ${display}`
  }
  return plain(names)
}

/** Whether anything can be made of what it is called: two letters that we read. */
export const isNamed = (names: string): boolean => /[a-z]{2}/.test(names)

const patterns = new WeakMap<readonly PresenceRule[], RegExp>()

const patternOf = (rules: readonly PresenceRule[]): RegExp => {
  const known = patterns.get(rules)
  if (known !== undefined) return known
  // In their order those that begin alike stand together, which the search makes use of.
  const words = rules.flatMap(({ names }) => names ?? []).sort()
  const pattern = new RegExp(words.length === 0 ? '(?!)' : words.join('|'))
  patterns.set(rules, pattern)
  return pattern
}

const nothing: readonly PresenceRule[] = []

/** The rules that are named in words. */
export const namedRules = (
  rules: readonly PresenceRule[],
  names: string,
): readonly PresenceRule[] =>
  names === '' || !patternOf(rules).test(names)
    ? nothing
    : rules.filter((rule) => rule.names?.some((name) => names.includes(name)) === true)
