/** So many tablets of a strength; halves count 0.5. */
export interface Tablets {
  readonly mgPerTablet: number
  readonly tablets: number
}

/** How tablets make an amount: the cheapest of all combinations. */
interface Made {
  /** Tablets that are halved. Fewer come first, whatever else. */
  readonly halves: number
  /** Pieces to swallow, a half being a piece. */
  readonly pieces: number
  /** The piece that was added last; undefined for the empty amount. */
  readonly last?: Piece
}

interface Piece {
  readonly mgPerTablet: number
  readonly part: 0.5 | 1
  readonly quarters: number
}

/** What whole and half tablets of some strengths make, for every amount up to a limit. */
export interface TabletTable {
  /** The makings by amount, in quarters of a milligram; a hole where nothing makes the amount. */
  readonly made: readonly (Made | undefined)[]
}

/** Amounts are counted in quarters of a milligram: strengths are multiples of 0.5 mg, and are halved. */
export const quartersOf = (mg: number): number => Math.round(mg * 4 * 1e6) / 1e6

/**
 * Every amount up to `mostMg` and one piece beyond, with its cheapest making: fewest halves, then
 * fewest pieces, then the larger tablets. Strengths come largest first.
 */
export const tabletTable = (
  strengths: readonly number[],
  mostMg: number,
  wholeOnly = false,
): TabletTable => {
  const whole = strengths.map((mg): Piece => ({ mgPerTablet: mg, part: 1, quarters: mg * 4 }))
  const half = strengths.map((mg): Piece => ({ mgPerTablet: mg, part: 0.5, quarters: mg * 2 }))
  const pieces = wholeOnly ? whole : [...whole, ...half]
  const beyond = Math.min(...pieces.map(({ quarters }) => quarters))
  const made: (Made | undefined)[] = [{ halves: 0, pieces: 0 }]
  for (let amount = 1; amount <= Math.ceil(quartersOf(mostMg)) + beyond; amount++) {
    let best: Made | undefined
    for (const piece of pieces) {
      const before = amount < piece.quarters ? undefined : made[amount - piece.quarters]
      if (before === undefined) continue
      const halves = before.halves + (piece.part === 1 ? 0 : 1)
      const count = before.pieces + 1
      if (
        best === undefined ||
        halves < best.halves ||
        (halves === best.halves && count < best.pieces)
      ) {
        best = { halves, pieces: count, last: piece }
      }
    }
    made.push(best)
  }
  return { made }
}

/** The tablets that make an amount, larger first; undefined when none do. */
export const tabletsOf = (
  { made }: TabletTable,
  quarters: number,
): readonly Tablets[] | undefined => {
  if (made[quarters] === undefined) return undefined
  const count = new Map<number, number>()
  let rest = quarters
  for (let last = made[rest]?.last; last !== undefined; last = made[rest]?.last) {
    count.set(last.mgPerTablet, (count.get(last.mgPerTablet) ?? 0) + last.part)
    rest -= last.quarters
  }
  return [...count]
    .sort(([one], [other]) => other - one)
    .map(([mgPerTablet, tablets]) => ({ mgPerTablet, tablets }))
}

/** The nearest amounts in mg/day that tablets make, below and above one that none make; never 0. */
export const nearestMade = (
  { made }: TabletTable,
  mg: number,
): { readonly below?: number; readonly above?: number } => {
  const quarters = quartersOf(mg)
  let below = Math.ceil(quarters) - 1
  // The empty amount is always made, so this ends.
  while (made[below] === undefined) below -= 1
  let above = Math.floor(quarters) + 1
  while (above < made.length && made[above] === undefined) above += 1
  return {
    ...(below > 0 ? { below: below / 4 } : {}),
    ...(above < made.length ? { above: above / 4 } : {}),
  }
}
