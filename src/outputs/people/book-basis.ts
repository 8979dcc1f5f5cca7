import type { Definition } from '../../logic/definition.ts'
import type { Fact } from '../../logic/fact.ts'
import { formatQuantity, units } from '../../logic/quantity.ts'
import { conditionWords, oneSentence } from '../condition-words.ts'
import { outsideConfidence } from '../evidence.ts'
import type { Evidence } from '../evidence.ts'
import { anchor, generated, page, plain, table } from './markdown.ts'

/** Every assertion of the source, in our words. */
export const sourcePage = ({ source }: Evidence): string =>
  page(
    '# The source, assertion by assertion',
    `${generated} The source is an answer made by a language model and published as awaiting human review. It is not carried here: these are our own words. The last column holds its citation numbers.`,
    table(
      ['No.', 'Part', 'Says', 'Cites'],
      Object.entries(source).map(([number, { section, says, cites }]) => [
        `${anchor(number)}${number}`,
        plain(section),
        plain(says),
        cites.map((one) => `[${String(one)}](references.md#citation-${String(one)})`).join(', '),
      ]),
    ),
  )

/** Every reading, and why it was chosen. */
export const readingsPage = ({ readings, notComputable }: Evidence): string =>
  page(
    '# Our readings',
    `${generated} Where the source is silent or contradicts itself, this is how it is read. No clinician has signed these readings off.`,
    table(
      ['No.', 'What is left open', 'Our reading', 'Why'],
      Object.entries(readings).map(([number, { question, reading, because }]) => [
        `${anchor(number)}${number}`,
        plain(question),
        plain(reading),
        [because, ...(notComputable[number] === undefined ? [] : [notComputable[number]])]
          .map(plain)
          .join(' '),
      ]),
    ),
  )

/** What the source cites, as far as it can be inferred, and what was brought in from outside. */
export const referencesPage = ({ citations, outside }: Evidence): string =>
  page(
    '# References',
    generated,
    '## Cited by the source',
    'The source gives numbers and no reference list. The identity of each is inferred.',
    table(
      ['No.', 'Inferred', 'Confidence', 'To know'],
      citations.map(({ number, inferred, confidence, note }) => [
        `${anchor(`citation-${String(number)}`)}${String(number)}`,
        plain(inferred),
        confidence,
        plain(note ?? ''),
      ]),
    ),
    '## From outside the source',
    'Used only to make the whole safer.',
    table(
      ['Key', 'Reference', 'Shows', 'How sure'],
      Object.entries(outside).map(([key, of]) => [
        `${anchor(key)}${plain(key)}`,
        plain(of.reference),
        plain(of.shows),
        outsideConfidence(of),
      ]),
    ),
  )

const factRow = (fact: Fact): readonly string[] => [
  `\`${fact.id}\``,
  plain(fact.question),
  fact.kind === 'presence'
    ? 'yes, no, or not known'
    : `${units[fact.unit].words}, ${fact.possible.join(' to ')}${Object.keys(fact.accepts).length === 0 ? '' : `; also ${Object.keys(fact.accepts).join(', ')}`}`,
  fact.absent === 'ask' ? 'not known' : 'assumed absent, and listed',
  plain(fact.basis),
]

/** Every fact that may be known of a person, and every number that decides something. */
export const factsPage = (definition: Definition): string =>
  page(
    '# Facts and limits',
    generated,
    '## Facts',
    table(['Name', 'Question', 'Answer', 'Left out', 'From'], definition.facts.map(factRow)),
    `${anchor('limits')}\n\n## Limits`,
    table(
      ['Name', 'Value', 'From'],
      definition.limits.map((limit) => [
        `\`${limit.name}\``,
        `${formatQuantity(limit)}${limit.ownFirst === true ? ', where the result carries no limit of its own' : ''}`,
        plain(limit.basis),
      ]),
    ),
    '## What follows from what',
    table(
      ['Where', 'Then'],
      definition.implications.map(({ when, fact, is }) => [
        plain(oneSentence(conditionWords(when))),
        plain(is === 'true' ? fact.words : fact.negated),
      ]),
    ),
  )
