/** Milliseconds of processor time that this process has used: what others do on the machine counts less. */
const used = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The middle of several numbers. */
export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/** Something to be measured, by name. */
export type Work = Readonly<Record<string, () => unknown>>

/** How long to measure. */
export interface Effort {
  readonly rounds: number
  /** Milliseconds of each piece of work in a round. */
  readonly milliseconds: number
}

let kept: unknown

const once = (work: () => unknown, milliseconds: number): number => {
  let count = 0
  const began = used()
  let took = 0
  while (took < milliseconds) {
    for (let each = 0; each < 20; each++) kept = work()
    count += 20
    took = used() - began
  }
  return (took * 1000) / count
}

/** Microseconds of processor time for each piece of work: all of them in turn, round by round. */
export const measure = (
  work: Work,
  { rounds, milliseconds }: Effort,
): Readonly<Record<string, readonly number[]>> => {
  const names = Object.keys(work)
  const results = new Map(names.map((name) => [name, [] as number[]]))
  for (let round = -2; round < rounds; round++) {
    for (const name of names) {
      const took = once(work[name] as () => unknown, milliseconds)
      // The first two rounds only warm up.
      if (round >= 0) results.get(name)?.push(took)
    }
  }
  return Object.fromEntries(results)
}

/** What was made last: read so that no work is left out as useless. */
export const last = (): unknown => kept
