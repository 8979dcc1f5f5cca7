import { performance } from 'node:perf_hooks'
import { troubleOf } from '../../sweep/index.ts'
import { refuseTroubles } from './options-problems.ts'
import { progressLine, remaining } from './progress.ts'

/** What is said where the remains of an earlier screen were cleared. */
export const clearedText =
  'An earlier screen was cut off there; its remains were cleared, and this one started clean.\n'

/** How far a screen is, as it is shown; `end` takes the bar away. */
export type Shown = ReturnType<typeof progressOf>

/** Does the work of a screen into a folder under a bar, and says why where it cannot be done; the exit code. */
export const screening = async (
  out: string,
  work: (shown: Shown) => Promise<void>,
): Promise<number> => {
  const shown = progressOf()
  try {
    await work(shown)
    return 0
  } catch (error) {
    shown.end()
    const trouble = troubleOf(error, out)
    if (trouble === undefined) throw error
    return refuseTroubles('the screen is not done, and nothing was put in place.', [trouble])
  }
}

/** A bar on a terminal: how far a screen is, how long it still takes, and what it does. */
const progressOf = () => {
  const line = progressLine()
  const begun = performance.now()
  return {
    end: line.end,
    progress: (done: number, what: string): void => {
      const seconds = (performance.now() - begun) / 1000
      const cells = Math.min(20, Math.round(done * 20))
      const bar = `${'█'.repeat(cells)}${'░'.repeat(20 - cells)}`
      line.say(`${bar} ${(done * 100).toFixed(0)} % · ${remaining(done, seconds)} · ${what}`)
    },
  }
}
