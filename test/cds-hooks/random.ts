/** A source of random numbers that a seed repeats. */
export interface Random {
  /** From 0 up to and without 1. */
  readonly next: () => number
  /** A whole number from 0 up to and without the bound. */
  readonly below: (bound: number) => number
  readonly pick: <T>(list: readonly T[]) => T
}

/** Random numbers of a seed (mulberry32). */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (bound: number): number => Math.floor(next() * bound)
  return { next, below, pick: (list) => list[below(list.length)] as (typeof list)[number] }
}
