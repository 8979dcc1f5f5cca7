/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 up to, and not including, 1. */
  readonly next: () => number
  /** A whole number from 0 up to, and not including, the bound. */
  readonly below: (bound: number) => number
  /** Whether something of this rate happens. */
  readonly chance: (rate: number) => boolean
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T
}

/** Spreads the bits of a whole number; each 32-bit number has a result of its own. */
export const mix = (number: number): number => {
  let spread = Math.imul(number ^ (number >>> 16), 0x21f0aaad)
  spread = Math.imul(spread ^ (spread >>> 15), 0x735a2d97)
  return (spread ^ (spread >>> 15)) >>> 0
}

/** The numbers that belong to a seed and, for example, a person and a file. */
export const randomFrom = (seed: number, one = 0, other = 0): Random => {
  let a = mix(seed + 0x9e3779b9)
  let b = mix(a ^ one)
  let c = mix(b + other)
  let count = 1
  const draw = (): number => {
    const sum = (a + b + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  // The first numbers still show the seed.
  for (let round = 0; round < 8; round += 1) draw()
  const next = (): number => draw() / 0x1_0000_0000
  const below = (bound: number): number => Math.floor(next() * bound)
  return {
    next,
    below,
    chance: (rate) => next() < rate,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
  }
}

/**
 * An order of the numbers from 0 up to a count, given by place and without a list of them: the
 * memory that it takes does not grow with the count.
 */
export const orderOf = (count: number, key: number): ((place: number) => number) => {
  const half = Math.max(1, Math.ceil(Math.log2(Math.max(2, count)) / 2))
  const mask = 2 ** half - 1
  const keys = [1, 2, 3, 4].map((round) => mix(key + Math.imul(round, 0x9e3779b9)))
  return (place) => {
    let number = place
    do {
      let left = Math.floor(number / (mask + 1))
      let right = number & mask
      for (const round of keys) [left, right] = [right, left ^ (mix(right ^ round) & mask)]
      number = left * (mask + 1) + right
    } while (number >= count)
    return number
  }
}
