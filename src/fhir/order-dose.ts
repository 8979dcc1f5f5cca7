import type { Interval } from '../logic/interval.ts'
import type { Moment } from './day.ts'
import { mostPerDay, oneDose } from './dose-amount.ts'
import type { Measure } from './dose-amount.ts'
import { asNeededWords, changingWords, otherTimesWords } from './instruction-words.ts'
import { allObjectsOf, isThere, objectOf } from './json.ts'
import type { Json } from './json.ts'
import { holdingOn, timesPerDay } from './timing.ts'

/** Whether it is taken as needed; where words beside the structure say so, these, quoted. */
export type AsNeeded = boolean | { readonly by: string }

/** What a day of an order amounts to, in mg; or why that cannot be told. */
export type DailyDose =
  | {
      readonly mg: Interval
      readonly asNeeded: AsNeeded
      /** Since when the instructions that hold now are the same: the dose changed then. */
      readonly since?: Moment
    }
  | { readonly unreadable: string }

/** Anything but a plain "no" makes the amount of a day open; R5 has other names for it. */
const isAsNeeded = (instruction: Json): boolean =>
  ['asNeededBoolean', 'asNeededCodeableConcept', 'asNeeded', 'asNeededFor'].some(
    (name) => isThere(instruction[name]) && instruction[name] !== false,
  )

/** How it says that it is taken as needed: in its structure, or in words beside it. */
const asNeededIn = (instruction: Json, { rules: { drug } }: Measure): AsNeeded => {
  const words = asNeededWords(instruction, drug.asNeededNames)
  if (words !== undefined) return { by: words }
  return isAsNeeded(instruction)
}

const instructionDose = (instruction: Json, measure: Measure): DailyDose => {
  if (isThere(instruction['modifierExtension'])) {
    return { unreadable: 'an instruction carries an extension that may turn its meaning' }
  }
  const changing = changingWords(instruction, measure.rules.drug.changingNames)
  if (changing !== undefined) {
    return { unreadable: `its text says ${changing}, which may be another dose than its structure` }
  }
  const asNeeded = asNeededIn(instruction, measure)
  const most = mostPerDay(instruction, measure)
  const dose = oneDose(instruction, measure)
  const times = timesPerDay(instruction['timing'])
  if (typeof dose === 'string' || typeof times === 'string') {
    if (asNeeded !== false && most !== undefined) return { mg: { low: 0, high: most }, asNeeded }
    return { unreadable: typeof dose === 'string' ? dose : String(times) }
  }
  const other = otherTimesWords(instruction, times, measure.rules.drug.timesNames)
  if (other !== undefined)
    return { unreadable: `its text says ${other}, and its structure does not` }
  const low = dose[0] * times[0]
  const high = dose[1] * times[1]
  if (asNeeded !== false)
    return { mg: { low: 0, high: Math.min(high, most ?? Infinity) }, asNeeded }
  // A fixed amount above its own maximum contradicts itself: either may be meant.
  if (most !== undefined && low > most) return { mg: { low: most, high }, asNeeded }
  return { mg: { low, high: Math.min(high, most ?? Infinity) }, asNeeded }
}

const laterOf = (one: Moment | undefined, other: Moment | undefined): Moment | undefined =>
  one === undefined || (other !== undefined && other.last > one.last) ? other : one

/** Instructions that hold at the same time, and since when it is these that do. */
interface Current {
  readonly instructions: readonly Json[]
  readonly since: Moment | undefined
}

const currentOf = (instructions: readonly Json[], on: Moment): Current | undefined => {
  const current: Json[] = []
  let since: Moment | undefined
  for (const instruction of instructions) {
    const holding = holdingOn(instruction['timing'], on)
    if (holding === undefined) return undefined
    since = laterOf(since, holding.holds ? holding.since : holding.until)
    if (holding.holds) current.push(instruction)
  }
  return { instructions: current, since }
}

const namesMoments = (instruction: Json): boolean => {
  const repeat = objectOf(objectOf(instruction['timing'])?.['repeat'])
  return isThere(repeat?.['when']) || isThere(repeat?.['timeOfDay'])
}

/**
 * Numbered instructions follow one another, unless each has its own time of day; but many senders
 * number what is taken together. So one of them, up to all of them, may be meant.
 */
const mayFollow = (instructions: readonly Json[]): boolean =>
  new Set(instructions.map(({ sequence }) => sequence)).size > 1 &&
  !instructions.every(namesMoments)

/** Adds up the instructions of one order that hold on a day. */
export const orderDose = (order: Json, measure: Measure, on: Moment): DailyDose => {
  const instructions = allObjectsOf(order['dosageInstruction'] ?? order['dosage'])
  if (instructions === undefined) return { unreadable: 'an instruction cannot be read' }
  if (instructions.length === 0) return { unreadable: 'it has no dosage instruction' }
  const current = currentOf(instructions, on)
  if (current === undefined) {
    return { unreadable: 'an instruction holds for a while only, and when is not said' }
  }
  if (current.instructions.length === 0) {
    return { unreadable: `none of its instructions holds on ${on.date}` }
  }
  let [low, high, least] = [0, 0, Infinity]
  let asNeeded: AsNeeded = false
  for (const instruction of current.instructions) {
    const dose = instructionDose(instruction, measure)
    if ('unreadable' in dose) return dose
    low += dose.mg.low
    high += dose.mg.high
    least = Math.min(least, dose.mg.low)
    asNeeded = asNeeded === false ? dose.asNeeded : asNeeded
  }
  return {
    mg: { low: mayFollow(current.instructions) ? least : low, high },
    asNeeded,
    ...(current.since === undefined ? {} : { since: current.since }),
  }
}
