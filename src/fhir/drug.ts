import type { Problem } from '../logic/given.ts'
import { exactValue, exactly } from '../logic/interval.ts'
import { formatNumber } from '../logic/quantity.ts'
import type { RecordRules } from '../logic/record-rules.ts'
import type { Context, Gathered, Supply } from './context.ts'
import { momentOf } from './day.ts'
import type { Moment } from './day.ts'
import { daysAtDose } from './dose-days.ts'
import { totalOf } from './drug-total.ts'
import type { Order } from './drug-total.ts'
import { inOrder } from './in-order.ts'
import { objectOf } from './json.ts'
import type { DrugEntry } from './medicines.ts'
import { orderDose } from './order-dose.ts'
import type { DailyDose } from './order-dose.ts'
import type { Reading } from './reading.ts'
import { readWithdrawal } from './stopped.ts'

/** Reads dose, intake, pump and time at the dose from all entries of the drug. */
export const readDrug = (
  { drug: found, mayBeDrug, supplies }: Gathered,
  context: Context,
  list: { readonly whole: boolean; readonly wait: number },
  reading: Reading,
): void => {
  const { rules } = context
  const { drug } = rules
  const entries = inOrder(found, ({ placed }) => placed.at).map((entry) =>
    afterSupply(entry, supplies, context.on),
  )
  for (const { placed, doubt } of entries)
    if (doubt !== undefined) tellDoubt(placed.at, doubt, context)
  const now = denied(
    entries,
    entries.filter(({ taken }) => taken === 'now' || taken === 'perhaps'),
  )
  readWithdrawal(entries, now, context, reading)
  const unclear = now.filter(({ route }) => route === 'not-known')
  const withDose = (entry: DrugEntry): Order => ({ ...entry, dose: doseOf(entry, context) })
  const oral = now.filter(({ route }) => route === 'oral').map(withDose)
  const past = entries
    .filter(({ taken, route }) => (taken === 'before' || taken === 'denied') && route !== 'pump')
    .map(withDose)
  readPump(now, rules, reading)
  readIntake(unclear.length === 0 ? oral : [...oral, ...unclear], rules, reading)
  const [open] = unclear
  if (open !== undefined) {
    notKnown(
      reading,
      rules,
      open.pump === undefined
        ? `${open.placed.at} is ${drug.name} of a product whose route or strength is not known`
        : `${open.placed.at}: its words ${open.pump} speak of a pump`,
    )
  } else if (oral.length === 0) {
    readNone(past, mayBeDrug, list.whole, rules, reading)
  } else {
    readDose(oral, past, context, list.wait, reading)
  }
}

const doseOf = (
  { placed: { resource }, product }: DrugEntry,
  { rules, on, memory }: Context,
): DailyDose => {
  const known = memory?.doses.get(resource)
  if (known !== undefined && known.product === product) return known.dose
  const dose = orderDose(resource, { product, rules }, on)
  memory?.doses.set(resource, { product, dose })
  return dose
}

/** An order that goes on, of which the last that was dispensed is used up. */
const afterSupply = (entry: DrugEntry, supplies: readonly Supply[], on: Moment): DrugEntry => {
  const { taken, since, doubt } = entry
  if (taken !== 'now' || doubt !== undefined) return entry
  const ordered = since?.day ?? -Infinity
  const ofOrder = supplies.filter(({ moment }) => moment.last >= ordered)
  const lasting = ofOrder.some(({ last }) => last >= on.day)
  const [newest] = [...ofOrder].sort((one, other) => other.last - one.last)
  return lasting || newest === undefined
    ? entry
    : {
        ...entry,
        doubt: `of ${newest.at}, dispensed on ${newest.moment.date}, ${String(newest.why)}`,
      }
}

const tellDoubt = (where: string, doubt: string, { problems, rules: { drug } }: Context): void => {
  problems.push({
    kind: 'set-aside',
    where,
    message: `This ${drug.name} is called active, but ${doubt}.`,
    remedy: 'Ask what is taken now, and renew or end the entry; the dose is known only as a range.',
  })
}

const isDenied = ({ taken }: DrugEntry): boolean => taken === 'denied'

/** What the person says not to take is not certain to be taken, unless it was ordered after that. */
const denied = (entries: readonly DrugEntry[], now: readonly DrugEntry[]): readonly DrugEntry[] => {
  if (!entries.some(isDenied)) return now
  const denials = entries
    .filter(isDenied)
    .map(({ placed: { resource } }) =>
      momentOf(
        resource['dateAsserted'] ??
          objectOf(resource['effectivePeriod'])?.['end'] ??
          resource['effectiveDateTime'],
      ),
    )
  return now.map((entry): DrugEntry => {
    const { since, taken } = entry
    const counts = denials.some(
      (denial) => denial === undefined || since === undefined || denial.last >= since.day,
    )
    return counts && taken === 'now' ? { ...entry, taken: 'perhaps' } : entry
  })
}

const notKnown = ({ why }: Reading, { drug }: RecordRules, reason: string): void => {
  why.set(drug.dose.id, reason)
  why.set(drug.days.id, 'the dose is not known')
}

const readPump = (
  now: readonly DrugEntry[],
  { drug }: RecordRules,
  { given, why }: Reading,
): void => {
  const pump =
    now.find(({ route, taken }) => route === 'pump' && taken === 'now') ??
    now.find(({ route }) => route === 'pump')
  const unclear = now.find(({ route }) => route === 'not-known')
  if (pump !== undefined) {
    const { at } = pump.placed
    given.set(drug.pump, { finding: pump.taken === 'now' ? 'true' : 'unknown', from: at })
    if (pump.taken !== 'now') why.set(drug.pump, `it is not certain that ${at} is in use`)
  } else if (unclear !== undefined) {
    const { at } = unclear.placed
    const { pump: words } = unclear
    const note =
      words === undefined
        ? 'the route of this product is not known'
        : `its words ${words} speak of a pump`
    given.set(drug.pump, { finding: 'unknown', from: at, note })
    why.set(
      drug.pump,
      words === undefined
        ? `${at} is ${drug.name} of a product whose route is not known`
        : `${at}: ${note}`,
    )
  }
}

const readIntake = (
  entries: readonly Pick<DrugEntry, 'placed' | 'taken'>[],
  { drug }: RecordRules,
  { given, why }: Reading,
): void => {
  const certain = entries.find(({ taken }) => taken === 'now')
  const [first] = entries
  if (certain !== undefined) given.set(drug.takes, { finding: 'true', from: certain.placed.at })
  else if (first !== undefined) {
    why.set(drug.takes, `it is not certain that ${first.placed.at} is taken`)
  }
}

/** Nothing of it taken by mouth now: a dose of 0, where the list can be relied on. */
const readNone = (
  past: readonly Order[],
  mayBeDrug: string | undefined,
  whole: boolean,
  { drug }: RecordRules,
  { given, why }: Reading,
): void => {
  if (!whole) why.set(drug.dose.id, 'no whole medication list in the record')
  else if (mayBeDrug !== undefined) {
    why.set(drug.dose.id, `${mayBeDrug} may be ${drug.name} that is on no list`)
  } else {
    const [ended] = past
    given.set(drug.dose.id, {
      finding: exactly(0),
      from: ended === undefined ? 'the medication list' : ended.placed.at,
      note:
        ended === undefined
          ? `the list holds no active ${drug.name} by mouth`
          : `an order of ${drug.name} has ended; when the last dose was taken is not in the record (S38: ask for signs of withdrawal)`,
    })
  }
}

const readDose = (
  oral: readonly Order[],
  past: readonly Order[],
  { rules, on, problems, staleAfterDays }: Context,
  wait: number,
  reading: Reading,
): void => {
  const { drug } = rules
  const { given, why } = reading
  const { orders, total } = totalOf(oral, problems)
  if ('why' in total) {
    notKnown(reading, rules, total.why)
    return
  }
  const { mg, notes } = total
  const from = orders.map(({ placed }) => placed.at).join(', ')
  if (mg.high > drug.dose.possible[1]) {
    const message = `${formatNumber(mg.high)} mg/day is impossible for ${drug.dose.words}.`
    const remedy = 'Check the amount, the unit and the timing of the order.'
    problems.push({ kind: 'set-aside', where: from, message, remedy } satisfies Problem)
    notKnown(reading, rules, `${formatNumber(mg.high)} mg/day is impossible`)
    return
  }
  const newest = orders.reduce<string | undefined>(
    (date, { since }) => (since !== undefined && since.date > (date ?? '') ? since.date : date),
    undefined,
  )
  given.set(drug.dose.id, {
    finding: mg,
    ...(newest === undefined ? {} : { date: newest }),
    from,
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
  })
  if (exactValue(mg) === undefined) {
    why.set(drug.days.id, 'the dose is known only as a range')
    return
  }
  const history = { current: orders, past, mg, wait, supplyDays: staleAfterDays }
  const days = daysAtDose(history, on)
  if ('why' in days) why.set(drug.days.id, days.why)
  else given.set(drug.days.id, { finding: days.days, from: days.from.placed.at })
}
