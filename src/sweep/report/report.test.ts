import { describe, expect, test } from 'vitest'
import { bandTable, doseBand, kidneyBand } from './bands.ts'
import { escaped, jsonInHtml } from './html.ts'
import { reportHtml } from './report.ts'
import { harmful, sampleReport } from './sample.test-support.ts'

const { doses, limits } = sampleReport(10)

describe('the report', () => {
  const html = reportHtml(sampleReport(10))

  test('loads and sends nothing, by its own policy, and has no address in it', () => {
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/(src|href)="|@import|url\(/)
    expect(html).not.toMatch(/https?:/)
  })

  test('writes no markup of an id or of words', () => {
    expect(html).not.toContain(harmful)
    expect(html).not.toContain('<img')
    expect(html.match(/<\/script>/g)).toHaveLength(2)
    expect(html).toContain('45 &lt;mL&gt;')
    expect(html).toContain('kidneys &amp; dialysis')
  })

  test('is the same for the same input', () => {
    expect(reportHtml(sampleReport(10))).toBe(html)
  })

  test('shows each count, and what was rejected and left out', () => {
    expect(html).toContain('<td>3,456</td>')
    expect(html).toContain('1,234 more patients are in results.csv')
    expect(html).toContain('Lines that could not be read')
  })

  test('refuses a row without an outcome for each statement', () => {
    const input = sampleReport(10)
    const [first, ...rest] = input.worklist
    if (first === undefined) expect.fail('no rows')
    const wrong = { ...input, worklist: [{ ...first, outcomes: 'tt' }, ...rest] }
    expect(() => reportHtml(wrong)).toThrow(/synthetic-0/)
  })
})

describe('the table beside the plot', () => {
  const cells = [...bandTable(doses, limits).matchAll(/<td>(\d+)<\/td>/g)].map(([, n]) => Number(n))

  test('counts every patient once', () => {
    expect(cells.reduce((sum, one) => sum + one, 0)).toBe(3 + 5 + 7 + 11 + 13 + 17 + 19 + 23 + 29)
  })

  test('has 30 and 60 inside the moderate band, and 15 within the lower doses', () => {
    expect(cells.slice(0, 4)).toEqual([0, 3, 0, 23])
    expect(cells.slice(4, 8)).toEqual([7, 5, 0, 0])
  })

  test('takes ">60" as above 60, and ">=60" as not known', () => {
    expect(cells.slice(8, 12)).toEqual([17, 11, 13, 0])
    expect(cells.slice(12)).toEqual([19, 0, 0, 29])
  })

  test('knows no band of what is not known', () => {
    expect(kidneyBand(undefined, limits)).toBe('not known')
    expect(doseBand(undefined, limits)).toBe('not known')
  })
})

test('text stands for itself', () => {
  expect(escaped(`<a href="x">'&'</a>`)).toBe(
    '&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;',
  )
  expect(jsonInHtml('</script>\u2028')).toBe('"\\u003c/script>\\u2028"')
})
