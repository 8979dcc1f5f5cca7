import { describe, expect, test } from 'vitest'
import { guideline } from '../../src/guideline/index.ts'
import type { Stated } from '../../src/proof/concrete.ts'
import { disagreement } from './disagreement.ts'
import type { Disagreement } from './disagreement.ts'
import type { Engine } from './engine.ts'
import { pairwise } from './pairwise.ts'
import { oneByOne, randomPatients } from './patients.ts'

/** Lends an engine to a piece of work, and cleans up after it. */
export type Lent = (
  work: (engine: Engine) => Promise<Disagreement | undefined>,
) => Promise<Disagreement | undefined>

/** How many patients an engine is asked about; a slow one about fewer. */
export interface Extent {
  readonly random: number
  /** Around how many of the base patients each fact is stated in every way; all by default. */
  readonly bases?: number
}

/** The seed of the random patients; another may be tried with AGREEMENT_SEED. */
const seed = Number(process.env['AGREEMENT_SEED'] ?? 20261125)

/** How long a slow engine may take on a busy machine. */
const patience = 240_000

/** The tests that an engine gives the truths of the explained evaluation, unknowns included. */
export const agrees = (engine: Lent, { random, bases }: Extent): void => {
  const cases: readonly [title: string, patients: () => readonly Stated[]][] = [
    ['on both sides of every limit, and with each fact left out', () => oneByOne(guideline, bases)],
    ['where every two facts meet in every two ways', () => pairwise(guideline)],
    [`on ${String(random)} random patients`, () => randomPatients(guideline, random, seed)],
  ]
  test.each(cases)(
    '%s',
    async (_title, patients) => {
      expect(await engine((one) => disagreement(guideline, one, patients()))).toBeUndefined()
    },
    patience,
  )
}

/** A fault put into an output on purpose; where it must show first, and for which smallest patient. */
export interface Fault {
  readonly title: string
  readonly engine: Lent
  readonly statement: string
  readonly patient: string
}

/** The tests that a planted fault is caught, and shown by the smallest patient. */
export const catches = (...faults: readonly Fault[]): void => {
  describe('a planted fault is caught and shown by the smallest patient', () => {
    test.each(faults.map((fault) => [fault.title, fault] as const))(
      '%s',
      async (_title, { engine, statement, patient }) => {
        const found = await engine((one) => disagreement(guideline, one, oneByOne(guideline, 1)))
        expect([found?.statement, found?.words]).toEqual([statement, patient])
      },
      patience,
    )
  })
}

/** Replaces a part of a text that must be there. */
export const replaced =
  (part: string, by: string) =>
  (text: string): string => {
    if (!text.includes(part)) throw new Error(`There is no ${part}`)
    return text.replace(part, by)
  }
