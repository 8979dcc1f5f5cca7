import type { Words } from '../logic/record-rules.ts'
import { objectOf, objectsOf, textOf } from './json.ts'

/** Lower case, without accents and without signs that are not seen. */
const plain = (name: string): string => {
  const lower = name.toLowerCase()
  // eslint-disable-next-line no-control-regex -- anything beyond ASCII needs a closer look
  return /[^\x00-\x7f]/.test(lower) ? lower.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '') : lower
}

/** Everything a concept is called: its text and the displays of its codings; empty where it is called nothing. */
export const namesOf = (value: unknown): string => plain(calledIn(value))

/** Between two things that a concept is called. */
const divider = ' | '

const calledIn = (value: unknown): string => {
  // Senders write a list of concepts, or the bare words, in place of one.
  if (Array.isArray(value)) return objectsOf(value).map(calledIn).join(divider)
  if (typeof value === 'string') return value
  const concept = objectOf(value)
  let names = textOf(concept?.['text']) ?? ''
  for (const coding of objectsOf(concept?.['coding'])) {
    const display = textOf(coding['display'])
    if (display !== undefined && display !== names) names += `${divider}${display}`
  }
  return names
}

const longestQuote = 80

/** The first that a concept is called, as it stands there, in quotation marks and cut where it is long. */
export const quoted = (value: unknown): string => {
  const [first = ''] = calledIn(value)
    .split(divider)
    .filter((name) => name.trim() !== '')
  const name = first.replace(/\s+/g, ' ').trim()
  return `"${name.length > longestQuote ? `${name.slice(0, longestQuote)}…` : name}"`
}

/** Whether anything can be made of what it is called: two letters that we read. */
export const isNamed = (names: string): boolean => /[a-z]{2}/.test(names)

const pieceOf = (words: string): string =>
  `${words.trim().replaceAll(' ', '[^a-z0-9]+')}${words.endsWith(' ') ? '(?![a-z0-9])' : ''}`

/**
 * A pattern that finds one of these words, by the spaces at their ends and within. Those that begin
 * a word stand together behind one condition, and alike beginnings side by side: the search is quick.
 */
const patternOf = (words: Words): RegExp => {
  const pieces = (begin: boolean): readonly string[] =>
    words
      .filter((one) => one.startsWith(' ') === begin)
      .map(pieceOf)
      .sort()
  const [begins, anywhere] = [pieces(true), pieces(false)]
  return new RegExp(
    [...(begins.length === 0 ? [] : [`(?<![a-z0-9])(?:${begins.join('|')})`]), ...anywhere].join(
      '|',
    ),
  )
}

const patterns = new WeakMap<Words, RegExp>()

/** Whether names hold one of these words. */
export const holdsWords = (names: string, words: Words): boolean => {
  if (names === '' || words.length === 0) return false
  const known = patterns.get(words)
  const pattern = known ?? patternOf(words)
  if (known === undefined) patterns.set(words, pattern)
  return pattern.test(names)
}

/** Something that is named in words. */
interface Named {
  readonly names?: Words
}

const wordsOfAll = new WeakMap<readonly Named[], Words>()

const allWords = (rules: readonly Named[]): Words => {
  const known = wordsOfAll.get(rules)
  const words = known ?? rules.flatMap(({ names }) => names ?? [])
  if (known === undefined) wordsOfAll.set(rules, words)
  return words
}

const nothing: readonly never[] = []

/** The rules that are named in words. */
export const namedRules = <R extends Named>(rules: readonly R[], names: string): readonly R[] =>
  holdsWords(names, allWords(rules))
    ? rules.filter((rule) => rule.names !== undefined && holdsWords(names, rule.names))
    : nothing
