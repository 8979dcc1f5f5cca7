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

/** How entries of lists say that something is present. CQL text. */
export const entries = String.raw`
// The code of a status; empty where it cannot be read.
define function "Status"(concept FHIR.CodeableConcept):
  if concept is null then null
  else Coalesce(First(concept.coding Coding where Coding.code is not null return Coding.code.value), '')

// How far an entry of the problem or allergy list says that it is so now.
define function "Standing"(verification String, clinical String, hasEnded Boolean):
  case
    when verification in { 'refuted', 'entered-in-error' } then 'false'
    when clinical in { 'inactive', 'remission', 'resolved' } then 'false'
    when clinical is null and hasEnded then 'false'
    when verification is not null and verification != 'confirmed' then 'unknown'
    when clinical is not null and not (clinical in { 'active', 'recurrence', 'relapse' })
      then 'unknown'
    else 'true'
  end

// Whether a problem says when or that it ended, and not that this is still to come.
define function "Has ended"(problem FHIR.Condition):
  problem.abatement is not null
    and Coalesce("First day"((problem.abatement as FHIR.dateTime).value) on or before "The day", true)

define "Problems":
  [Condition] Problem
    return all Tuple {
      stands: "As far as certain"(
        "Standing"(
          "Status"(Problem.verificationStatus), "Status"(Problem.clinicalStatus), "Has ended"(Problem)
        ),
        "In doubt"(Problem, Problem.subject)
      ),
      codings: "Codings"(Problem.code),
      names: "Names"(Problem.code),
      on: "First day"(
        Coalesce((Problem.onset as FHIR.dateTime).value, Problem.recordedDate.value)
      )
    }

// What an allergy is of: itself, and the substances of its reactions.
define "Allergies":
  flatten (
    [AllergyIntolerance] Allergy
      return all (
        flatten {
          (({ Allergy.code }) Own where Own is not null),
          Coalesce(
            (Allergy.reaction Reaction
              where Reaction.substance is not null
              return all Reaction.substance),
            List<FHIR.CodeableConcept>{}
          )
        }
      ) Substance
        return all Tuple {
          stands: "As far as certain"(
            "Standing"(
              "Status"(Allergy.verificationStatus), "Status"(Allergy.clinicalStatus), false
            ),
            "In doubt"(Allergy, Allergy.patient)
          ),
          codings: "Codings"(Substance),
          names: "Names"(Substance),
          on: "First day"(
            Coalesce((Allergy.onset as FHIR.dateTime).value, Allergy.recordedDate.value)
          )
        }
  )

// How far a procedure counts as still going on, when it was done on this or that day.
define function "Procedure stands"(status String, first Date, last Date, countsForDays Integer):
  case
    when status in { 'not-done', 'entered-in-error' } then 'false'
    when status in { 'in-progress', 'on-hold' } then 'true'
    when not (status in { 'completed', 'stopped' }) then 'unknown'
    when first is null or first after "The day" then 'unknown'
    when "Days until the day"(first) <= countsForDays then 'true'
    when "Days until the day"(last) <= countsForDays then 'unknown'
    else 'false'
  end

define function "Performed"(procedure FHIR.Procedure):
  Coalesce(
    (procedure.performed as FHIR.dateTime).value,
    (procedure.performed as FHIR.Period).end.value,
    (procedure.performed as FHIR.Period).start.value
  )

define function "Procedures"(countsForDays Integer):
  [Procedure] Procedure
    return all Tuple {
      stands: "As far as certain"(
        "Procedure stands"(
          Procedure.status.value,
          "First day"("Performed"(Procedure)),
          "Last day"("Performed"(Procedure)),
          countsForDays
        ),
        "In doubt"(Procedure, Procedure.subject)
      ),
      codings: "Codings"(Procedure.code),
      names: "Names"(Procedure.code),
      on: "First day"("Performed"(Procedure))
    }

// What entries say by the codes of one rule; what is named in words only must be asked.
define function "Said"(
  entries List<Tuple {
    stands String, codings List<Tuple { key String, display String }>, names String, on Date
  }>,
  codes List<String>,
  classes List<String>,
  words List<String>,
  saidAs List<String>,
  truth String
):
  entries Entry
    let coding: First(Entry.codings Coding where "Is one of"(Coding.key, codes, classes))
    where Entry.stands != 'false' and (coding is not null or "Contains any"(Entry.names, words))
    return all Tuple {
      truth:
        if Entry.stands = 'unknown' or coding is null then 'unknown'
        else if exists saidAs
          and Coalesce(coding.display, Entry.names) != ''
          and not "Contains any"(Coalesce(coding.display, Entry.names), saidAs)
          then 'unknown'
        else truth,
      on: Entry.on
    }

// What is so goes before what must be asked.
define function "Strongest"(said List<Tuple { truth String, on Date }>):
  if exists (said One where One.truth = 'true') then Tuple { truth: 'true', on: null as Date }
  else if exists said then Tuple { truth: 'unknown', on: Max(said One return One.on) }
  else if "A part of the record is missing" then Tuple { truth: 'unknown', on: null as Date }
  else null
`
