/**
 * What a check found: `ok`, `failed`, or `not run` (which is neither), a sentence, and the places.
 */
export const ok = (says) => ({ is: 'ok', says, places: [] })
export const failed = (says, places = []) => ({ is: 'failed', says, places })
export const notRun = (says) => ({ is: 'not run', says, places: [] })

/** Ok when there are no places, failed with them otherwise. */
export const unless = (places, good, bad) => (places.length === 0 ? ok(good) : failed(bad, places))
