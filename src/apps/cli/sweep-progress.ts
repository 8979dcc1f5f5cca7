import { performance } from 'node:perf_hooks'
import { progressLine, remaining } from './progress.ts'

/** What is said where the remains of an earlier screen were cleared. */
export const clearedText =
  'An earlier screen was cut off there; its remains were cleared, and this one started clean.\n'

/** A bar on a terminal: how far a screen is, how long it still takes, and what it does. */
export const progressOf = () => {
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
