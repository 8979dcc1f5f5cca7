import type { LaboratoryRule } from '../../logic/record-rules.ts'
import { quantityType } from '../cql-facts.ts'
import { decimal, identifier } from '../cql-text.ts'
import { keys, list, textList, unitRows } from './rows.ts'

/** One code with what it says of a result. */
const codeRow = ({
  system,
  code,
  rank,
  measures,
  stratified,
}: LaboratoryRule['codes'][number]): string =>
  `Tuple { key: '${system}|${code}', rank: ${String(rank)}, measures: '${measures}', pair: ${
    stratified === undefined ? 'null as String' : `'${stratified}'`
  } }`

/** How the results of one quantity are read, and which of them counts. CQL text. */
export const resultsOf = (rule: LaboratoryRule, all: readonly LaboratoryRule[]): string => {
  const { words, possible, ownLimit } = rule.fact
  const [least, most] = possible.map(decimal) as [string, string]
  const of = (part: string): string => identifier(`${part} of ${words}`)
  const others = all.filter((other) => other !== rule).flatMap(({ codes }) => codes)
  const { lookalike } = rule
  const limit =
    ownLimit === true
      ? `"Own limit"(Part.ranges, amount.unit, ${of('Units')}, ${least}, ${most})`
      : 'null as Decimal'
  return `
define ${of('Codes')}:
  ${list(rule.codes.map(codeRow), 2)}

define ${of('Units')}:
  ${list(unitRows(rule), 2)}

// A result of which anything is in doubt counts as one that cannot be read: an older one would hide it.
define ${of('Results')}:
  "Measured" Part
    let
      meant: (${of('Codes')} Row where exists (Part.codings Coding where Coding.key = Row.key)),
      rank: Max(meant Row return all Row.rank),
      row: First(meant Row where Row.rank = rank),
      amount: "Amount"(Part.quantity, Part.words, Part.integer, ${of('Units')}),
      unit: First(${of('Units')} Unit where Unit.unit = amount.unit),
      value: amount.value * (if amount.unit is null then 1.0 else unit.factor),
      isReadable: not Part.doubt
        and Part.status in { 'final', 'amended', 'corrected' }
        and not exists (meant Row where Row.measures != row.measures)
        and not exists (Part.codings Coding where Coding.key in ${textList([...keys(others), ...keys(rule.never ?? [])])})
        and (amount.comparator is null or amount.comparator in { '<', '<=', '>', '>=', '≤', '≥' })
    where exists meant
      and not (Part.status in { 'registered', 'cancelled', 'entered-in-error' })
      and Coalesce("First day"(Part.at) on or before "The day", true)
    return all Tuple {
      first: "First day"(Part.at),
      last: "Last day"(Part.at),
      at: if hour from Part.at is null then null else Part.at,
      rank: rank,
      pair: row.pair,
      value: case
        when not isReadable then null
${
  lookalike === undefined
    ? ''
    : `        // Of another quantity that looks alike: a low value blocks, and a high one says nothing.
        when amount.unit in ${textList(lookalike.units)} then
          if amount.comparator in { '>', '>=', '≥' }
            or amount.value > ${decimal(lookalike.blocksUpTo)}
            or amount.value < ${least}
            then null
          else "Bounded"('<=', amount.value, null as Decimal)
`
}        when value < ${least} or value > ${most} then null
        when amount.unit is null ${rule.unitOfText === true ? 'and amount.asQuantity ' : ''}then null
        when amount.unit is not null and row.measures != 'rate' and unit.mass != (row.measures = 'mass')
          then null
        when value is null then null
        else "Bounded"(amount.comparator, value, ${limit})
      end
    }
${chosen(rule)}`
}

/** The newest result decides; of one time the better method, and of equals the lower value. */
const chosen = (rule: LaboratoryRule): string => {
  const { fact } = rule
  const of = (part: string): string => identifier(`${part} of ${fact.words}`)
  const newest = (from: string): string => `
  ${from} Result
    let
      newest: Max(${from} R return all R.first),
      untimed: exists (${from} R where R.first = newest and R.at is null),
      latest: Max(${from} R where R.first = newest return all R.at)
    where Result.first = newest and (untimed or Result.at same as latest)
    return all Result`
  const best = (from: string): string => `
  ${from} Result
    where Result.rank = Min(${from} R return all R.rank)
    return all Result`
  const lowest = (from: string): string => `
  First(
    ${from} Result
      where not exists (${from} Other where Other.value is null or "Is lower"(Other.value, Result.value))
  )`
  return `
define ${of('Newest results')}:${newest(of('Results'))}

define ${of('Best results')}:${best(of('Newest results'))}

define ${of('Lowest result')}:${lowest(of('Best results'))}

// The higher of a pair by race without its other half: the true value is no more than this.
define ${of('Decisive result')}:
  if ${of('Lowest result')}.pair = 'higher' and not exists (${of('Best results')} R where R.pair = 'lower')
    then "Bounded"('<=', ${of('Lowest result')}.value.high, ${of('Lowest result')}.value.lowerLimit)
  else ${of('Lowest result')}.value

// A result that may be the newer one, as its date is partial or missing, and would say less of safety.
define ${of('Rivals')}:
  ${of('Results')} Result
    where (Result.first before ${of('Lowest result')}.first
        and Result.last on or after ${of('Lowest result')}.first
        and (Result.value is null or "Is lower"(Result.value, ${of('Decisive result')})))
      or (Result.first is null
        and Result.value is not null
        and "Is lower"(Result.value, ${of('Decisive result')}))
    return all Result

${rule.sides === undefined ? '' : atOdds(rule, rule.sides, lowest)}
define ${of('Current plain results')}:
  ${of('Results')} Result
    where Result.pair is null and "Days until the day"(Result.first) <= "Days until a result is old"
    return all Result

define ${of('Newest plain results')}:${newest(of('Current plain results'))}

define ${of('Best plain results')}:${best(of('Newest plain results'))}

define ${of('Lowest plain result')}:${lowest(of('Best plain results'))}

// What the record says, and of what day; without a value where the newest result cannot be used.
define ${rule.computedFrom === undefined ? identifier(`${fact.words}, recorded`) : of('Best value')}:
  if not exists ${of('Newest results')} then null
  else Tuple {
    value: case
      when exists ${of('Rivals')} then null
${rule.sides === undefined ? '' : `      when ${of('Lowest result')}.pair is null and ${of('Results at odds')} then ${of('Lowest result of the day')}.value\n`}      when ${of('Lowest result')}.pair is not null
        and "Is lower"(${of('Decisive result')}, ${of('Lowest plain result')}.value) is false
        then ${of('Lowest plain result')}.value
      else ${of('Decisive result')}
    end,
    on: if ${of('Lowest result')}.pair is not null
      and "Is lower"(${of('Decisive result')}, ${of('Lowest plain result')}.value) is false
      then ${of('Lowest plain result')}.first
      else First(${of('Newest results')}).first
  }
${rule.computedFrom === undefined ? '' : unlessNewer(rule, rule.computedFrom)}`
}

/** A result that is computed from another is out of date where that other is newer. CQL text. */
const unlessNewer = (
  { fact }: LaboratoryRule,
  { words, codes }: NonNullable<LaboratoryRule['computedFrom']>,
): string => {
  const of = (part: string): string => identifier(`${part} of ${fact.words}`)
  return `
define ${of(`Newest ${words}`)}:
  Max(
    "Measured" Part
      where not (Part.status in { 'registered', 'cancelled', 'entered-in-error' })
        and "First day"(Part.at) on or before "The day"
        and exists (Part.codings Coding where Coding.key in ${textList(keys(codes), 12)})
      return all "First day"(Part.at)
  )

// Computed from what is older than the newest ${words}: out of date.
define ${identifier(`${fact.words}, recorded`)}:
  if ${of(`Newest ${words}`)} after ${of('Best value')}.on
    then Tuple {
      value: null as ${quantityType},
      on: ${of(`Newest ${words}`)}
    }
  else ${of('Best value')}
`
}

/** Results of one day on different sides of a limit: the lowest of them is used. CQL text. */
const atOdds = (
  { fact }: LaboratoryRule,
  sides: NonNullable<LaboratoryRule['sides']>,
  lowest: (from: string) => string,
): string => {
  const of = (part: string): string => identifier(`${part} of ${fact.words}`)
  const above = sides.map(({ by, limit }) => {
    const edge =
      by === '<' ? ` or (Result.value.high = ${decimal(limit)} and not Result.value.highOpen)` : ''
    return `(if Result.value.high is null or Result.value.high > ${decimal(limit)}${edge} then 1 else 0)`
  })
  return `
define ${of('Results of the day')}:
  ${of('Results')} Result
    where Result.pair is null
      and Result.value is not null
      and Result.first = ${of('Lowest result')}.first
    return all Result

define ${of('Lowest result of the day')}:${lowest(of('Results of the day'))}

// Results of one day on different sides of a limit: the lowest of them is used.
define ${of('Results at odds')}:
  Count(distinct (${of('Results of the day')} Result
    return all ${above.join(' + ')})) > 1
`
}
