import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wrap } from './wrap.ts'

describe('a text in lines', () => {
  test.each<[what: string, wrapped: string, expected: string]>([
    ['a short one stays one line', wrap('raise the dose'), 'raise the dose'],
    ['a line may be as long as the width', wrap('raise the dose', '', '', 14), 'raise the dose'],
    ['and no longer', wrap('raise the dose', '', '', 13), 'raise the\ndose'],
    ['a word is never broken', wrap('cyclobenzaprine it is', '', '', 5), 'cyclobenzaprine\nit is'],
    ['nothing is one empty line', wrap(''), ''],
    ['spaces and breaks count as one space', wrap(' raise \n\n the  dose '), 'raise the dose'],
    [
      'the lines after the first stand below its text',
      wrap('raise the dose weekly', '  - ', undefined, 14),
      '  - raise the\n    dose\n    weekly',
    ],
    [
      'or are indented as told',
      wrap('raise the dose weekly', '- ', '      ', 15),
      '- raise the\n      dose\n      weekly',
    ],
    ['a heading without a text keeps no trailing space', wrap('', 'Ask: '), 'Ask:'],
  ])('%s', (_what, wrapped, expected) => {
    expect(wrapped).toBe(expected)
  })

  test('is 80 columns wide unless told otherwise', () => {
    expect(wrap('a'.repeat(40) + ' ' + 'b'.repeat(39))).not.toContain('\n')
    expect(wrap('a'.repeat(40) + ' ' + 'b'.repeat(40))).toContain('\n')
  })

  test('keeps every word, in order, and no line is too long that has two', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1 }))
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 30 }), (said, width) => {
        const lines = wrap(said.join(' '), '> ', '  ', width).split('\n')
        const kept = lines.flatMap((line) => line.slice(2).split(' ')).filter(Boolean)
        expect(kept).toEqual(said)
        for (const line of lines.filter((one) => one.slice(2).includes(' '))) {
          expect(line.length).toBeLessThanOrEqual(width)
        }
      }),
    )
  })
})
