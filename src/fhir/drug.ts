import type { Given, Problem } from '../logic/given.ts'
import { exactValue, exactly } from '../logic/interval.ts'
import type { Interval } from '../logic/interval.ts'
import type { RecordRules } from '../logic/record-rules.ts'
import { formatNumber } from '../logic/quantity.ts'
import type { Moment } from './day.ts'
import { changed } from './dose-days.ts'
import type { DrugEntry } from './medicines.ts'
import { orderDose } from './order-dose.ts'
import type { DailyDose } from './order-dose.ts'

/** What the record says of the drug: facts by id, and why others are not known. */
export interface DrugFacts {
  readonly given: Readonly<Record<string, Given>>
  readonly why: Readonly<Record<string, string>>
}

/** What is known of the whole medication list. */
export interface MedicationList {
  /** A list was supplied, and no page of it is missing. */
  readonly supplied: boolean
  /** An entry that counts now and is called nothing that can be read: it may be anything. */
  readonly unnamed: string | undefined
}

/** An order of the drug with what a day of it amounts to. */
export interface Order extends DrugEntry {
  readonly dose: DailyDose
}

type Total = { readonly mg: Interval; readonly notes: readonly string[] } | { readonly why: string }

const sameDose = (one: Order, other: Order): boolean =>
  one.product?.code === other.product?.code &&
  'mg' in one.dose &&
  'mg' in other.dose &&
  one.dose.mg.low === other.dose.mg.low &&
  one.dose.mg.high === other.dose.mg.high &&
  one.dose.asNeeded === other.dose.asNeeded

/** Adds up orders. What is on hold, or may be a duplicate, counts as nothing up to the whole. */
const total = (orders: readonly Order[], problems: Problem[]): Total => {
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
    }
    const certain = order.taken === 'now' && duplicate === undefined
    low += certain ? dose.mg.low : 0
    high += dose.mg.high
    if (dose.asNeeded) notes.add(`as needed, up to ${formatNumber(dose.mg.high)} mg/day`)
    if (order.taken === 'perhaps') notes.add(`it is not certain that ${at} is taken`)
    counted.push(order)
  }
  return { mg: { low, high }, notes: [...notes] }
}

/** Statements beside orders tell of the same tablets: where they differ, either may be right. */
const reconciled = (requests: Total, statements: Total | undefined, problems: Problem[]): Total => {
  if (statements === undefined || 'why' in statements || 'why' in requests) return requests
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

/** Reads dose, intake, pump and time at the dose from all entries of the drug. */
export const drugFacts = (
  entries: readonly DrugEntry[],
  list: MedicationList,
  rules: RecordRules,
  on: Moment,
  wait: number,
  problems: Problem[],
): DrugFacts => {
  const { drug } = rules
  const given: Record<string, Given> = {}
  const why: Record<string, string> = {}
  const relevant = entries.filter(({ taken }) => taken !== 'no')
  const now = relevant.filter(({ taken }) => taken !== 'before')
  const pumps = now.filter(({ route }) => route === 'pump')
  const unclear = now.filter(({ route }) => route === 'not-known')
  const withDose = (entry: DrugEntry): Order => ({
    ...entry,
    dose: orderDose(entry.placed.resource, entry.product, rules, on),
  })
  const oral = now.filter(({ route }) => route === 'oral').map(withDose)
  const past = relevant
    .filter(({ taken, route }) => taken === 'before' && route !== 'pump')
    .map(withDose)

  const [pump] = pumps
  if (pump !== undefined) {
    given[drug.pump] = {
      finding: pumps.some(({ taken }) => taken === 'now') ? 'true' : 'unknown',
      from: pump.placed.at,
    }
  } else if (unclear[0] !== undefined) {
    const { at } = unclear[0].placed
    given[drug.pump] = {
      finding: 'unknown',
      from: at,
      note: 'the route of this product is not known',
    }
    why[drug.pump] = `${at} is ${drug.name} of a product whose route is not known`
  }

  const certain = [...oral, ...unclear].find(({ taken }) => taken === 'now')
  if (certain !== undefined) given[drug.takes] = { finding: 'true', from: certain.placed.at }
  else if (oral.length + unclear.length > 0) {
    why[drug.takes] =
      `it is not certain that ${String((oral[0] ?? unclear[0])?.placed.at)} is taken`
  }

  if (unclear[0] !== undefined) {
    why[drug.dose.id] =
      `${unclear[0].placed.at} is ${drug.name} of a product whose route or strength is not known`
    why[drug.days.id] = 'the dose is not known'
    return { given, why }
  }
  if (oral.length === 0) return { given: { ...given, ...noneTaken() }, why }

  const requests = oral.filter(({ placed }) => placed.type === 'MedicationRequest')
  const statements = oral.filter(({ placed }) => placed.type !== 'MedicationRequest')
  const main = requests.length > 0 ? requests : statements
  const read = total(main, problems)
  const amount =
    requests.length > 0 && statements.length > 0
      ? reconciled(read, total(statements, []), problems)
      : read
  if ('why' in amount) {
    why[drug.dose.id] = amount.why
    why[drug.days.id] = 'the dose is not known'
    return { given, why }
  }
  const { mg, notes } = amount
  const [least, most] = drug.dose.possible
  if (mg.high > most || mg.low < least) {
    problems.push({
      kind: 'set-aside',
      where: main.map(({ placed }) => placed.at).join(', '),
      message: `${formatNumber(mg.high)} mg/day is impossible for ${drug.dose.words}.`,
      remedy: 'Check the amount, the unit and the timing of the order.',
    })
    why[drug.dose.id] = `${formatNumber(mg.high)} mg/day is impossible`
    return { given, why }
  }
  const newest = main
    .map(({ since }) => since)
    .reduce(
      (one, other) =>
        one === undefined || (other !== undefined && other.day > one.day) ? other : one,
      undefined,
    )
  given[drug.dose.id] = {
    finding: mg,
    ...(newest === undefined ? {} : { date: newest.date }),
    from: main.map(({ placed }) => placed.at).join(', '),
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
  }
  if (exactValue(mg) === undefined) {
    why[drug.days.id] = 'the dose is known only as a range'
    return { given, why }
  }
  const since = changed(main, past, mg, on, wait)
  if ('why' in since) why[drug.days.id] = since.why
  else given[drug.days.id] = { finding: since.days, from: since.from.placed.at }
  return { given, why }

  /** Nothing of it taken by mouth now: a dose of 0, where the list can be relied on. */
  function noneTaken(): Record<string, Given> {
    if (!list.supplied) {
      why[drug.dose.id] ??= 'no medication list in the record'
      return {}
    }
    if (list.unnamed !== undefined) {
      why[drug.dose.id] =
        `${list.unnamed} is a medicine that cannot be told: it may be ${drug.name}`
      return {}
    }
    const ended = past[0]
    return {
      [drug.dose.id]: {
        finding: exactly(0),
        from: ended === undefined ? 'the medication list' : ended.placed.at,
        note:
          ended === undefined
            ? `the list holds no active ${drug.name} by mouth`
            : `an order of ${drug.name} has ended; when the last dose was taken is not in the record (S38: ask for signs of withdrawal)`,
      },
    }
  }
}
