/** Synthetic patients as typed facts: the worked examples, and many mixtures of what they say. */
import { readdirSync, readFileSync } from 'node:fs'
import type { FactsInput } from '../src/index.ts'

const folder = new URL('../examples/facts/', import.meta.url)

/** The worked examples of the guideline. */
export const examples: readonly FactsInput[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as FactsInput)

const ages = [17, 45, 58, 64, 65, 78]
const doses = [0, 5, 10, 15, 20, 25, 30, 40]
const kidneys = [undefined, 22, 30, 60, 61, 90]
const presences = [
  'crampsPersist',
  'baclofenSideEffects',
  'physicalMeasuresTried',
  'cirrhosis',
] as const

/** So many patients, no two alike in what is varied, as far as that goes. */
export const patients = (count: number): readonly FactsInput[] =>
  Array.from({ length: count }, (_none, at) => {
    const pick = <T>(from: readonly T[], stride: number): T =>
      from[Math.floor(at / stride) % from.length] as T
    const eGfr = pick(kidneys, 48)
    const said = Object.fromEntries(
      presences.flatMap((id, bit) => (at % (bit + 3) === 0 ? [] : [[id, (at >> bit) % 2 === 0]])),
    )
    return {
      age: pick(ages, 1),
      baclofenDose: pick(doses, 6),
      daysAtDose: at % 12,
      ...(eGfr === undefined ? {} : { eGfr }),
      potassium: 2.4 + (at % 20) / 10,
      magnesium: 0.45 + (at % 9) / 20,
      ...said,
    }
  })
