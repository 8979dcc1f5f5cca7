import { text } from '../cql-text.ts'

/** How answers to the questionnaire are taken in. CQL text. */
export const answers = (questionnaire: string): string => String.raw`
define function "Items within"(items List<FHIR.QuestionnaireResponse.Item>):
  flatten (items Item where exists Item.item return all Item.item)

define function "Items within answers"(items List<FHIR.QuestionnaireResponse.Item>):
  flatten (
    (flatten (items Item where exists Item.answer return all Item.answer)) Given
      where exists Given.item
      return all Given.item
  )

define "Answered":
  [QuestionnaireResponse] Response
    let
      outer: Response.item,
      inner: flatten { "Items within"(outer), "Items within answers"(outer) },
      deeper: flatten { "Items within"(inner), "Items within answers"(inner) },
      deepest: flatten { "Items within"(deeper), "Items within answers"(deeper) }
    where Response.status.value in { 'completed', 'amended' }
      and First(Split(Response.questionnaire.value, '|')) = ${text(questionnaire)}
      and "First day"(Response.authored.value) on or before "The day"
    return all Tuple {
      on: "First day"(Response.authored.value),
      authored: if hour from Response.authored.value is null then null else Response.authored.value,
      doubt: "In doubt"(Response, Response.subject),
      items: (flatten { outer, inner, deeper, deepest }) Item where exists Item.answer return all Item
    }

define function "With an answer"(link String):
  "Answered" Response where exists (Response.items Item where Item.linkId.value = link return all Item)

// The newest responses that answer a question; of one day the last, where all of them tell their time.
define function "Newest with an answer"(link String):
  ("With an answer"(link)) Response
    let
      newest: Max(("With an answer"(link)) R return all R.on),
      untimed: exists (("With an answer"(link)) R where R.on = newest and R.authored is null),
      latest: Max(("With an answer"(link)) R where R.on = newest return all R.authored)
    where Response.on = newest and (untimed or Response.authored same as latest)
    return all Response

define function "Truth of"(answer FHIR.QuestionnaireResponse.Item.Answer):
  case
    when (answer.value as FHIR.boolean).value then 'true'
    when not (answer.value as FHIR.boolean).value then 'false'
    when (answer.value as FHIR.Coding).code.value in { 'Y', 'yes' } then 'true'
    when (answer.value as FHIR.Coding).code.value in { 'N', 'no' } then 'false'
    when (answer.value as FHIR.Coding).code.value in { 'UNK', 'asked-unknown', 'unknown' } then 'unknown'
    else 'unreadable'
  end

// The newest answer to a question of yes and no; what is said in two ways cannot be read.
define function "Answer to"(link String):
  First(
    ({ "Newest with an answer"(link) }) Responses
      let
        said: distinct (Responses Response
          let items: (Response.items Item where Item.linkId.value = link return all Item)
          return all
            if Response.doubt or Count(items) != 1 or Count(First(items).answer) != 1 then 'unreadable'
            else "Truth of"(First(First(items).answer)))
      where exists Responses
      return all Tuple {
        truth: if Count(said) = 1 then First(said) else 'unreadable',
        on: First(Responses).on
      }
  )

// The amount of an answer in the canonical unit; null where it cannot be read, or is impossible.
define function "Amount of"(
  answer FHIR.QuestionnaireResponse.Item.Answer,
  known List<Tuple { unit String, factor Decimal, mass Boolean }>,
  bareUnit String,
  least Decimal,
  most Decimal
):
  First(
    ({ answer }) A
      let
        quantity: A.value as FHIR.Quantity,
        unit: if quantity is null then bareUnit else Coalesce(quantity.code.value, quantity.unit.value),
        amount: Coalesce(
          quantity.value.value,
          (A.value as FHIR.decimal).value,
          ToDecimal((A.value as FHIR.integer).value)
        ) * First(known Row where Row.unit = unit return all Row.factor)
      where amount >= least and amount <= most and quantity.comparator is null
      return all amount
  )

define function "Answered amount"(
  link String,
  known List<Tuple { unit String, factor Decimal, mass Boolean }>,
  bareUnit String,
  least Decimal,
  most Decimal
):
  First(
    ({ "Newest with an answer"(link) }) Responses
      let
        said: (Responses Response
          let items: (Response.items Item where Item.linkId.value = link return all Item)
          return all
            if Response.doubt or Count(items) != 1 or Count(First(items).answer) != 1 then null
            else "Amount of"(First(First(items).answer), known, bareUnit, least, most))
      where exists Responses
      return all Tuple {
        amount: if Count(distinct said) = 1 then First(said) else null,
        on: First(Responses).on
      }
  )

// An answer from before the present dose says nothing of it, unless the dose is as old as the answer.
define "Of the present dose since":
  First(
    ({ "dose, recorded" }) Dose
      where Dose.on is not null
      return all Dose.on
  )

define function "Is of an earlier dose"(on Date):
  Coalesce(on before "Of the present dose since", false)
    and not Coalesce("days, recorded".low >= "Days until the day"(on), false)

// An answer weighed against what the record says. What cannot be used leaves a question, never a "no".
define function "Weighed"(
  recorded Tuple { truth String, on Date },
  answer Tuple { truth String, on Date },
  ofPresentDose Boolean,
  assumed Boolean
):
  case
    when answer is null then recorded.truth
    when answer.truth = 'unreadable'
      or "Days until the day"(answer.on) > "Days until a result is old"
      or (ofPresentDose and "Is of an earlier dose"(answer.on))
      then
        if recorded.truth is not null then recorded.truth
        else if answer.truth = 'false' and assumed then null
        else 'unknown'
    when recorded.truth is null then answer.truth
    when recorded.truth = 'unknown' then
      if Coalesce(recorded.on on or before answer.on, true) then answer.truth else 'unknown'
    when answer.truth = 'unknown' or answer.truth = recorded.truth then recorded.truth
    else 'unknown'
  end

define function "As a truth"(word String):
  case word when 'true' then true when 'false' then false else null end
`
