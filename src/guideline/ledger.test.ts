/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, test } from 'vitest'
import { factsOf } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import { applies } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'
import * as allFacts from './facts.ts'
import { implications } from './implications.ts'
import { guideline, statements } from './index.ts'
import { notComputable } from './ledger.ts'
import * as allLimits from './limits.ts'
import { readings } from './readings.ts'
import { citations, outsideReferences } from './references.ts'
import { source } from './source.ts'

const numbered = (letter: string, last: number): string[] =>
  Array.from({ length: last }, (_one, index) => `${letter}${String(index + 1).padStart(2, '0')}`)

const implemented = new Set<string>(statements.flatMap((statement) => statement.implements))
const reasons: Readonly<Record<string, string | undefined>> = notComputable

describe('the ledger of the source', () => {
  test('the source has S01 to S53 and our readings R01 to R27, none missing and none more', () => {
    expect(Object.keys(source)).toEqual(numbered('S', 53))
    expect(Object.keys(readings)).toEqual(numbered('R', 27))
  })
  test.each([...numbered('S', 53), ...numbered('R', 27)])(
    '%s is implemented by a statement, or listed with a reason, and not both',
    (number) => {
      const reason = reasons[number] ?? ''
      expect(implemented.has(number) || reason !== '', `${number} is claimed by nobody`).toBe(true)
      expect(implemented.has(number) && reason !== '', `${number} is claimed twice`).toBe(false)
    },
  )
})

const isStatement = (value: unknown): value is Statement =>
  typeof value === 'object' && value !== null && 'implements' in value && 'action' in value

/** What the files of this folder export by name, with where it stands. */
const exported = Object.entries(
  import.meta.glob<Readonly<Record<string, unknown>>>(['./*.ts', '!./*.test*.ts', '!./*.test-*'], {
    eager: true,
  }),
).flatMap(([file, values]) =>
  Object.entries(values).map(([name, value]) => ({ file: file.slice(2), name, value })),
)

/** Every condition within a statement's terms: when it holds, how urgent, and each added sentence. */
const conditionsIn = (value: unknown): readonly Condition[] =>
  typeof value !== 'object' || value === null
    ? []
    : 'op' in value
      ? [value as Condition]
      : Object.values(value).flatMap(conditionsIn)

describe('each statement', () => {
  test('that a file exports is named in the list of all', () => {
    const found = exported.filter(({ value }) => isStatement(value))
    expect(found.length).toBeGreaterThan(0)
    const lost = found
      .filter(({ value }) => !statements.includes(value as Statement))
      .map(
        ({ file, name }) =>
          `${name} is exported (src/guideline/${file}) but not named in src/guideline/index.ts`,
      )
    expect(lost, lost.join('\n')).toEqual([])
  })
  test.each(statements)('$id carries out numbers that there are', ({ implements: numbers }) => {
    const none = numbers
      .filter((number) => !(number in source) && !(number in readings))
      .map((number) => `${number} is neither in src/guideline/source.ts nor in readings.ts`)
    expect(none, none.join('\n')).toEqual([])
  })
  test('has an id of its own', () => {
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
  })
  test.each(statements)('$id rests on something', ({ implements: numbers, outside, basis }) => {
    expect(numbers.length + outside.length).toBeGreaterThan(0)
    expect(basis.includes('outside')).toBe(outside.length > 0)
    expect(basis.includes('source')).toBe(numbers.some((number) => number.startsWith('S')))
    expect(basis.includes('reading')).toBe(numbers.some((number) => number.startsWith('R')))
  })
  test.each(statements)('$id cites only what its source numbers cite', (statement) => {
    const cited = statement.implements.flatMap((number) =>
      number in source ? [...source[number as keyof typeof source].cites] : [],
    )
    expect([...new Set(cited)].sort()).toEqual([...statement.references].sort())
  })
  test.each(statements)('$id asks only for facts of the guideline', ({ when }) => {
    const others = factsOf(when).filter((fact) => !guideline.facts.includes(fact))
    const remedy = 'Not named in the list in src/guideline/facts.ts'
    expect(
      others.map(({ id }) => id),
      remedy,
    ).toEqual([])
  })
  test.each(statements)('$id is defeated only by statements of the guideline', ({ unless }) => {
    expect((unless ?? []).filter((defeat) => !statements.includes(defeat))).toEqual([])
  })
})

describe('each fact', () => {
  test('is asked about by a statement or an implication', () => {
    const terms = statements.flatMap((statement) =>
      conditionsIn([applies(statement), statement.urgentUnlessFalse, statement.action]),
    )
    const used = new Set([
      ...[...terms, ...implications.map(({ when }) => when)].flatMap((one) => factsOf(one)),
      ...implications.map(({ fact }) => fact),
    ])
    const idle = guideline.facts.filter((fact) => !used.has(fact)).map(({ id }) => id)
    expect(idle, 'No statement and no implication asks about these facts').toEqual([])
  })
})

describe('names', () => {
  test('a fact is named as its constant', () => {
    for (const [name, value] of Object.entries(allFacts)) {
      if ('id' in value) expect(value.id).toBe(name)
    }
    const lost = Object.keys(allFacts).filter(
      (name) => name !== 'facts' && !guideline.facts.some(({ id }) => id === name),
    )
    expect(lost, 'Exported, but not named in the list in src/guideline/facts.ts').toEqual([])
  })
  test('a limit is named as its constant', () => {
    for (const [name, value] of Object.entries(allLimits)) {
      if (typeof value === 'object' && 'basis' in value) expect(value.name).toBe(name)
    }
    expect(guideline.limits.length).toBe(Object.keys(allLimits).length - 2)
  })
  test('citations 1 to 7 are listed, each as inferred', () => {
    expect(citations.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
  test('every outside reference is used', () => {
    const used = new Set(statements.flatMap(({ outside }) => outside))
    expect(Object.keys(outsideReferences).filter((key) => !used.has(key))).toEqual([])
  })
})
