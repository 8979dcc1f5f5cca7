import { beforeAll, expect, test } from 'vitest'
import { isDefinition, readDefinition } from '../../src/assess/definition-input.ts'
import { guideline } from '../../src/guideline/index.ts'
import { promises } from '../../src/guideline/promises.ts'
import type { Definition } from '../../src/logic/definition.ts'
import { definitionJson } from '../../src/outputs/definition-json.ts'
import { proverOf } from '../../src/proof/prover.ts'
import { restate } from '../../src/proof/restate.ts'
import { withSolver } from '../../src/proof/session.ts'

/** The guideline with one limit moved, as its exported definition would read. */
const moved = (name: string, by: number): Definition => {
  const written = definitionJson(guideline)
  const limits = written.limits.map((limit) =>
    limit.name === name ? { ...limit, value: Number((limit.value + by).toFixed(2)) } : limit,
  )
  const read = readDefinition({ ...written, limits })
  if (!isDefinition(read)) throw new Error(JSON.stringify(read.problems))
  return read
}

const moves = guideline.limits.flatMap(({ name, unit }) => {
  const step = unit === 'mmol/L' ? 0.05 : 1
  return [
    { name, by: -step },
    { name, by: step },
  ]
})

const noticed = new Map<string, boolean>()
const key = (name: string, by: number): string => `${name} ${String(by)}`

beforeAll(async () => {
  await withSolver(async (terms) => {
    const broken = async (definition: Definition): Promise<boolean> => {
      const claims = promises.flatMap((promise) => promise.claims.map(restate(definition)))
      return (await proverOf(terms, definition).firstBroken(claims)) !== undefined
    }
    noticed.set('none', await broken(moved('adult', 0)))
    for (const { name, by } of moves) noticed.set(key(name, by), await broken(moved(name, by)))
  })
})

test.each(moves)('a promise notices the limit $name moved by $by', ({ name, by }) => {
  expect(noticed.get(key(name, by))).toBe(true)
})

test('no promise is broken by the definition as it is exported and read', () => {
  expect(noticed.get('none')).toBe(false)
})
