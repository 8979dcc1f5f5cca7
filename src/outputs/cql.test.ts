import { describe, expect, test } from 'vitest'
import { all, any, atLeast, atMost, below, is, named, not } from '../logic/condition.ts'
import { mgPerDay } from '../logic/quantity.ts'
import { exactly } from '../logic/interval.ts'
import { cqlLibrary, cqlParameters, holdsName, undecidedName } from './cql.ts'
import {
  avoid,
  dose,
  measure,
  onDialysis,
  small,
  takesIt,
} from './small-definition.test-support.ts'

const library = cqlLibrary(small)

describe('the statements as a CQL library', () => {
  test('a statement says what it means and rests on, when it holds, and when it cannot be decided', () => {
    expect(library).toContain(
      [
        '// Says: Avoid it. S01, R02. Cites 1.',
        'define "Avoid it holds": "is on dialysis" or ("takes it" and not "low potassium")',
        'define "Avoid it cannot be decided": "Avoid it holds" is null',
        'define "Avoid it is urgent": "Avoid it holds" and (("takes it") is not false)',
      ].join('\n'),
    )
  })
  test('an exception is a name, and a quotation mark in a title does no harm', () => {
    expect(library).toContain(
      [
        '// Says: Measure "it". S01, R02. Outside: a-label.',
        'define "Measure \\"it\\" holds":',
        '  "daily dose above 0 mg/day" and ("potassium" is null) and "low potassium" and not "Avoid it holds"',
      ].join('\n'),
    )
    expect([holdsName(measure), undecidedName(measure)]).toEqual([
      'Measure "it" holds',
      'Measure "it" cannot be decided',
    ])
  })
  test('a comparison names its quantity, its limit with the unit, and where the limit comes from', () => {
    expect(library).toContain(
      [
        'define "daily dose above 0 mg/day": "Above"("dailyDose", 0.0) // S02',
        'define "potassium below the laboratory’s own limit, else 3.5 mmol/L":',
        '  "Below"("potassium", Coalesce("potassium".lowerLimit, 3.5)) // R13',
      ].join('\n'),
    )
  })
  test('what follows is drawn only where nothing is stated', () => {
    expect(library).toContain(
      [
        'define "takes it, as stated": "takesIt"',
        'define "is on dialysis": "Absent unless said"("onDialysis", \'onDialysis?\')',
        'define "takes it":',
        '  Coalesce("takes it, as stated", if "daily dose above 0 mg/day" then true else null)',
      ].join('\n'),
    )
  })
  test('a contradiction is said', () => {
    expect(library).toContain(
      'define "The facts contradict each other": "daily dose above 0 mg/day" and not "takes it, as stated"',
    )
  })
  test('a later implication rests on what earlier ones made of its fact', () => {
    const more = cqlLibrary({
      ...small,
      implications: [
        ...small.implications,
        {
          when: atMost(dose, { ...mgPerDay(0), name: 'none', basis: 'S02' }),
          fact: takesIt,
          is: 'false',
        },
      ],
    })
    expect(more).toContain(
      [
        'define "takes it, rule 1 drawn":',
        '  Coalesce("takes it, as stated", if "daily dose above 0 mg/day" then true else null)',
        'define "takes it":',
        '  Coalesce("takes it, rule 1 drawn", if "daily dose at most 0 mg/day" then false else null)',
      ].join('\n'),
    )
  })
  test('two ideas of one name are told apart, and two statements of one title are refused', () => {
    const other = { ...avoid, id: 'other', title: 'Other' }
    const idea = (when: typeof avoid.when) => ({ ...other, when: named('an idea', when) })
    const both = cqlLibrary({
      ...small,
      statements: [idea(is(takesIt)), { ...idea(is(onDialysis)), id: 'third', title: 'Third' }],
    })
    expect(both).toContain('define "Other holds": "an idea"\n')
    expect(both).toContain('define "Third holds": "an idea (2)"\n')
    expect(() => cqlLibrary({ ...small, statements: [avoid, { ...avoid, id: 'again' }] })).toThrow(
      'CQL names each statement by its title, and "avoid-it" and "again" share one',
    )
  })
  test('long conditions take a line for each part, groups in parentheses', () => {
    const long = 'does something that takes many words to say and so fills a line'
    const busy = { ...takesIt, id: 'busy', words: long }
    const when = all(
      is(busy),
      any(is(busy), all(is(takesIt), is(busy))),
      not(any(is(busy), is(takesIt))),
    )
    const text = cqlLibrary({
      ...small,
      facts: [...small.facts, busy],
      statements: [{ ...avoid, when }],
    })
    expect(text).toContain(
      [
        'define "Avoid it holds":',
        `  "${long}"`,
        `    and ("${long}"`,
        `      or ("takes it" and "${long}"))`,
        `    and not ("${long}" or "takes it")`,
      ].join('\n'),
    )
  })
  test('all of nothing is true, and any of nothing is false', () => {
    const of = (when: typeof avoid.when) =>
      cqlLibrary({ ...small, statements: [{ ...avoid, when }] })
    expect(of(all())).toContain('define "Avoid it holds": true\n')
    expect(of(any())).toContain('define "Avoid it holds": false\n')
    expect(of(not(not(is(takesIt))))).toContain('define "Avoid it holds": not not "takes it"\n')
  })
  test('over the facts of another library the text differs only where the facts come from', () => {
    const facts = {
      library: 'Facts',
      called: 'Facts',
      using: "FHIR version '4.0.1'",
      nameOf: ({ words }: { readonly words: string }) => `${words}, read`,
    }
    const bound = cqlLibrary(small, { facts, name: 'Bound', note: 'Not signed off.' })
    expect(bound).toContain('// Not signed off.\nlibrary Bound version')
    expect(bound).toContain(
      "using FHIR version '4.0.1'\n\ninclude Facts version '1.2.3' called Facts\n\ncontext Patient\n",
    )
    expect(bound).toContain('define "potassium": Facts."potassium, read"')
    expect(bound).toContain('define "Asked, not known": Facts."Asked, not known"')
    const read = '// How a quantity is compared'
    expect(bound.slice(bound.indexOf(read))).toBe(library.slice(library.indexOf(read)))
  })
  test('no line that holds words is longer than 100 characters', () => {
    const comments = library.split('\n').filter((line) => line.startsWith('//'))
    expect(Math.max(...comments.map(({ length }) => length))).toBeLessThanOrEqual(100)
  })
})

describe('a patient as the parameters of the library', () => {
  test('left out, asked and not known, present, and measured are told apart', () => {
    expect(cqlParameters(small, { takesIt: 'true', onDialysis: 'unknown' })).toEqual({
      takesIt: true,
      onDialysis: null,
      dailyDose: null,
      potassium: null,
      'Asked, not known': ['onDialysis?'],
    })
    expect(
      cqlParameters(small, {
        takesIt: 'false',
        dailyDose: { low: 0, lowOpen: true, high: Infinity },
        potassium: { ...exactly(3.2), lowerLimit: 3.6 },
      }),
    ).toEqual({
      takesIt: false,
      onDialysis: null,
      dailyDose: { low: 0, high: null, lowOpen: true, highOpen: false, lowerLimit: null },
      potassium: { low: 3.2, high: 3.2, lowOpen: false, highOpen: false, lowerLimit: 3.6 },
      'Asked, not known': [],
    })
  })
})

test('a limit that is no whole number, and one that is, are both decimals', () => {
  const limit = { ...mgPerDay(12.5), name: 'half', basis: 'R01' }
  const when = all(below(dose, limit), atLeast(dose, { ...limit, value: 12 }))
  const text = cqlLibrary({ ...small, statements: [{ ...avoid, when }] })
  expect(text).toContain('"Below"("dailyDose", 12.5)')
  expect(text).toContain('"At least"("dailyDose", 12.0)')
})
