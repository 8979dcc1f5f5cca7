import { describe, expect, test } from 'vitest'
import type { Code } from '../../logic/record-rules.ts'
import { facts } from '../facts.ts'
import { intrathecalBaclofen, oralBaclofen, wrongDrugCodes } from './baclofen.ts'
import { recordRules } from './index.ts'
import { laboratoryRules } from './laboratory.ts'
import { icd10cm, loinc, rxNorm, snomed } from './systems.ts'

const { drug, laboratory, problems, medicines, allergies, procedures } = recordRules
const lists = [...problems, ...medicines, ...allergies, ...procedures]

/** Every code by which a record is read. */
const all: readonly Code[] = [
  ...drug.oral,
  ...drug.anyRoute,
  ...drug.pumped,
  ...drug.routes.oral,
  ...drug.routes.pump,
  ...laboratory.flatMap(({ codes, standIn, computedFrom }) => [
    ...codes,
    ...(standIn?.codes ?? []),
    ...(computedFrom?.codes ?? []),
  ]),
  ...lists.flatMap(({ codes }) => codes),
]

const has = (system: string, code: string): boolean =>
  all.some((one) => one.system === system && one.code === code)

describe('the codes by which a record is read', () => {
  test.each(wrongDrugCodes)('$code, $means, is not among them', ({ system, code }) => {
    expect(has(system, code)).toBe(false)
  })
  test('neither are the wrong codes of public data for other things', () => {
    expect(has(snomed, '43381005')).toBe(false)
    const results = laboratory.flatMap(({ codes }) => codes)
    expect(results.some(({ code }) => code === '2160-0')).toBe(false)
    expect(has(loinc, '50384-7')).toBe(false)
  })
  test('the formula for children is one that is never read', () => {
    expect(laboratoryRules[0]?.never?.map(({ code }) => code)).toEqual(['50384-7'])
  })
  test('each has the form of its terminology', () => {
    const form: Readonly<Record<string, RegExp>> = {
      [rxNorm]: /^\d{3,7}$/,
      [snomed]: /^\d{6,18}$/,
      [loinc]: /^\d{1,5}-\d$/,
      [icd10cm]: /^[A-Z](\d[0-9A-Z](\.[0-9A-Z]{1,4})?)?$/,
    }
    for (const { system, code } of all) expect(code, system).toMatch(form[system] ?? /^[A-Z0-9]+$/)
  })
  test('a LOINC code ends in its check digit', () => {
    const check = (code: string): number => {
      const digits = Array.from(code.split('-')[0] ?? '', Number).reverse()
      const sum = digits.reduce((total, digit, place) => {
        const weighed = place % 2 === 0 ? digit * 2 : digit
        return total + (weighed > 9 ? weighed - 9 : weighed)
      }, 0)
      return (10 - (sum % 10)) % 10
    }
    for (const { system, code } of all) {
      if (system === loinc) expect(Number(code.at(-1)), code).toBe(check(code))
    }
  })
  test('a SNOMED CT code ends in its check digit', () => {
    const times = [
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
      [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
      [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
      [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
      [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
      [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
      [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
      [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
      [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
    ]
    const turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
    const turned = (digit: number, by: number): number =>
      by === 0 ? digit : turned(turn[digit] ?? 0, by - 1)
    const verhoeff = (code: string): number =>
      Array.from(code)
        .reverse()
        .reduce((sum, digit, place) => times[sum]?.[turned(Number(digit), place % 8)] ?? -1, 0)
    for (const { system, code } of all) if (system === snomed) expect(verhoeff(code), code).toBe(0)
  })
  test('every fact that they are of is one of the guideline', () => {
    const known = new Set<string>(facts.map(({ id }) => id))
    for (const { fact } of lists) expect(known).toContain(fact)
    for (const fact of recordRules.ofPresentDose) expect(known).toContain(fact)
  })
})

describe('the products of baclofen', () => {
  test.each([
    ['430902', 5, 'tablet'],
    ['197391', 10, 'tablet'],
    ['2679605', 15, 'tablet'],
    ['197392', 20, 'tablet'],
    ['199280', 25, 'tablet'],
    ['617299', 10, 'tablet'],
    ['617298', 20, 'tablet'],
    ['250976', 1, 'mL'],
    ['2667941', 2, 'mL'],
    ['2593376', 5, 'mL'],
  ])('%s holds %s mg a %s', (code, mg, per) => {
    expect(oralBaclofen.find((product) => product.code === code)).toMatchObject({ mg, per })
  })
  test('none is both by mouth and for a pump', () => {
    const pumped = new Set(intrathecalBaclofen.map(({ code }) => code))
    expect(oralBaclofen.filter(({ code }) => pumped.has(code))).toEqual([])
    expect(pumped.size).toBe(19)
  })
  test('each is called by the strength that it is read with', () => {
    for (const { means, mg, per } of oralBaclofen) {
      expect(means).toContain(per === 'tablet' ? `${String(mg)} mg` : `${String(mg)} mg/mL`)
    }
  })
})

describe('words that name something without a code', () => {
  const words = [
    ...drug.names,
    ...drug.pumpNames,
    ...drug.routes.pumpNames,
    ...drug.asNeededNames,
    ...drug.changingNames,
    ...drug.timesNames.flatMap(({ names }) => names),
    ...laboratory.flatMap(({ standIn }) => standIn?.names ?? []),
    ...lists.flatMap(({ names }) => names ?? []),
  ]
  test('are lower case and plain, as they are looked for so', () => {
    for (const word of words) expect(word).toMatch(/^ ?[a-z0-9]+( [a-z0-9]+)* ?$/)
  })
  test('abbreviations of up to four letters are whole words', () => {
    const short = words.filter((word) => word.trim().length <= 4)
    expect(short.length).toBeGreaterThan(30)
    const begins = [' pump', ' wean', ' ckd4', ' ckd5']
    for (const word of short) if (!begins.includes(word)) expect(word).toMatch(/^ .+ $/)
  })
})

describe('what a list proves by what is not on it', () => {
  test('no set of codes is complete: no supplied list makes a fact false', () => {
    expect(lists.filter(({ complete }) => complete)).toEqual([])
  })
})
