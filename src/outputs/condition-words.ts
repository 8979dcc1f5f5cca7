import { fold } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Comparison } from '../logic/interval.ts'
import { formatQuantity } from '../logic/quantity.ts'
import { applies } from '../logic/statement.ts'

/** A condition as a reader says it; ideas and statements are named and not spelled out. */
export type Words =
  | { readonly kind: 'leaf'; readonly text: string }
  | { readonly kind: 'reference'; readonly name: string; readonly negated: boolean }
  | { readonly kind: 'group'; readonly joined: 'all' | 'any'; readonly of: readonly Words[] }

/** An idea that several statements share, and what it means. */
export interface Idea {
  readonly name: string
  readonly means: Words
}

/** A condition and its opposite, and what a group of that name is made of. */
interface Faces {
  readonly yes: Words
  readonly no: Words
}

const comparisons: Readonly<Record<Comparison, string>> = {
  '<': 'below',
  '<=': 'at most',
  '>': 'above',
  '>=': 'at least',
}

const opposite: Readonly<Record<Comparison, Comparison>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

const leaf = (text: string): Words => ({ kind: 'leaf', text })

const group = (joined: 'all' | 'any', of: readonly Words[]): Words => {
  const flat = of.flatMap((part) =>
    part.kind === 'group' && part.joined === joined ? part.of : [part],
  )
  const [only] = flat
  return flat.length === 1 && only !== undefined ? only : { kind: 'group', joined, of: flat }
}

const facesOf = (condition: Condition, met: Map<string, Words>): Faces => {
  const joined =
    (word: 'all' | 'any') =>
    (parts: readonly Faces[], name?: string): Faces => {
      const yes = group(
        word,
        parts.map((part) => part.yes),
      )
      if (name === undefined) {
        const other = word === 'all' ? 'any' : 'all'
        return {
          yes,
          no: group(
            other,
            parts.map((part) => part.no),
          ),
        }
      }
      if (!met.has(name)) met.set(name, yes)
      return {
        yes: { kind: 'reference', name, negated: false },
        no: { kind: 'reference', name, negated: true },
      }
    }
  return fold<Faces>(condition, {
    is: ({ words, negated }) => ({ yes: leaf(words), no: leaf(negated) }),
    compare: ({ words }, by, limit) => {
      const own = limit.ownFirst === true ? 'the laboratory’s own lower limit, else ' : ''
      const compared = (how: Comparison): Words =>
        leaf(`${words} ${comparisons[how]} ${own}${formatQuantity(limit)}`)
      return { yes: compared(by), no: compared(opposite[by]) }
    },
    known: ({ words }) => ({ yes: leaf(`${words} is known`), no: leaf(`${words} is not known`) }),
    all: joined('all'),
    any: joined('any'),
    not: ({ yes, no }) => ({ yes: no, no: yes }),
  })
}

/** A condition in words. */
export const conditionWords = (condition: Condition): Words => facesOf(condition, new Map()).yes

/** The ideas that the statements of a definition share, each after those it is made of. */
export const ideasOf = (definition: Definition): readonly Idea[] => {
  const met = new Map<string, Words>()
  for (const statement of definition.statements) facesOf(applies(statement), met)
  const statements = new Set(definition.statements.map(({ id }) => id))
  return [...met].flatMap(([name, means]) => (statements.has(name) ? [] : [{ name, means }]))
}

/** Words on one line: "on dialysis, or eGFR below 30 mL/min/1.73 m²". */
export const oneSentence = (
  words: Words,
  named: (name: string) => string = (name) => name,
): string => {
  switch (words.kind) {
    case 'leaf':
      return words.text
    case 'reference':
      return `${words.negated ? 'not: ' : ''}${named(words.name)}`
    case 'group': {
      const parts = words.of.map((part) =>
        part.kind === 'group' ? `(${oneSentence(part, named)})` : oneSentence(part, named),
      )
      return parts.join(words.joined === 'all' ? '; and ' : '; or ')
    }
  }
}
