import type { Truth } from '../logic/truth.ts'
import type { DefinitionDiff, StatementDiff, TextChange, ToldChange } from './diff-result.ts'
import type { Example } from './result.ts'

/** One thing that changed, in a sentence, with the simplest patient of those whom it concerns. */
export interface Change {
  readonly words: string
  readonly example?: Example
}

/** The changes of one version to another under a heading. */
export interface ChangeSection {
  readonly heading: string
  readonly changes: readonly Change[]
}

const truthWords: Readonly<Record<Truth, string>> = {
  true: 'held',
  false: 'did not hold',
  unknown: 'was open',
}

const nowWords: Readonly<Record<Truth, string>> = {
  true: 'holds',
  false: 'does not hold',
  unknown: 'is open',
}

/** Whether patients gain the statement, lose it, or only have it decided differently. */
const turn = (from: Truth, to: Truth): string =>
  to === 'true' ? 'Gained' : from === 'true' ? 'Lost' : 'Decided differently'

const textWords = ({ what, before, after }: TextChange): string => {
  const quoted = (text: string): string => (/[.:;?](\s|$)/.test(text) ? `“${text}”` : text)
  if (before === undefined) return `${what}: new, ${quoted(after ?? '')}`
  return after === undefined
    ? `${what}: gone, ${quoted(before)}`
    : `${what}: ${quoted(before)} → ${quoted(after)}`
}

const toldWords = ({ what, now }: ToldChange): string => {
  if (what === 'urgent') return now === 'told' ? 'Now urgent' : 'No longer urgent'
  if (what === 'on hold') return now === 'told' ? 'Now on hold' : 'No longer on hold'
  return now === 'told' ? `Now ${what}` : `No longer ${what}`
}

const statementSection = (statement: StatementDiff): ChangeSection => {
  const { id, title, change, example, truths, told, texts, rewritten } = statement
  const shown = example === undefined ? {} : { example }
  return {
    heading: `${title} (${id})`,
    changes: [
      ...(change === 'changed'
        ? []
        : [
            {
              words:
                change === 'added'
                  ? `New statement${example === undefined ? ', that holds for nobody' : ''}.`
                  : `Removed${example === undefined ? '; it held for nobody' : ''}.`,
              ...shown,
            },
          ]),
      ...truths.map(({ from, to, example: patient }) => ({
        words: `${turn(from, to)}: ${truthWords[from]}, now ${nowWords[to]}.`,
        example: patient,
      })),
      ...told.map((part) => ({ words: `${toldWords(part)}.`, example: part.example })),
      ...texts.map((text) => ({ words: `${textWords(text)}.` })),
      ...(rewritten
        ? [{ words: 'The condition is written differently; nobody’s answer is different.' }]
        : []),
    ],
  }
}

/** Everything that changed, in the order in which a reader wants it: causes first, then patients. */
export const changeSections = (diff: DefinitionDiff): readonly ChangeSection[] => {
  const { texts, factsAdded, factsRemoved, refusedNow, refusedBefore, statements, moved } = diff
  const about = [
    ...texts.map((text): Change => ({ words: `${textWords(text)}.` })),
    ...factsAdded.map((fact): Change => ({
      words: `New fact: ${fact}. The version before cannot be told it.`,
    })),
    ...factsRemoved.map((fact): Change => ({
      words: `Fact gone: ${fact}. The version after cannot be told it.`,
    })),
    ...(refusedNow === undefined
      ? []
      : [{ words: 'Facts are now refused as contradicting each other.', example: refusedNow }]),
    ...(refusedBefore === undefined
      ? []
      : [
          {
            words: 'Facts are no longer refused as contradicting each other.',
            example: refusedBefore,
          },
        ]),
  ]
  return [
    ...(about.length === 0 ? [] : [{ heading: 'The definition', changes: about }]),
    ...statements.map(statementSection),
    ...(moved.length === 0
      ? []
      : [
          {
            heading: 'Order',
            changes: [
              {
                words: `Listed elsewhere in the plan, with the same answers: ${moved.join(', ')}.`,
              },
            ],
          },
        ]),
  ]
}

const versionWords = (before: string, after: string): string =>
  before === after ? `Version ${before}` : `Version ${before} → ${after}`

/** The outcome of a comparison in one sentence. */
export const diffSummary = ({
  same,
  plansChange,
  before,
  after,
  statements,
}: DefinitionDiff): string => {
  const versions = versionWords(before.version, after.version)
  if (same) return `${versions}: nothing is different.`
  const twice =
    before.version === after.version ? ' Both bear the same version: give the later its own.' : ''
  if (!plansChange) return `${versions}: nobody’s plan is different.${twice}`
  const count = statements.filter(({ rewritten }) => !rewritten).length
  const changed = count === 1 ? 'one statement changes' : `${String(count)} statements change`
  return `${versions}: ${changed}.${twice}`
}

/** A comparison as Markdown, for a changelog: who is affected, and how. */
export const diffMarkdown = (diff: DefinitionDiff): string =>
  [
    `## ${versionWords(diff.before.version, diff.after.version)}`,
    '',
    diffSummary(diff),
    ...changeSections(diff).flatMap(({ heading, changes }) => [
      '',
      `### ${heading}`,
      '',
      ...changes.flatMap(({ words, example }) => [
        `- ${words}`,
        ...(example === undefined ? [] : [`  For example: ${example.words}.`]),
      ]),
    ]),
    '',
  ].join('\n')
