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
        or exists (routes Route where Route in ${textList(keys(drug.routes.pump))})
        or (isOral and "Contains any"(Entry.names, ${textList(drug.pumpNames)})),
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
      first: "First day"(Entry.since),
      last: "Last day"(Entry.since),
      denied: "Last day"(Entry.denied),
      prior: Entry.prior,
      product: product.key,
      route: case
        when isDoubtful or isOral = isPump then 'not-known'
        when isOral then 'oral'
        else 'pump'
      end,
      daily: "Day of order"(Entry.dosage, product.strength, product.form)
    }

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
    where Entry.taken in { 'before', 'denied' } and Entry.route != 'pump'
    return all Entry

${define('@ by mouth now')}
  ${the('@ now')} Entry where Entry.route = 'oral' return all Entry

${define('@ now, its way not known')}
  ${the('@ now')} Entry where Entry.route = 'not-known' return all Entry

// A pump in use, or a product whose way into the body is not known and so must be asked.
${define('pump, recorded')}
  if exists (${the('@ now')} Entry where Entry.route = 'pump' and Entry.isCertain)
    then Tuple { truth: 'true', on: null as Date }
  else if exists (${the('@ now')} Entry where Entry.route in { 'pump', 'not-known' })
    then Tuple { truth: 'unknown', on: null as Date }
  else if "A part of the record is missing" then Tuple { truth: 'unknown', on: null as Date }
  else null

${define('intake, recorded')}
  if exists (${the('@ now')} Entry where Entry.route in { 'oral', 'not-known' } and Entry.isCertain)
    then Tuple { truth: 'true', on: null as Date }
  else null
`
}
