import type { Problem } from '../logic/given.ts'
import type { Interval } from '../logic/interval.ts'
import { formatNumber } from '../logic/quantity.ts'
import type { DrugEntry } from './medicines.ts'
import type { DailyDose } from './order-dose.ts'

/** An order of the drug with what a day of it amounts to. */
export interface Order extends DrugEntry {
  readonly dose: DailyDose
}

/** What a day of all orders amounts to, in mg, with what is to be said of it; or why that cannot be told. */
export type Total =
  { readonly mg: Interval; readonly notes: readonly string[] } | { readonly why: string }

const sameDose = (one: Order, other: Order): boolean =>
  one.product?.code === other.product?.code &&
  'mg' in one.dose &&
  'mg' in other.dose &&
  one.dose.mg.low === other.dose.mg.low &&
  one.dose.mg.high === other.dose.mg.high &&
  (one.dose.asNeeded === false) === (other.dose.asNeeded === false)

/** Adds up orders. What is uncertain, or may be a duplicate, counts as nothing up to the whole. */
const addedUp = (orders: readonly Order[], problems: Problem[]): Total => {
  let low = 0
  let high = 0
  const notes = new Set<string>()
  const counted: Order[] = []
  for (const order of orders) {
    const { dose } = order
    const { at } = order.placed
    if ('unreadable' in dose) {
      return { why: `the daily dose of ${at} cannot be read: ${dose.unreadable}` }
    }
    const duplicate = counted.find((other) => sameDose(order, other))
    if (duplicate !== undefined) {
      problems.push({
        kind: 'set-aside',
        where: at,
        message: `This is the same as ${duplicate.placed.at}: perhaps a duplicate.`,
        remedy: 'Ask which of the two is taken; the dose is known only as a range.',
      })
    } else counted.push(order)
    const certain = order.taken === 'now' && order.doubt === undefined && duplicate === undefined
    low += certain ? dose.mg.low : 0
    high += dose.mg.high
    if (dose.asNeeded !== false) {
      const by = dose.asNeeded === true ? '' : ` by its words ${dose.asNeeded.by}`
      notes.add(`as needed${by}, up to ${formatNumber(dose.mg.high)} mg/day`)
    }
    if (order.doubt !== undefined) notes.add(`${at}: ${order.doubt}`)
    else if (order.taken === 'perhaps') notes.add(`it is not certain that ${at} is taken`)
  }
  return { mg: { low, high }, notes: [...notes] }
}

/** Statements beside orders tell of the same tablets: where they differ, either may be right. */
const reconciled = (requests: Total, statements: Total, problems: Problem[]): Total => {
  if ('why' in requests) return requests
  if ('why' in statements) return statements
  const { mg } = requests
  const other = statements.mg
  if (mg.low === other.low && mg.high === other.high) return requests
  problems.push({
    kind: 'set-aside',
    where: 'MedicationStatement',
    message: `Orders and statements do not give the same daily dose: ${formatNumber(mg.high)} and ${formatNumber(other.high)} mg/day.`,
    remedy: 'Ask what is taken; the dose is known only as a range.',
  })
  return {
    mg: { low: Math.min(mg.low, other.low), high: Math.max(mg.high, other.high) },
    notes: [...requests.notes, ...statements.notes],
  }
}

/** The entries that the daily dose is read from, and what it amounts to. */
export const totalOf = (
  oral: readonly Order[],
  problems: Problem[],
): { readonly orders: readonly Order[]; readonly total: Total } => {
  const requests = oral.filter(({ placed }) => placed.type === 'MedicationRequest')
  const statements = oral.filter(({ placed }) => placed.type !== 'MedicationRequest')
  if (requests.length === 0) return { orders: statements, total: addedUp(statements, problems) }
  const total = addedUp(requests, problems)
  return {
    orders: requests,
    total: statements.length === 0 ? total : reconciled(total, addedUp(statements, []), problems),
  }
}
