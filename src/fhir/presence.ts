import type { Given } from '../logic/given.ts'
import type { PresenceRule } from '../logic/record-rules.ts'
import type { Truth } from '../logic/truth.ts'
import type { Found, ListName } from './code-index.ts'
import type { Moment } from './day.ts'
import { quoted } from './names.ts'

/** What one entry says of a fact. */
export interface Said {
  readonly fact: string
  readonly given: Given
}

/** An entry of a list, as far as it says that something is present. */
export interface ListEntry {
  readonly list: ListName
  readonly at: string
  /** How far it says that it is so now. */
  readonly stands: Truth
  readonly codes: readonly Found[]
  readonly names: string
  /** What it is, as it stands there: its words are quoted. */
  readonly concept: unknown
  /** Why it is not certain, where that is not told by its status. */
  readonly doubt?: string | undefined
  /** The rules that its names are words of. */
  readonly named: readonly PresenceRule[]
  readonly moment: Moment | undefined
}

/** What the codes of an entry say, each rule once; what is named in words only must be asked. */
export const saidBy = (entry: ListEntry): readonly Said[] => {
  const { list, at, stands, codes, names, concept, named, moment, doubt } = entry
  if (stands === 'false') return []
  const said = new Map<PresenceRule, Said>()
  const say = (rule: PresenceRule, is: Truth, note: string | undefined): void => {
    const words = note ?? doubt
    said.set(rule, {
      fact: rule.fact,
      given: {
        finding: stands === 'unknown' ? 'unknown' : is,
        from: at,
        ...(moment === undefined ? {} : { date: moment.date }),
        ...(words === undefined ? {} : { note: words }),
      },
    })
  }
  for (const { meaning, display } of codes) {
    if (meaning.is !== list || said.has(meaning.rule)) continue
    const { rule, code } = meaning
    const words = display?.toLowerCase() ?? names
    if (words !== '' && rule.saidAs?.some((word) => words.includes(word)) === false) {
      say(rule, 'unknown', `its code means ${code.means}, its words say "${display ?? names}"`)
    } else say(rule, rule.is, rule.is === 'unknown' ? code.means : undefined)
  }
  for (const rule of named) {
    if (!said.has(rule)) say(rule, 'unknown', inWordsOnly(rule, concept))
  }
  return [...said.values()]
}

/** That words prove nothing, with the words and a code that would. */
const inWordsOnly = ({ is, codes }: PresenceRule, concept: unknown): string => {
  const [code] = is === 'true' ? codes : []
  const remedy =
    code === undefined ? 'ask' : `code it, such as ${code.code} (${code.means}), or ask`
  return `${quoted(concept)} is named in words only: ${remedy}`
}

const weight = { true: 2, unknown: 1, false: 0 } as const

const weightOf = ({ finding }: Given): number =>
  typeof finding === 'string' ? weight[finding] : weight.unknown

/** Puts together what several entries say: what is so goes before what must be asked, then the newest. */
export const strongest = (said: readonly Said[]): Map<string, Given> => {
  const best = new Map<string, Given>()
  for (const { fact, given } of said) {
    const other = best.get(fact)
    if (other === undefined || outweighs(given, other)) best.set(fact, given)
  }
  return best
}

/** In an order that does not hang on where in the record an entry stands. */
const outweighs = (one: Given, other: Given): boolean => {
  const more = weightOf(one) - weightOf(other)
  if (more !== 0) return more > 0
  const [date, otherDate] = [one.date ?? '', other.date ?? '']
  if (date !== otherDate) return date > otherDate
  return String(one.from) < String(other.from)
}
