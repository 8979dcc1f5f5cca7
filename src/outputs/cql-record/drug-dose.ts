import type { RecordRules } from '../../logic/record-rules.ts'
import { decimal } from '../cql-text.ts'
import { naming } from './drug.ts'
import { classes, exact, keys, textList } from './rows.ts'

/** The dose of a day, and the days at it, from all orders and statements of the drug. CQL text. */
export const drugDoseOf = (rules: RecordRules, daysBetweenSteps: number): string => {
  const { drug } = rules
  const { the, define } = naming(rules)
  const medicines = rules.medicines.flatMap(({ codes }) => codes)
  const known = (of: typeof exact): readonly string[] => [
    ...new Set(of([...drug.anyRoute, ...drug.oral, ...drug.pumped, ...medicines])),
  ]
  return `
// The same order twice is perhaps a duplicate: it counts as nothing up to the whole.
${define('Orders of @ by mouth')}
  ${the('@ by mouth now')} Entry
    let isDuplicate: exists (
      ${the('@ by mouth now')} Other
        where Other.isOrder = Entry.isOrder
          and Other.at < Entry.at
          and Other.product ~ Entry.product
          and Other.daily.low = Entry.daily.low
          and Other.daily.high = Entry.daily.high
          and Other.daily.asNeeded = Entry.daily.asNeeded
    )
    return all Tuple {
      isOrder: Entry.isOrder,
      isReadable: Entry.daily is not null,
      low: if Entry.isCertain and not Entry.isOver and not isDuplicate then Entry.daily.low else 0.0,
      high: Entry.daily.high
    }

define function "Added up"(
  orders List<Tuple { isOrder Boolean, isReadable Boolean, low Decimal, high Decimal }>
):
  if not exists orders or exists (orders Order where not Order.isReadable) then null
  else Tuple {
    low: Sum(orders Order return all Order.low), high: Sum(orders Order return all Order.high)
  }

${define('@ by orders')}
  "Added up"(${the('Orders of @ by mouth')} Order where Order.isOrder return all Order)

${define('@ by statements')}
  "Added up"(${the('Orders of @ by mouth')} Order where not Order.isOrder return all Order)

// Statements beside orders tell of the same tablets: where they differ, either may be right.
${define('Day of @')}
  case
    when exists ${the('@ now, its way not known')} then null
    when exists (${the('Orders of @ by mouth')} Order where not Order.isReadable) then null
    when ${the('@ by orders')} is null then ${the('@ by statements')}
    when ${the('@ by statements')} is null then ${the('@ by orders')}
    else Tuple {
      low: Min({ ${the('@ by orders')}.low, ${the('@ by statements')}.low }),
      high: Max({ ${the('@ by orders')}.high, ${the('@ by statements')}.high })
    }
  end

define function "Is a known medicine"(key String):
  "Is one of"(
    key,
    ${textList(known(exact), 4)},
    ${textList(known(classes), 4)}
  )

// Something that may be the drug and is on no list: what has no name, and what was dispensed or given.
${define('May be @')}
  exists (
    "Orders and statements" Entry
      where Entry.taken in { 'now', 'perhaps' }
        and not exists (Entry.codings Coding where "Is a known medicine"(Coding.key))
        and not Matches(Entry.names, '.*[a-z]{2}.*')
  )
    or exists (
      [MedicationDispense] Dispensed
        where Dispensed.status.value != 'entered-in-error'
          and ${the('Is @')}(Dispensed.medication as FHIR.CodeableConcept, Dispensed.medication as FHIR.Reference, Dispensed.contained)
    )
    or exists (
      [MedicationAdministration] Given
        where Given.status.value != 'entered-in-error'
          and ${the('Is @')}(Given.medication as FHIR.CodeableConcept, Given.medication as FHIR.Reference, Given.contained)
    )

define function ${the('Is @')}(own FHIR.CodeableConcept, link FHIR.Reference, contained List<FHIR.Resource>):
  ${the('Names @')}("Medicine names"(own, "Medication of"(link, contained), link))
    or exists (
      ("Medicine codings"(own, "Medication of"(link, contained))) Coding
        where "Is one of"(
          Coding.key,
          ${textList([...exact(drug.anyRoute), ...keys(drug.oral), ...keys(drug.pumped)], 10)},
          ${textList(classes(drug.anyRoute), 10)}
        )
    )

// The dose of a day, and when it was ordered.
${define('dose, recorded')}
  case
    when ${the('Day of @')}.high > ${decimal(drug.dose.possible[1])} then null
    when ${the('Day of @')} is not null then Tuple {
      value: Tuple {
        low: ${the('Day of @')}.low,
        high: ${the('Day of @')}.high,
        lowOpen: false,
        highOpen: false,
        lowerLimit: null as Decimal
      },
      on: Max(${the('Current orders of @')} Entry return all Entry.first)
    }
    when exists ${the('@ by mouth now')} or exists ${the('@ now, its way not known')} then null
    when "The medication list is whole here" and not ${the('May be @')} then Tuple {
      value: Tuple {
        low: 0.0, high: 0.0, lowOpen: false, highOpen: false, lowerLimit: null as Decimal
      },
      on: null as Date
    }
    else null
  end

${define('@ before, not by pump')}
  ${the('@ before')} Entry where Entry.route != 'pump' return all Entry

${define('Current orders of @')}
  ${the('@ by mouth now')} Entry
    where Entry.isOrder or not exists (${the('@ by mouth now')} Other where Other.isOrder)

// Days since the dose last changed, at least. A renewal at the same dose does not begin them anew.
${define('days, recorded')}
  First(
    ({ ${the('Current orders of @')} }) Orders
      let
        newest: Max(Orders Entry return all Entry.begin),
        spent: Max({ 0, "Days until the day"(newest) }),
        dose: ${the('dose, recorded')}.value,
        latest: Max(${the('@ before, not by pump')} Entry return all Entry.last),
        former: First(${the('@ before, not by pump')} Entry where Entry.last = latest),
        isOther: former.daily.low != dose.low or former.daily.high != dose.high,
        isSame: former.daily.low = dose.low and former.daily.high = dose.high,
        renews: First(Orders).prior is not null and "Type and id"(First(Orders).prior) = former.at
          or (former.status = 'completed'
            and difference in days between former.last and First(Orders).first <= "Days until a result is old")
      return all case
        when dose is null
          or dose.low != dose.high
          or not exists Orders
          or exists (Orders Entry where Entry.begin is null)
          or exists (${the('@ before, not by pump')} Entry where Entry.last is null or Entry.last after newest)
          then null
        when spent >= ${String(daysBetweenSteps)} then Tuple { low: spent, high: null as Integer }
        when Count(Orders) != 1 or former.daily is null then null
        when isOther then Tuple { low: spent, high: "Days until the day"(First(Orders).first) }
        when isSame and renews then Tuple { low: Max({ 0, "Days until the day"(former.last) }), high: null as Integer }
        else null
      end
  )
`
}
