import { fold } from '../../logic/condition.ts'
import type { Limit } from '../../logic/condition.ts'
import { formatQuantity } from '../../logic/quantity.ts'
import { applies } from '../../logic/statement.ts'
import type { Statement } from '../../logic/statement.ts'
import { conditionWords, oneSentence } from '../condition-words.ts'
import { outsideConfidence } from '../evidence.ts'
import type { Evidence } from '../evidence.ts'
import { generalWords } from '../general-words.ts'
import type { Masses } from '../general-words.ts'
import { anchor, bullets, conditionList, page, plain } from './markdown.ts'
import type { Linked } from './markdown.ts'

/** What a page of the book is made from, besides the statement. */
export interface BookContext {
  readonly evidence: Evidence
  readonly masses: Masses
  readonly linked: Linked
  /** The paths of the test files that name a statement. */
  readonly tests: (id: string) => readonly string[]
  /** The statements that give way to one where it holds. */
  readonly defeats: (statement: Statement) => readonly Statement[]
}

const part = (title: string, body: string): string => (body === '' ? '' : `**${title}**\n\n${body}`)

const urgency = ({ kind, urgentUnlessFalse }: Statement): string => {
  if (kind === 'emergency') return 'An emergency.'
  if (kind === 'urgent') return 'Urgent.'
  return urgentUnlessFalse === undefined
    ? ''
    : `Urgent, unless this is known to be false: ${plain(oneSentence(conditionWords(urgentUnlessFalse)))}.`
}

const limitsIn = (statement: Statement): readonly Limit[] => {
  const found = new Map<string, Limit>()
  const nothing = (): void => undefined
  fold<void>(applies(statement), {
    is: nothing,
    compare: (_fact, _by, limit) => {
      found.set(limit.name, limit)
    },
    known: nothing,
    all: nothing,
    any: nothing,
    not: nothing,
  })
  return [...found.values()]
}

/** One statement: what it says, when it holds, what goes before it, and everything it rests on. */
export const statementPage = (statement: Statement, context: BookContext): string => {
  const { evidence, linked, masses } = context
  const { id, title, kind, basis, says, action, unless, outside, references } = statement
  const sources = statement.implements.flatMap((number) => {
    const said = evidence.source[number]
    if (said === undefined) return []
    const cites = said.cites.length === 0 ? '' : ` [${said.cites.join(', ')}]`
    return [`[${number}](source.md#${number}), ${said.section}: ${plain(said.says)}${plain(cites)}`]
  })
  const readings = statement.implements.flatMap((number) => {
    const reading = evidence.readings[number]
    return reading === undefined
      ? []
      : [`[${number}](readings.md#${number}): ${plain(reading.reading)}`]
  })
  const cited = evidence.citations
    .filter(({ number }) => references.includes(number))
    .map(
      ({ number, inferred, confidence }) =>
        `[${String(number)}](references.md#citation-${String(number)}), reference not supplied; inferred with ${confidence} confidence: ${plain(inferred)}`,
    )
  const brought = outside.flatMap((key) => {
    const found = evidence.outside[key]
    return found === undefined
      ? []
      : [
          `[${plain(key)}](references.md#${key}): ${plain(found.reference)}. ${plain(found.shows)} (${outsideConfidence(found)})`,
        ]
  })
  return page(
    `${anchor(id)}\n\n### ${plain(title)}`,
    `\`${id}\` · ${kind} · basis: ${basis.join(', ')}`,
    plain(says),
    part(
      'What to do',
      bullets([
        plain(generalWords(action, masses)),
        ...(action.also ?? []).map(
          ({ when, words }) => `If *${plain(oneSentence(conditionWords(when)))}*: ${plain(words)}`,
        ),
      ]),
    ),
    part('Holds when', conditionList(conditionWords(statement.when), linked)),
    part('Gives way to', bullets((unless ?? []).map((defeat) => linked(defeat.id)))),
    part('Goes before', bullets(context.defeats(statement).map((other) => linked(other.id)))),
    part('Urgency', urgency(statement)),
    part('Source', bullets(sources)),
    part('Our readings, signed off by nobody', bullets(readings)),
    part('Citations of the source', bullets(cited)),
    part('Outside evidence, not in the source', bullets(brought)),
    part(
      'Limits that decide it',
      bullets(
        limitsIn(statement).map(
          (limit) =>
            `[${limit.name}](facts.md#limits): ${formatQuantity(limit)}${limit.ownFirst === true ? ', where the result carries no limit of its own' : ''} (${plain(limit.basis)})`,
        ),
      ),
    ),
    part(
      'Tests that name it',
      bullets(context.tests(id).map((path) => `[${path}](../../${path})`)),
    ),
  ).trimEnd()
}
