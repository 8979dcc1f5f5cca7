import { beforeAll, expect, test } from 'vitest'
import { guideline } from '../../src/guideline/index.ts'
import { notGuarding } from '../../src/guideline/not-guarding.ts'
import { promises } from '../../src/guideline/promises.ts'
import { guards } from '../../src/proof/guards.ts'
import type { Guard } from '../../src/proof/guards.ts'

let found: readonly Guard[]
let seconds: number
beforeAll(async () => {
  // What it costs and not how long it took: other work on the machine is not held against it.
  const began = process.cpuUsage()
  found = await guards(guideline, promises)
  const { user, system } = process.cpuUsage(began)
  seconds = (user + system) / 1e6
})

const listed = notGuarding.flatMap(({ parts }) => parts)

test('no condition, exception, implication or added sentence that guards a patient can be lost unnoticed', () => {
  const unnoticed = found.filter(
    ({ id, breaks, effect }) => breaks === undefined && effect !== 'none' && !listed.includes(id),
  )
  expect(unnoticed).toEqual([])
})

test('what is listed as guarding nobody is still there, and only makes open answers decided', () => {
  const effects = listed.map((part) => found.find(({ id }) => id === part)?.effect)
  expect(effects).toEqual(listed.map(() => 'open answers only'))
})

test('every part of the guideline was taken out once, in less than a minute and a half of computing', () => {
  expect(found.length).toBeGreaterThan(600)
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
  expect(seconds).toBeLessThan(90)
})

test('a promise less, and something is lost unnoticed', async () => {
  const fewer = promises.filter(({ id }) => !id.startsWith('12-'))
  const now = await guards(guideline, fewer, ({ id }) => id.startsWith('outside-guideline without'))
  expect(now.filter(({ effect }) => effect === 'advice')).not.toEqual([])
})
