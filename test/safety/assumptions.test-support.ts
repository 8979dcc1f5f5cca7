import { z } from 'zod'
import { policySchema } from '../../src/assess/policy.ts'
import { guideline } from '../../src/guideline/index.ts'
import { staleAfterDays } from '../../src/guideline/limits.ts'
import { readings } from '../../src/guideline/readings.ts'
import { citations, outsideReferences } from '../../src/guideline/references.ts'
import { outsideConfidence } from '../../src/outputs/evidence.ts'
import { formatNumber, formatQuantity, units } from '../../src/logic/quantity.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** A table whose last column is left blank for a signature. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [[...head, 'Signed off by (name, role, date)'], [...head, ''].map(() => '---')]
    .concat(rows.map((cells) => [...cells.map(cell), ' ']))
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

const { statements, facts, limits } = guideline

const carriedBy = (number: string): string => {
  const carrying = statements.filter((one) => one.implements.some((known) => known === number))
  return carrying.length === 0
    ? 'no statement: the program as a whole'
    : carrying.map(({ id }) => id).join(', ')
}

/** Every number within an action, by its path. */
const numbersIn = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'number') return [[path, formatNumber(value)]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    numbersIn(inner, path === '' ? name : `${path}.${name}`),
  )
}

/** Conditions within an action repeat the limits, which have a table of their own. */
const ownNumbers = (action: object): readonly (readonly [string, string])[] =>
  numbersIn(
    Object.fromEntries(
      Object.entries(action).filter(([name]) => !['also', 'notWhile', 'to'].includes(name)),
    ),
  )

const policyBounds = numbersIn(z.toJSONSchema(policySchema)).map(([path, value]) => [
  path.replace(/^properties\./, '').replaceAll('.properties.', '.'),
  value,
])

/** Every reading, outside number and assumption of the code, for those who must sign them off. */
export const assumptionsPage = (): string => `# Assumptions to be signed off

Made from the code by \`npx vitest run test/safety -u\`; a test fails when it is not as the code makes it. **Nobody has signed
any of it.** Who signs fills in the last column in the copy that goes with a [release statement](release-statement.md):
this page is made anew with each change. It speaks of version ${guideline.version} of the guideline.

## Readings of what the source leaves open

${table(
  ['No.', 'Question', 'Reading', 'Why', 'Carried by'],
  Object.entries(readings).map(([number, { question, reading, because }]) => [
    number,
    question,
    reading,
    because,
    carriedBy(number),
  ]),
)}

## Limits

${table(
  ['Limit', 'Value', 'Basis'],
  [
    ...limits.map((limit) => [
      limit.name,
      `${formatQuantity(limit)}${limit.ownFirst === true ? " (the laboratory's own goes first)" : ''}`,
      limit.basis,
    ]),
    ['staleAfterDays', `${String(staleAfterDays)} days`, 'R04'],
  ],
)}

## Numbers in what is advised

${table(
  ['Statement', 'Number', 'Value', 'Basis'],
  statements.flatMap(({ id, action, basis, implements: numbers, outside }) =>
    ownNumbers(action).map(([name, value]) => [
      id,
      name,
      value,
      `${basis.join(', ')}: ${[...numbers, ...outside].join(', ')}`,
    ]),
  ),
)}

## Evidence from outside the source

${table(
  ['Key', 'Reference', 'What it is taken to show', 'How sure', 'Used by'],
  Object.entries(outsideReferences).map(([key, evidence]) => [
    key,
    evidence.reference,
    evidence.shows,
    outsideConfidence(evidence),
    statements
      .filter(({ outside }) => outside.includes(key))
      .map(({ id }) => id)
      .join(', '),
  ]),
)}

## What the citations of the source are taken for

${table(
  ['No.', 'Inferred identity', 'Confidence', 'Note'],
  citations.map(({ number, inferred, confidence, note }) => [
    String(number),
    inferred,
    confidence,
    note ?? '',
  ]),
)}

## What is taken as absent when nobody says

${table(
  ['Fact', 'Words', 'Basis'],
  facts.filter(({ absent }) => absent !== 'ask').map(({ id, words, basis }) => [id, words, basis]),
)}

## What a value may be

Outside "possible" a value is refused; outside "likely" it is used, and the reader is asked to check it.

${table(
  ['Fact', 'Unit', 'Possible', 'Likely', 'Also read in'],
  facts.flatMap((fact) =>
    fact.kind === 'quantity'
      ? [
          [
            fact.id,
            units[fact.unit].words,
            fact.possible.join(' to '),
            fact.likely.join(' to '),
            Object.entries(fact.accepts)
              .map(([unit, factor]) => `${unit} (${JSON.stringify(factor)})`)
              .join(', '),
          ],
        ]
      : [],
  ),
)}

## What a site's policy may set

${table(['Bound', 'Value'], policyBounds)}
`
