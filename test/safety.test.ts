import { describe, expect, test } from 'vitest'
import { files, read } from './repository.test-support.ts'
import { assumptionsPage } from './safety/assumptions.test-support.ts'
import { faultOf, hazardPage, hazards, readHazards, riskOf } from './safety/hazards.test-support.ts'
import { brokenLinks } from './safety/links.test-support.ts'

describe('the hazard log', () => {
  test('has at least thirty hazards, numbered on, in every area of the product', () => {
    expect(hazards.length).toBeGreaterThanOrEqual(30)
    expect(hazards.map(({ id }) => Number(id.slice(1)))).toEqual(hazards.map((_one, at) => at + 1))
    expect(new Set(hazards.map(({ area }) => area))).toEqual(
      new Set([
        'Medicine',
        'Record',
        'Service',
        'Page',
        'Population',
        'Printing and calendars',
        'Deployment',
        'Human factors',
      ]),
    )
  })

  test.each(hazards.map((hazard) => [hazard.id, hazard] as const))(
    '%s: what shows its controls is there',
    (_id, { controls }) => {
      const evidence = controls.flatMap((control) => ('shownBy' in control ? control.shownBy : []))
      expect(evidence.map((one) => faultOf(one, files)).filter(Boolean)).toEqual([])
    },
  )

  test('no control makes a risk greater, and none makes harm milder but by making it rarer', () => {
    for (const { id, before, after } of hazards) {
      expect(riskOf(after), id).toBeLessThanOrEqual(riskOf(before))
      expect(after.severity, id).toBe(before.severity)
    }
  })

  test.each([
    ['a test file that is not there', 'test:src/gone.test.ts#a title', 'no such test file'],
    ['a title that is not there', 'test:test/safety.test.ts#a title of nobody', 'no test of this'],
    ['a promise that is not there', 'promise:99-none', 'no such promise'],
    ['a statement that is not there', 'statement:stop-baclofen', 'no such statement'],
    ['a page that is not there', 'page:docs/decisions/9999-none.md', 'no such page'],
    ['what is none of these', 'we are careful', 'not a test'],
  ])('%s is found', (_what, evidence, fault) => {
    expect(faultOf(evidence, files)).toContain(fault)
  })

  test('a hazard that lacks a field, or a control that neither is shown nor to do, is refused', () => {
    const [first] = hazards
    for (const name of Object.keys(first ?? {})) {
      expect(() => readHazards([{ ...first, [name]: undefined }]), name).toThrow()
    }
    expect(() => readHazards([{ ...first, controls: [{ says: 'We are careful.' }] }])).toThrow()
    expect(() =>
      readHazards([{ ...first, controls: [{ says: 'We are careful.', shownBy: [] }] }]),
    ).toThrow()
  })

  test('the page of the log is as its data make it', async () => {
    await expect(hazardPage()).toMatchFileSnapshot('../docs/safety/hazard-log.md')
  })
})

test('the page of assumptions is as the code makes it', async () => {
  await expect(assumptionsPage()).toMatchFileSnapshot('../docs/safety/assumptions.md')
})

describe('links', () => {
  const pages = files.filter((file) => file.startsWith('docs/') && file.endsWith('.md'))

  test.each(pages)('of %s lead to files and headings that are there', (file) => {
    expect(brokenLinks(file)).toEqual([])
  })

  test('to a file or a heading that is not there are found', () => {
    const page = '# A title, twice\n## A title twice\n[a](#a-title-twice) [b](#a-title-twice-1)'
    expect(brokenLinks('docs/x.md', page)).toEqual([])
    expect(brokenLinks('docs/x.md', '[a](gone.md) [b](#gone) [c](architecture.md#gone)')).toEqual([
      'gone.md',
      '#gone',
      'architecture.md#gone',
    ])
  })

  test('every page on safety is in its index', () => {
    const index = read('docs/safety/README.md')
    const own = pages.filter((file) => /^docs\/safety\/(?!README)/.test(file))
    expect(own.length).toBeGreaterThanOrEqual(8)
    expect(own.filter((file) => !index.includes(`(${file.split('/').at(-1) ?? ''})`))).toEqual([])
  })
})
