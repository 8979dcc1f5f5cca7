/** What all parts of the library share: days, statuses, codes and names. CQL text. */
export const common = String.raw`
// The day of the assessment; today where it is left out.
define "The day": Coalesce("Assessed on", Today())

// The first and the last civil day that a date, perhaps only a month or a year, can be.
define function "First day"(at DateTime):
  if at is null then null
  else Date(year from at, Coalesce(month from at, 1), Coalesce(day from at, 1))

define function "Days in"(ofYear Integer, ofMonth Integer):
  case
    when ofMonth in { 4, 6, 9, 11 } then 30
    when ofMonth != 2 then 31
    when (ofYear mod 4 = 0 and ofYear mod 100 != 0) or ofYear mod 400 = 0 then 29
    else 28
  end

define function "Last day"(at DateTime):
  case
    when at is null then null
    when month from at is null then Date(year from at, 12, 31)
    when day from at is null then Date(year from at, month from at, "Days in"(year from at, month from at))
    else Date(year from at, month from at, day from at)
  end

define function "Days until the day"(since Date): difference in days between since and "The day"

// An extension that may turn the meaning, or no person whose it is: at most to be asked.
define function "In doubt"(resource FHIR.DomainResource, person FHIR.Reference):
  exists resource.modifierExtension
    or resource.implicitRules is not null
    or person.reference is null

define function "As far as certain"(stands String, isInDoubt Boolean):
  if stands = 'true' and isInDoubt then 'unknown' else stands

// A code as its terminology, a bar, and the code; terminologies have several names.
define function "Key"(system String, code String):
  "Terminology"(ReplaceMatches(ReplaceMatches(system, '^https:', 'http:'), '/$', '')) + '|' + code

define function "Codings"(concept FHIR.CodeableConcept):
  Coalesce(
    (concept.coding Coding
      where Coding.system is not null and Coding.code is not null
      return all Tuple {
        key: "Key"(Coding.system.value, Coding.code.value), display: Lower(Coding.display.value)
      }),
    List<Tuple { key String, display String }>{}
  )

// Everything that a concept is called, in small letters.
define function "Without accents"(words String):
  ReplaceMatches(
    ReplaceMatches(
      ReplaceMatches(
        ReplaceMatches(ReplaceMatches(words, '[àáâãäå]', 'a'), '[èéêë]', 'e'), '[ìíîï]', 'i'
      ),
      '[òóôõö]', 'o'
    ),
    '[ùúûü]', 'u'
  )

define function "Names"(concept FHIR.CodeableConcept):
  "Without accents"(Lower(
    Coalesce(concept.text.value, '')
      + Coalesce(
        ' | '
          + Combine(
            (concept.coding Coding
              where Coding.display is not null
              return all Coding.display.value),
            ' | '
          ),
        ''
      )  ))

// Small letters and digits, with one space between words: a space in a word to look for is the edge of one.
define function "Plain words"(names String):
  ' ' + ReplaceMatches(names, '[^a-z0-9]+', ' ') + ' '

define function "Contains any"(names String, words List<String>):
  Coalesce(
    First(({ "Plain words"(names) }) Plain return exists (words Word where PositionOf(Word, Plain) >= 0)),
    false
  )

// What an instruction says in words: its text, what the patient is told, and what is added.
define function "Instruction words"(instruction FHIR.Dosage):
  Combine(
    flatten {
      {
        "Without accents"(Lower(Coalesce(instruction.text.value, ''))),
        "Without accents"(Lower(Coalesce(instruction.patientInstruction.value, '')))
      },
      Coalesce((instruction.additionalInstruction More return all "Names"(More)), List<String>{})
    },
    ' | '
  )

define function "Notes"(notes List<FHIR.Annotation>):
  Combine((notes Note return all "Without accents"(Lower(Coalesce(Note.text.value, '')))), ' | ')

define function "Is one of"(key String, codes List<String>, classes List<String>):
  key in codes or exists (classes Class where StartsWith(key, Class))
`
