import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readingMemory } from '../fhir/memory.ts'
import { mutated } from './record-mutation.test-support.ts'
import { rich } from './record-tangled.test-support.ts'
import { eGfr, on, order, patient } from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'
import { readRecord, readSharing } from './record.ts'

const resources = [
  ...(rich['entry'] as readonly Resource[]).map(({ resource }) => resource),
  ...['quinidine sulfate', 'cyclobenzaprine', 'lorazepam'].map((text) =>
    order({ id: text.slice(0, 5), medicationCodeableConcept: { text } }),
  ),
]

const isOrder = (resource: unknown): boolean =>
  (resource as Resource | null)?.['resourceType'] === 'MedicationRequest'

/** What a reading says, with the reasons as they are listed. */
const said = ({ given, why, problems }: ReturnType<typeof readRecord>): object => ({
  given,
  why: [...why],
  problems,
})

test('a record read again with other orders says what it says when it is read alone: 400 mutations', () => {
  let shared = 0
  fc.assert(
    fc.property(fc.integer(), fc.nat(7), fc.boolean(), (seed, gone, isNew) => {
      const first = mutated(resources, seed, 'anything') as readonly unknown[]
      const second = [
        ...first.filter((one, index) => !isOrder(one) || index % 8 !== gone),
        ...(isNew ? [order({ id: 'new', authoredOn: on })] : []),
      ]
      const memory = readingMemory()
      expect(said(readSharing(first, { on }, memory))).toEqual(said(readRecord(first, { on })))
      const { others } = memory
      const alone = [patient(), ...first.filter(isOrder).slice(0, 1)]
      expect(said(readSharing(alone, { on }, memory))).toEqual(said(readRecord(alone, { on })))
      expect(said(readSharing(second, { on }, memory))).toEqual(said(readRecord(second, { on })))
      if (others !== undefined && others.owned.length > 0) shared += 1
    }),
    { numRuns: 400 },
  )
  // Otherwise nothing would have been compared.
  expect(shared).toBeGreaterThan(150)
})

test('a record in which something else has changed too is read anew', () => {
  const memory = readingMemory()
  const given = (value: number): unknown =>
    readSharing([patient(), order(), eGfr(value)], { on }, memory).given['eGfr']?.finding
  expect(given(78)).toMatchObject({ low: 78 })
  expect(given(25)).toMatchObject({ low: 25 })
})
