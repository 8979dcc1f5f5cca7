import type { RecordRules } from '../../logic/record-rules.ts'
import { decimal, identifier, text } from '../cql-text.ts'
import { classes, exact, keys, list, textList } from './rows.ts'

/** Writes names with the drug's own in place of "@". */
export const naming = ({ drug: { name } }: RecordRules) => {
  const the = (part: string): string => identifier(part.replaceAll('@', name))
  return { the, define: (part: string): string => `define ${the(part)}:` }
}

/** What is ordered and taken of the drug, by which way, and so intake and pump. CQL text. */
export const drugOf = (rules: RecordRules): string => {
  const { drug, tablets } = rules
  const { the, define } = naming(rules)
  const products = drug.oral.map(
    ({ system, code, mg, per }) =>
      `Tuple { key: ${text(`${system}|${code}`)}, strength: ${decimal(mg)}, form: ${text(per)} }`,
  )
  return `
define "Words for a tablet": ${textList(tablets, 30)}

// Words beside the structure of an instruction by which it is taken as needed, or its amount changes.
define "Words for as needed": ${textList(drug.asNeededNames, 2)}

define "Words for a change": ${textList(drug.changingNames, 2)}

define "Words for times a day":
  ${list(
    drug.timesNames.map(
      ({ times, names }) => `Tuple { times: ${decimal(times)}, words: ${textList(names, 6)} }`,
    ),
    2,
  )}

define "Words for a pump": ${textList(drug.pumpNames, 2)}

define function "Speaks of a pump"(instructions List<FHIR.Dosage>, notes String):
  "Contains any"(notes, "Words for a pump")
    or exists (
      instructions I
        where "Contains any"("Instruction words"(I), "Words for a pump")
          or "Contains any"("Names"(I.route), ${textList([...drug.pumpNames, ...drug.routes.pumpNames], 10)})
    )

// Products that are known to be taken by mouth. Any other may be for a pump, where a dose is a thousand times smaller.
${define('Products of @ by mouth')}
  ${list(products, 2)}

define function ${the('Names @')}(names String): "Contains any"(names, ${textList(drug.names)})

// Everything of the drug that is or was ordered or taken, with its way into the body and its strength.
${define('Entries of @')}
  "Orders and statements" Entry
    let
      products: (${the('Products of @ by mouth')} Product
        where exists (Entry.codings Coding where Coding.key = Product.key)),
      routes: flatten (Entry.dosage Dosage
        return all ("Codings"(Dosage.route)) Coding return all Coding.key),
      isPumped: exists (Entry.codings Coding where Coding.key in ${textList(keys(drug.pumped), 8)}),
      isOral: exists products
        or exists (routes Route where Route in ${textList(keys(drug.routes.oral))}),
      isPump: isPumped
        or exists (routes Route where Route in ${textList(keys(drug.routes.pump))}),
      isPumpInWords: "Contains any"(Entry.names, "Words for a pump")
        or "Speaks of a pump"(Entry.dosage, Entry.notes),
      // A code of the drug that is called something else: either may be meant.
      isDoubtful: exists (
        Entry.codings Coding
          where exists (products Product where Product.key = Coding.key)
            and Coding.display is not null
            and not ${the('Names @')}(Coding.display)
      ),
      strengths: distinct (products Product return all Tuple { strength: Product.strength, form: Product.form }),
      product: if Count(strengths) = 1 then First(products) else null
    where exists products
      or isPumped
      or ${the('Names @')}(Entry.names)
      or exists (
        Entry.codings Coding
          where "Is one of"(Coding.key, ${textList(exact(drug.anyRoute))}, ${textList(classes(drug.anyRoute))})
      )
    return all Tuple {
      at: Entry.at,
      isOrder: Entry.isOrder,
      status: Entry.status,
      taken: Entry.taken,
      isLapsed: Entry.isLapsed,
      isPumpInWords: isPumpInWords,
      endedBy: Entry.endedBy,
      first: "First day"(Entry.since),
      last: "Last day"(Entry.since),
      denied: "Last day"(Entry.denied),
      prior: Entry.prior,
      product: product.key,
      route: case
        when isDoubtful or isOral = isPump or (isOral and isPumpInWords) then 'not-known'
        when isOral then 'oral'
        else 'pump'
      end,
      daily: "Day of order"(Entry.dosage, product.strength, product.form)
    }

// What was dispensed, with the days that it lasts.
${define('Supplies of @')}
  [MedicationDispense] Dispensed
    let
      handed: "Last day"(Coalesce(Dispensed.whenHandedOver.value, Dispensed.whenPrepared.value)),
      lasts: Ceiling("Days of supply"(
        Dispensed.daysSupply.value.value,
        Coalesce(Dispensed.daysSupply.code.value, Dispensed.daysSupply.unit.value)
      ))
    where Dispensed.status.value != 'entered-in-error'
      and handed is not null
      and lasts is not null
      and ${the('Is @')}(Dispensed.medication as FHIR.CodeableConcept, Dispensed.medication as FHIR.Reference, Dispensed.contained)
    return all Tuple { on: handed, isLasting: "Days until the day"(handed) <= lasts }

define function ${the('Is used up since')}(first Date):
  exists (${the('Supplies of @')} Supply where Coalesce(Supply.on on or after first, true))
    and not exists (
      ${the('Supplies of @')} Supply
        where Coalesce(Supply.on on or after first, true) and Supply.isLasting
    )

// What the person says not to take is not certain to be taken, unless it was ordered after that.
${define('@ now')}
  ${the('Entries of @')} Entry
    where Entry.taken in { 'now', 'perhaps' }
    return all Tuple {
      at: Entry.at,
      isOrder: Entry.isOrder,
      isCertain: Entry.taken = 'now'
        and not exists (
          ${the('Entries of @')} Denial
            where Denial.taken = 'denied'
              and Coalesce(Denial.denied on or after Entry.first, true)
        ),
      isOver: Entry.taken = 'now' and (Entry.isLapsed or ${the('Is used up since')}(Entry.first)),
      isPumpInWords: Entry.isPumpInWords,
      first: Entry.first,
      last: Entry.last,
      begin: Max({ Entry.last, if Entry.last is null then null else Entry.daily.since }),
      prior: Entry.prior,
      product: Entry.product,
      route: Entry.route,
      daily: Entry.daily
    }

${define('@ before')}
  ${the('Entries of @')} Entry
    where Entry.taken in { 'before', 'denied' }
    return all Entry

${define('@ by mouth now')}
  ${the('@ now')} Entry where Entry.route = 'oral' return all Entry

${define('@ now, its way not known')}
  ${the('@ now')} Entry where Entry.route = 'not-known' return all Entry

// A pump in use; a product whose way into the body is not known, and a pump that was filled before, are asked.
${define('pump, said')}
  flatten {
    (${the('@ now')} Entry
      where Entry.route in { 'pump', 'not-known' }
      return all Tuple {
        truth: if Entry.route = 'pump' and Entry.isCertain then 'true' else 'unknown',
        on: null as Date
      }),
    (${the('@ before')} Entry
      where Entry.route = 'pump' or Entry.isPumpInWords
      return all Tuple { truth: 'unknown', on: null as Date }),
    ([MedicationDispense] Dispensed
      where Dispensed.status.value != 'entered-in-error'
        and ${the('Is pumped @')}(
          Dispensed.medication as FHIR.CodeableConcept,
          Dispensed.medication as FHIR.Reference,
          Dispensed.contained,
          "Speaks of a pump"(Dispensed.dosageInstruction, "Notes"(Dispensed.note))
        )
      return all Tuple { truth: 'unknown', on: null as Date }),
    ([MedicationAdministration] Given
      where Given.status.value != 'entered-in-error'
        and ${the('Is pumped @')}(
          Given.medication as FHIR.CodeableConcept,
          Given.medication as FHIR.Reference,
          Given.contained,
          "Contains any"("Notes"(Given.note), "Words for a pump")
            or "Contains any"("Without accents"(Lower(Coalesce(Given.dosage.text.value, ''))), "Words for a pump")
            or "Contains any"("Names"(Given.dosage.route), ${textList([...drug.pumpNames, ...drug.routes.pumpNames], 10)})
        )
      return all Tuple { truth: 'unknown', on: null as Date })
  }

define function ${the('Is pumped @')}(
  own FHIR.CodeableConcept, link FHIR.Reference, contained List<FHIR.Resource>, speaksOfPump Boolean
):
  ${the('Is @')}(own, link, contained)
    and (
      speaksOfPump
        or "Contains any"("Medicine names"(own, "Medication of"(link, contained), link), "Words for a pump")
        or exists (
          ("Medicine codings"(own, "Medication of"(link, contained))) Coding
            where Coding.key in ${textList(keys(drug.pumped), 12)}
        )
    )

// Taken, and nothing shows that it is any more: signs of withdrawal are asked for, unless it ended longer ago.
${define('withdrawal, said')}
  ${the('Entries of @')} Entry
    where not exists (${the('@ now')} Other where Other.isCertain and not Other.isOver)
      and Entry.taken != 'no'
      and Coalesce(Entry.first on or before "The day", true)
      and Coalesce("Days until the day"(Entry.endedBy) <= ${String(drug.withdrawalDays)}, true)
    return all Tuple { truth: 'unknown', on: Coalesce(Entry.endedBy, Entry.first) }

${define('intake, recorded')}
  if exists (${the('@ now')} Entry where Entry.route in { 'oral', 'not-known' } and Entry.isCertain)
    then Tuple { truth: 'true', on: null as Date }
  else null
`
}
