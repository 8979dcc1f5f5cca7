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

// Devices, by their words.
define "Devices":
  flatten {
    [Device] Device
      where Coalesce(Device.status.value, 'active') != 'entered-in-error'
      return all Tuple {
        stands: 'unknown',
        codings: List<Tuple { key String, display String }>{},
        names: "Names"(Device.type) + ' | '
          + Coalesce("Without accents"(Lower(Combine(
            (Device.deviceName Name where Name.name is not null return all Name.name.value), ' | '
          ))), ''),
        on: null as Date
      },
    [DeviceUseStatement] Use
      where Use.status.value != 'entered-in-error'
      return all Tuple {
        stands: 'unknown',
        codings: List<Tuple { key String, display String }>{},
        names: "Without accents"(Lower(Coalesce(Use.device.display.value, ''))),
        on: null as Date
      }
  }

// Observations whose value is a problem, such as "pregnant": what they found must be asked.
define "Observed states":
  [Observation] O
    let found: "First day"("Observed"(O))
    where O.value is FHIR.CodeableConcept
      and not (O.status.value in { 'registered', 'cancelled', 'entered-in-error' })
      and found on or before "The day"
      and "Days until the day"(found) <= 365
    return all Tuple {
      stands: 'unknown',
      codings: "Codings"(O.value as FHIR.CodeableConcept),
      names: '',
      on: found
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
