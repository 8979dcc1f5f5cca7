import { describe, expect, test } from 'vitest'
import { badLineKinds, quirks, rates } from '../src/sweep/generate/index.ts'
import { read } from './repository.test-support.ts'

const page = read('docs/population.md')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.slice(2, -2).split(' | '))

describe('the page on populations', () => {
  test('has each situation that is generated, with its rate, and no other', () => {
    const told = rows.filter(([, , rate]) => rate?.endsWith(' %') === true)
    expect(told).toEqual(
      Object.entries(rates).map(([situation, { of, rate }]) => [
        situation,
        of,
        `${String(Number((rate * 100).toFixed(4)))} %`,
      ]),
    )
  })

  test('has each quirk, and each kind of bad line', () => {
    const told = new Set(rows.flatMap(([, names = '']) => names.split('; ')))
    expect(quirks.map(({ name }) => name).filter((name) => !told.has(name))).toEqual([])
    expect(page.replaceAll(/\s+/g, ' ')).toContain(badLineKinds.join('; '))
    expect(page).toContain(`one to three of these ${String(quirks.length)}.`)
  })
})
