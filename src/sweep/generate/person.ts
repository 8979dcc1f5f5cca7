import { dayBefore } from './days.ts'
import { hexOf } from './identifiers.ts'
import { mix, randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { rateOf } from './rates.ts'
import type { GeneratorSettings } from './settings.ts'

/** A synthetic person: only what several files must agree on. */
export interface Person {
  /** From 0 on. */
  readonly index: number
  readonly id: string
  readonly sex: 'female' | 'male'
  readonly age: number
  /** `YYYY-MM-DD` */
  readonly birthDate: string
  /** How the person takes baclofen. */
  readonly baclofen: 'by order' | 'by statement' | 'stopped' | 'pump' | 'never'
  /** The date and number of a day so many days before the day of the settings. */
  readonly before: (days: number) => string
  /** Eight hexadecimal digits that are of this person alone. */
  readonly key: string
}

const wayOf = (random: Random): Person['baclofen'] => {
  const draw = random.next()
  const byMouth = rateOf('takes baclofen by mouth')
  const stopped = byMouth + rateOf('baclofen stopped, no active order')
  if (draw < byMouth) {
    const stated = rateOf('baclofen in a statement, not an order')
    return random.chance(stated) ? 'by statement' : 'by order'
  }
  if (draw < stopped) return 'stopped'
  return draw < stopped + rateOf('baclofen for a pump') ? 'pump' : 'never'
}

/** The person of an index, always the same for a seed. */
export const personOf = ({ seed, on }: GeneratorSettings, index: number): Person => {
  const random = randomFrom(seed, index, 0)
  const ageDraw = random.next()
  const child = rateOf('aged below 18')
  const older = rateOf('aged 65 or over')
  const age =
    ageDraw < child
      ? random.below(18)
      : ageDraw < child + older
        ? 65 + random.below(31)
        : 18 + random.below(47)
  const before = dayBefore(on)
  const key = hexOf(mix(index + seed))
  return {
    index,
    id: `${key}-5e0d-4a00-8a00-${hexOf(mix(seed ^ 0x5bd1e995))}${hexOf(index).slice(4)}`,
    sex: random.chance(0.55) ? 'female' : 'male',
    age,
    birthDate: before(Math.floor(age * 365.2425) + 1 + random.below(364)),
    baclofen: wayOf(random),
    before,
    key,
  }
}
