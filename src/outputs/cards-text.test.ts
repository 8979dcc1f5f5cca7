import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chartText, table } from './cards-text.ts'

describe('a text from a chart in Markdown', () => {
  test.each<[string, string, string]>([
    ['an ordinary reference', 'Observation/egfr-1', 'Observation/egfr-1'],
    ['a unit', '1.7 mg/dL', '1.7 mg/dL'],
    ['HTML', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['an entity', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['a link', '[a](b)', '\\[a\\](b)'],
    ['emphasis and code', '**a** _b_ ~c~ `d`', '\\*\\*a\\*\\* \\_b\\_ \\~c\\~ \\`d\\`'],
    ['a table cell', 'a|b', 'a\\|b'],
    ['a backslash before markup', '\\*', '\\\\\\*'],
    ['several lines', 'a\r\n\r\n# b', 'a # b'],
    ['text that is turned around', 'a\u202eb', 'a b'],
  ])('%s', (_what, text, shown) => {
    expect(chartText(text)).toBe(shown)
  })
  test.each(['http://a.example', 'HTTPS://a.example', 'www.a.example', 'a@b.example'])(
    '%s is no address any more, and reads the same',
    (text) => {
      expect(chartText(text)).not.toMatch(/:\/\/|www\.|\w@\w/i)
      expect(chartText(text).replaceAll('\u200b', '')).toBe(text)
    },
  )
  test('a long text is cut', () => {
    expect(chartText('x'.repeat(1000))).toHaveLength(160)
  })
  test('whatever stood in the chart: one line, and nothing that opens markup', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(fc.constantFrom('<', '[', '`', '\\', '|', '\n', '*', '://', 'www.', '@', 'a'))
            .map((parts) => parts.join('')),
        ),
        (text) => {
          const shown = chartText(text)
          expect(shown).not.toMatch(/[\n\r<>]/)
          expect(shown.replace(/\\\\/g, '')).not.toMatch(/(?<!\\)[`*_[\]|~]/)
          expect(shown).not.toMatch(/:\/\/|www\./i)
        },
      ),
      { numRuns: 500 },
    )
  })
  test('a table has as many cells in each row as in its head', () => {
    expect(table(['a', 'b'], [['1', chartText('x|y')]])).toBe(
      '| a | b |\n| --- | --- |\n| 1 | x\\|y |',
    )
  })
})
