/** How much of the drug a day of an order amounts to. CQL text; null wherever it cannot be told. */
export const instructions = String.raw`
// Milligrams in one dose unit: of mass, or of tablets or mL by the strength of the product.
define function "Milligrams in one"(unit String, strength Decimal, form String):
  case
    when unit in "Words for a tablet" then (if form = 'tablet' then strength else null)
    when unit in { 'mL', 'ml' } then (if form = 'mL' then strength else null)
    when unit = 'mg' then 1.0
    when unit = 'g' then 1000.0
    else null
  end

define function "Dose unit"(amount FHIR.Quantity):
  if amount.code is null or amount.code.value = '1' then "Trimmed"(amount.unit.value)
  else "Trimmed"(amount.code.value)

define function "Milligrams of"(amount FHIR.Quantity, unit String, strength Decimal, form String):
  if amount.value.value > 0
    and amount.comparator is null
    and Coalesce(
      "Milligrams in one"("Trimmed"(amount.unit.value), strength, form)
        = "Milligrams in one"(unit, strength, form),
      true
    )
    then amount.value.value * "Milligrams in one"(unit, strength, form)
  else null

define function "Milligrams"(amount FHIR.Quantity, strength Decimal, form String):
  "Milligrams of"(amount, "Dose unit"(amount), strength, form)

// One end of a range; its unit is that of the other end where it has none.
define function "Milligrams at the end"(
  amount FHIR.Quantity, other FHIR.Quantity, strength Decimal, form String
):
  if other.value is null then null
  else "Milligrams of"(
    amount, Coalesce("Dose unit"(amount), "Dose unit"(other)), strength, form
  )

// One dose. Several entries are the same dose said in several ways: where they differ, a range.
define function "One dose"(instruction FHIR.Dosage, strength Decimal, form String):
  First(
    ({ instruction }) I
      let
        said: (I.doseAndRate Entry where Entry.dose is not null return all Entry),
        lows: (said Entry
          return all Coalesce(
            "Milligrams"(Entry.dose as FHIR.SimpleQuantity, strength, form),
            "Milligrams at the end"((Entry.dose as FHIR.Range).low, (Entry.dose as FHIR.Range).high, strength, form)
          )),
        highs: (said Entry
          return all Coalesce(
            "Milligrams"(Entry.dose as FHIR.SimpleQuantity, strength, form),
            "Milligrams at the end"((Entry.dose as FHIR.Range).high, (Entry.dose as FHIR.Range).low, strength, form)
          ))
      return all
        if not exists said
          or Count(lows) != Count(said)
          or Count(highs) != Count(said)
          or Min(lows) > Max(highs)
          then null
        else Tuple { low: Min(lows), high: Max(highs) }
  )

define function "Minutes in"(unit String):
  case unit when 'min' then 1.0 when 'h' then 60.0 when 'd' then 1440.0 when 'wk' then 10080.0 else null end

define function "Times a day by code"(timing FHIR.Timing):
  First(
    (timing.code.coding Coding return all
      case
        when Coding.code.value in { 'QD', 'DAILY', 'AM', 'PM', 'BED', 'Q24H' } then 1.0
        when Coding.code.value in { 'BID', 'Q12H' } then 2.0
        when Coding.code.value in { 'TID', 'Q8H' } then 3.0
        when Coding.code.value in { 'QID', 'Q6H' } then 4.0
        when Coding.code.value = 'Q4H' then 6.0
        when Coding.code.value = 'QOD' then 0.5
        when Coding.code.value = 'WK' then 1.0 / 7.0
        else null
      end
    ) Times where Times is not null
  )

// How often in a day, at least and at most. Without a timing once a day is never assumed.
define function "Times a day"(timing FHIR.Timing):
  First(
    ({ timing }) T
      let
        byCode: "Times a day by code"(T),
        shortest: T.repeat.period.value,
        longest: Coalesce(T.repeat.periodMax.value, T.repeat.period.value),
        fewest: ToDecimal(Coalesce(T.repeat.frequency.value, 1)),
        most: ToDecimal(Coalesce(T.repeat.frequencyMax.value, T.repeat.frequency.value, 1)),
        inMinutes: "Minutes in"(T.repeat.periodUnit.value),
        isSound: shortest > 0 and longest >= shortest and fewest > 0 and most >= fewest
          and inMinutes is not null,
        moments: ToDecimal(Max({ Count(T.repeat."when"), Count(T.repeat.timeOfDay) })),
        hasPeriod: T.repeat.period is not null,
        lows: (({
          byCode,
          if moments > 0 then moments else null,
          if isSound then (fewest * 1440.0) / (longest * inMinutes) else null
        }) Low where Low is not null),
        highs: (({
          byCode,
          if moments > 0 then moments else null,
          if isSound then (most * 1440.0) / (shortest * inMinutes) else null
        }) High where High is not null)
      return all
        if T is null
          or exists T.repeat.dayOfWeek
          or (hasPeriod and Coalesce(not isSound, true))
          or (not hasPeriod and (T.repeat.frequency is not null or T.repeat.frequencyMax is not null))
          or not exists lows
          then null
        else Tuple { low: Min(lows), high: Max(highs) }
  )

define function "Most a day"(instruction FHIR.Dosage, strength Decimal, form String):
  "Milligrams"(instruction.maxDosePerPeriod.numerator, strength, form)
    / (instruction.maxDosePerPeriod.denominator.value.value
      * (case "Dose unit"(instruction.maxDosePerPeriod.denominator)
        when 'd' then 1.0
        when 'h' then 1.0 / 24.0
        else null
      end))

// What a day of one instruction amounts to, in mg. What is taken as needed may be nothing.
define function "Day of instruction"(instruction FHIR.Dosage, strength Decimal, form String):
  First(
    ({ instruction }) I
      let
        asNeeded: Coalesce((I.asNeeded as FHIR.boolean).value, I.asNeeded is not null)
          or "Contains any"("Instruction words"(I), "Words for as needed"),
        isChanging: "Contains any"(
          "Without accents"(Lower(Coalesce(I.text.value, ''))), "Words for a change"
        ),
        dose: "One dose"(I, strength, form),
        times: "Times a day"(I.timing),
        most: "Most a day"(I, strength, form),
        saysOtherTimes: exists (
          "Words for times a day" Row
            where (Row.times < times.low or Row.times > times.high)
              and "Contains any"("Without accents"(Lower(Coalesce(I.text.value, ''))), Row.words)
        ),
        low: dose.low * times.low,
        high: dose.high * times.high
      return all case
        when exists I.modifierExtension or isChanging then null
        when low is null and asNeeded and most is not null
          then Tuple { low: 0.0, high: most, asNeeded: true }
        when low is null or saysOtherTimes then null
        when asNeeded then Tuple { low: 0.0, high: Min({ high, Coalesce(most, high) }), asNeeded: true }
        when most is not null and low > most then Tuple { low: most, high: high, asNeeded: false }
        else Tuple { low: low, high: Min({ high, Coalesce(most, high) }), asNeeded: false }
      end
  )

// Whether an instruction holds on the day; null where that cannot be told.
define function "Holds"(timing FHIR.Timing):
  case
    when timing.repeat is null then true
    when timing.repeat.count is not null or timing.repeat.countMax is not null then null
    when timing.repeat.bounds is null then true
    when not (timing.repeat.bounds is FHIR.Period) then null
    when "First day"((timing.repeat.bounds as FHIR.Period).start.value) after "The day" then false
    when "Last day"((timing.repeat.bounds as FHIR.Period).end.value) before "The day" then false
    when "Last day"((timing.repeat.bounds as FHIR.Period).start.value) after "The day" then null
    when "First day"((timing.repeat.bounds as FHIR.Period).end.value) before "The day" then null
    else true
  end

// Since when, or until when, it is so: the dose changed then.
define function "Changed by"(timing FHIR.Timing):
  if "Holds"(timing) then "Last day"((timing.repeat.bounds as FHIR.Period).start.value)
  else if "First day"((timing.repeat.bounds as FHIR.Period).start.value) after "The day" then null
  else "Last day"((timing.repeat.bounds as FHIR.Period).end.value)

// What a day of all instructions of an order that hold now amounts to.
define function "Day of order"(instructions List<FHIR.Dosage>, strength Decimal, form String):
  First(
    ({ instructions }) All
      let
        holding: (All I where "Holds"(I.timing) return all I),
        daily: (holding I return all "Day of instruction"(I, strength, form)),
        mayFollow: Count(distinct (holding I return all Coalesce(I.sequence.value, -1))) > 1
          and exists (holding I where not exists I.timing.repeat."when" and not exists I.timing.repeat.timeOfDay)
      return all
        if not exists holding
          or exists (All I where "Holds"(I.timing) is null)
          or Count(daily) != Count(holding)
          then null
        else Tuple {
          low: if mayFollow then Min(daily D return all D.low) else Sum(daily D return all D.low),
          high: Sum(daily D return all D.high),
          asNeeded: exists (daily D where D.asNeeded),
          since: Max(All I return all "Changed by"(I.timing))
        }
  )
`
