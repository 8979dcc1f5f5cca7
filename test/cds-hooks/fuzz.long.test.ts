import { expect, test } from 'vitest'
import { createApp } from '../../src/apps/server/app.ts'
import { parts } from '../../src/apps/server/cds/call.test-support.ts'
import { breaches } from '../../src/apps/server/cds/conform.test-support.ts'
import { fuzz, seeds } from './fuzz.ts'

const count = 5000

/** FHIR in a suggestion may carry what a mutation put into the draft; everything else is ours. */
const isOurs = (breach: string): boolean => !/^(fhir|Medplum):|\.resource\b/.test(breach)

test(`${String(count)} mutated requests: no error within, no wait, and every card conforms`, async () => {
  const app = createApp(parts())
  const list = seeds()
  const statuses = new Map<number, number>()
  const wrong: string[] = []
  for (let number = 0; number < count; number++) {
    const answer = await fuzz(app, list, number)
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    if (answer.wrong !== undefined) wrong.push(`request ${String(number)}: ${answer.wrong}`)
    if (answer.status === 200 && answer.path.startsWith('/cds-services') && number % 10 === 0) {
      const found = breaches(JSON.parse(answer.text)).filter(isOurs)
      if (found.length > 0) wrong.push(`request ${String(number)}: ${found.join('; ')}`)
    }
  }
  expect(wrong).toEqual([])
  // The mutations must be neither so mild that all are understood, nor so wild that none is.
  expect(statuses.get(200)).toBeGreaterThan(count / 10)
  expect(statuses.get(400)).toBeGreaterThan(count / 20)
  expect(statuses.get(412)).toBeGreaterThan(0)
})
