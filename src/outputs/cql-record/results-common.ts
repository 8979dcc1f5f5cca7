import { quantityType } from '../cql-facts.ts'

/** What results of all quantities share: numbers with comparators and units, as quantities or as text. CQL text. */
export const resultsCommon = String.raw`
define function "Observed"(observation FHIR.Observation):
  Coalesce(
    (observation.effective as FHIR.dateTime).value,
    (observation.effective as FHIR.instant).value,
    (observation.effective as FHIR.Period).end.value,
    (observation.effective as FHIR.Period).start.value,
    observation.issued.value
  )

define function "Empty as null"(words String): if words = '' then null else words

define function "Trimmed"(words String):
  "Empty as null"(ReplaceMatches(words, '^[ \\t]+|[ \\t]+$', ''))

define function "Factor"(unit String, known List<Tuple { unit String, factor Decimal, mass Boolean }>):
  First(known Known where Known.unit = "Trimmed"(unit) return Known.factor)

define function "The only one"(limits List<Decimal>): if Count(limits) = 1 then First(limits) else null

// Everything in observations that carries codes and a value: the observation itself, and its components.
define "Measured":
  flatten {
    [Observation] O
      return all Tuple {
        codings: "Codings"(O.code),
        status: O.status.value,
        doubt: "In doubt"(O, O.subject) or O.dataAbsentReason is not null,
        at: "Observed"(O),
        quantity: O.value as FHIR.Quantity,
        words: (O.value as FHIR.string).value,
        integer: (O.value as FHIR.integer).value,
        ranges: O.referenceRange
      },
    flatten (
      [Observation] O
        where exists O.component
        return all (
          O.component Component
            return all Tuple {
              codings: "Codings"(Component.code),
              status: O.status.value,
              doubt: "In doubt"(O, O.subject) or Component.dataAbsentReason is not null,
              at: "Observed"(O),
              quantity: Component.value as FHIR.Quantity,
              words: (Component.value as FHIR.string).value,
              integer: (Component.value as FHIR.integer).value,
              ranges: Component.referenceRange
            }
        )
    )
  }

define "A number in words": '^([<>]=?|[≤≥])?\\s*(\\d+(?:[.,]\\d+)?)(.*)$'

define function "Part of the number"(words String, part String):
  "Trimmed"(ReplaceMatches("Trimmed"(words), "A number in words", part))

// The number of a result with its comparator and unit; null where there is none.
define function "Amount"(
  quantity FHIR.Quantity,
  written String,
  integer Integer,
  known List<Tuple { unit String, factor Decimal, mass Boolean }>
):
  case
    when quantity is not null then
      if quantity.value is null
        or Coalesce("Factor"(quantity.code.value, known) != "Factor"(quantity.unit.value, known), false)
        then null
      else Tuple {
        value: quantity.value.value,
        comparator: quantity.comparator.value,
        unit: Coalesce("Trimmed"(quantity.code.value), "Trimmed"(quantity.unit.value)),
        asQuantity: true
      }
    when written is not null then
      if Length(written) > 40 or not Matches("Trimmed"(written), "A number in words") then null
      else Tuple {
        value: ToDecimal(ReplaceMatches("Part of the number"(written, '$2'), ',', '.')),
        comparator: "Part of the number"(written, '$1'),
        unit: "Part of the number"(written, '$3'),
        asQuantity: false
      }
    when integer is not null then
      Tuple { value: ToDecimal(integer), comparator: null as String, unit: null as String, asQuantity: false }
    else null
  end

// All values that stand in a comparison to a bound; of one value itself without a comparator.
define function "Bounded"(comparator String, value Decimal, lowerLimit Decimal):
  Tuple {
    low: if comparator in { '<', '<=', '≤' } then null else value,
    high: if comparator in { '>', '>=', '≥' } then null else value,
    lowOpen: Coalesce(comparator = '>', false),
    highOpen: Coalesce(comparator = '<', false),
    lowerLimit: lowerLimit
  }

define function "Is lower"(
  one ${quantityType},
  other ${quantityType}
):
  Coalesce(one.high, 1000000.0) < Coalesce(other.high, 1000000.0)
    or (Coalesce(one.high, 1000000.0) = Coalesce(other.high, 1000000.0)
      and Coalesce(one.low, -1000000.0) < Coalesce(other.low, -1000000.0))

// The laboratory's own lower limit, where the result carries one that is for everybody, and no other.
define function "Own limit"(
  ranges List<FHIR.Observation.ReferenceRange>,
  unit String,
  units List<Tuple { unit String, factor Decimal, mass Boolean }>,
  least Decimal,
  most Decimal
):
  "The only one"(
    distinct (
      ranges Range
        let limit: Range.low.value.value
          * "Factor"(Coalesce(Range.low.code.value, Range.low.unit.value, unit), units)
        where not exists Range.appliesTo
          and Range.age is null
          and (not exists Range.type.coding
            or exists (Range.type.coding Kind where Kind.code.value = 'normal'))
          and limit >= least
          and limit <= most
        return all limit
    )
  )

`
