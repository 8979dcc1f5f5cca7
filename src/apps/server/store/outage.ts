import { errorFields } from '../trust/log.ts'
import type { Log } from '../trust/log.ts'

/** A store that may be away for a time, as the log tells it: once when it goes, and once when it is back. */
export interface Outage {
  /** What waited could not be written. */
  readonly failed: (error: unknown) => void
  /** What waited was written. */
  readonly worked: () => void
  /** So many cards did not fit among those that wait. */
  readonly dropped: (count: number) => void
  readonly isDown: () => boolean
  /** Tells what is lost of the time that the store was away; for the end of the service. */
  readonly end: (waiting: number) => void
}

/** Watches over the store for the log. Nothing is told twice, however often it is tried. */
export const watchOutage = (log: Log, now: () => Date): Outage => {
  let since: Date | undefined
  let lost = 0
  const tellDropped = (count: number): void => {
    if (count > 0) log.write({ event: 'cards-dropped', level: 'warning', count })
  }
  return {
    failed: (error) => {
      if (since !== undefined) return
      since = now()
      log.write({ event: 'store-down', level: 'error', ...errorFields(error) })
    },
    worked: () => {
      if (since === undefined) return
      const seconds = Math.round((now().getTime() - since.getTime()) / 1000)
      log.write({ event: 'store-up', seconds, dropped: lost === 0 ? undefined : lost })
      since = undefined
      lost = 0
    },
    dropped: (count) => {
      if (since === undefined) tellDropped(count)
      else lost += count
    },
    isDown: () => since !== undefined,
    end: (waiting) => {
      tellDropped(lost + waiting)
      lost = 0
    },
  }
}
