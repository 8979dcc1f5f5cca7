import { describe, expect, test } from 'vitest'
import { optionReader } from './options.ts'
import type { NumberRule, OptionReader } from './options.ts'
import { isNotAllowed, notAllowed } from './refusal.ts'

/** What a reader makes of options, and what it says is wrong with them. */
const read = <T>(options: object, ask: (reader: OptionReader) => T) => {
  const reader = optionReader(options)
  return { value: ask(reader), problems: reader.problems }
}

const rule: NumberRule = { least: 0.5, most: 30, unit: 'mg per day' }

describe('a number', () => {
  const number = (value: unknown, more: Partial<NumberRule> = {}) =>
    read({ step: value }, (reader) => reader.number('step', { ...rule, ...more }))

  test.each([0.5, 10, 30])('of %d is within 0.5 to 30', (value) => {
    expect(number(value)).toEqual({ value, problems: [] })
  })

  test.each([0.4, 30.5, -10])('of %d is not, and the range is told', (value) => {
    expect(number(value)).toEqual({
      value: undefined,
      problems: [
        {
          kind: 'impossible',
          where: 'step',
          message: `${String(value)} cannot be used.`,
          remedy: 'Give a number from 0.5 to 30 (mg per day).',
        },
      ],
    })
  })

  test('may have to be whole', () => {
    expect(number(7, { whole: true }).problems).toEqual([])
    expect(number(7.5, { whole: true }).problems).toMatchObject([
      { kind: 'impossible', remedy: 'Give a whole number from 0.5 to 30 (mg per day).' },
    ])
    expect(number(7.5).problems).toEqual([])
  })

  test.each([
    ['10', '"10" is not a number.'],
    [NaN, '"NaN" is not a number.'],
    [null, '"null" is not a number.'],
    [[5, 10], '"5,10" is not a number.'],
    [{ mg: 10 }, 'An object is not a number.'],
    ['9'.repeat(60), `"${'9'.repeat(40)}" is not a number.`],
    [Array.from({ length: 30 }, () => 10), `"${'10,'.repeat(13)}1" is not a number.`],
  ])('is not %o', (value, message) => {
    expect(number(value)).toMatchObject({
      value: undefined,
      problems: [{ kind: 'wrong-shape', where: 'step', message }],
    })
  })

  test('may be left out, unless it is needed', () => {
    const asked = (needed?: string) =>
      read({}, (reader) =>
        reader.number('step', { ...rule, ...(needed === undefined ? {} : { needed }) }),
      ).problems
    expect(asked()).toEqual([])
    expect(asked('The prescriber sets it.')).toEqual([
      {
        kind: 'wrong-shape',
        where: 'step',
        message: 'It is missing.',
        remedy: 'The prescriber sets it.',
      },
    ])
  })
})

describe('a date', () => {
  const date = (options: object) => read(options, (reader) => reader.date('start', 'Give one.'))

  test.each(['2026-11-25', '1900-01-01', '2999-12-31'])('%s', (value) => {
    expect(date({ start: value })).toEqual({ value, problems: [] })
  })

  test.each(['1899-12-31', '3000-01-01', '2026-02-30', '25.11.2026', 20261125, ['2026-11-25']])(
    '%o is none',
    (value) => {
      expect(date({ start: value })).toMatchObject({
        value: '',
        problems: [
          { kind: 'wrong-shape', remedy: expect.stringContaining('YYYY-MM-DD') as string },
        ],
      })
    },
  )

  test('that is missing is told apart from one that is wrong', () => {
    expect(date({}).problems).toMatchObject([{ message: 'It is missing.', remedy: 'Give one.' }])
    expect(date({ start: 'soon' }).problems).toMatchObject([{ message: '"soon" is not a date.' }])
  })
})

describe('several dates', () => {
  const dates = (options: object) => read(options, (reader) => reader.dates('changes'))

  test('are all dates, or refused', () => {
    const both = ['2026-11-25', '2026-12-02']
    expect(dates({ changes: both })).toEqual({ value: both, problems: [] })
    expect(dates({})).toEqual({ value: [], problems: [] })
    expect(dates({ changes: ['2026-11-25', 'soon'] })).toMatchObject({
      value: [],
      problems: [{ message: '"2026-11-25,soon" is not a list of dates.' }],
    })
    expect(dates({ changes: '2026-11-25' }).problems).toHaveLength(1)
  })
})

describe('yes or no', () => {
  const flag = (value: unknown) => read({ whole: value }, (reader) => reader.flag('whole'))

  test('is true, false, or left out', () => {
    expect(flag(true)).toEqual({ value: true, problems: [] })
    expect(flag(false)).toEqual({ value: false, problems: [] })
    expect(flag(undefined)).toEqual({ value: false, problems: [] })
  })

  test.each(['true', 1, null])('is not %o', (value) => {
    expect(flag(value)).toMatchObject({ value: false, problems: [{ kind: 'wrong-shape' }] })
  })
})

describe('tablet strengths', () => {
  const strengths = (value?: unknown, otherwise?: readonly number[]) =>
    read({ strengths: value }, (reader) => reader.strengths('strengths', otherwise))

  test.each<[string, readonly number[], readonly number[]]>([
    ['come larger first', [5, 10, 2.5], [10, 5, 2.5]],
    ['may be one', [10], [10]],
    ['may be 0.5 and 30 mg', [0.5, 30], [30, 0.5]],
    ['may be eight', [1, 2, 3, 4, 5, 6, 7, 8], [8, 7, 6, 5, 4, 3, 2, 1]],
  ])('%s', (_what, value, expected) => {
    expect(strengths(value)).toEqual({ value: expected, problems: [] })
  })

  test.each<[string, unknown]>([
    ['none', []],
    ['nine', [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['one of 0 mg', [0]],
    ['one of less', [-5]],
    ['one above 30 mg', [30.5]],
    ['one in quarters', [2.25]],
    ['the same twice', [10, 10]],
    ['words', ['10']],
    ['no list', 10],
  ])('are refused: %s', (_what, value) => {
    expect(strengths(value)).toMatchObject({
      value: [],
      problems: [{ kind: 'impossible', remedy: expect.stringContaining('one to eight') as string }],
    })
  })

  test('are those of the site when none are given, and asked for when it has none', () => {
    expect(strengths(undefined, [5, 20])).toEqual({ value: [20, 5], problems: [] })
    expect(strengths([10], [5, 20])).toEqual({ value: [10], problems: [] })
    expect(strengths()).toMatchObject({
      value: [],
      problems: [{ message: 'It is not known which tablets are at hand.' }],
    })
  })
})

test('all that is wrong is told at once, in the order in which it was asked', () => {
  const { problems } = read({ start: 'soon', step: 'big' }, (reader) => {
    reader.date('start', '')
    reader.number('step', rule)
    reader.refuse('every', 'Too often.', 'Wait longer.')
  })
  expect(problems.map(({ where }) => where)).toEqual(['start', 'step', 'every'])
})

test('an assessment that says no is told apart from an option that is wrong', () => {
  const no = notAllowed('increase-baclofen', 'No.', 'Assess again.')
  const wrong = { kind: 'impossible', where: 'start', message: '', remedy: '' } as const
  expect(isNotAllowed(no)).toBe(true)
  expect(isNotAllowed({ problems: [wrong] })).toBe(false)
  expect(isNotAllowed({ problems: [...no.problems, wrong] })).toBe(false)
})
