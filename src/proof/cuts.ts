import { fold } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import { conditionWords } from './words.ts'

/** A condition that lost one part. */
export interface Cut {
  /** The part, in words. */
  readonly without: string
  readonly condition: Condition
}

interface Cuttable {
  readonly self: Condition
  readonly cuts: readonly Cut[]
}

/** Every way to take one part out of a condition. Parts named in `whole` stay as they are. */
export const cutsOf = (condition: Condition, whole: ReadonlySet<string>): readonly Cut[] => {
  const joined =
    (op: 'all' | 'any') =>
    (of: readonly Cuttable[], name?: string): Cuttable => {
      const label = name === undefined ? {} : { name }
      const parts = of.map(({ self }) => self)
      const self: Condition = { op, of: parts, ...label }
      if (name !== undefined && whole.has(name)) return { self, cuts: [] }
      const cuts = of.flatMap((part, index): readonly Cut[] => [
        {
          without: conditionWords(part.self),
          condition: { op, of: parts.filter((_part, at) => at !== index), ...label },
        },
        ...part.cuts.map((cut) => ({
          without: name === undefined ? cut.without : `${cut.without} in ${name}`,
          condition: {
            op,
            of: parts.map((kept, at) => (at === index ? cut.condition : kept)),
            ...label,
          },
        })),
      ])
      return { self, cuts }
    }
  const leaf = (self: Condition): Cuttable => ({ self, cuts: [] })
  const root: Condition =
    condition.op === 'all' && condition.name === undefined
      ? condition
      : { op: 'all', of: [condition] }
  return fold<Cuttable>(root, {
    is: (fact) => leaf({ op: 'is', fact }),
    compare: (fact, by, limit) => leaf({ op: 'compare', fact, by, limit }),
    known: (fact) => leaf({ op: 'known', fact }),
    all: joined('all'),
    any: joined('any'),
    not: ({ self, cuts }) => ({
      self: { op: 'not', of: self },
      cuts: cuts.map(({ without, condition: of }) => ({ without, condition: { op: 'not', of } })),
    }),
  }).cuts
}
