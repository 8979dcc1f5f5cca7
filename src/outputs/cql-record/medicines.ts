/** How orders, and statements that a medicine is taken, are read. CQL text. */
export const medicines = String.raw`
define function "Type and id"(reference String):
  ReplaceMatches(ReplaceMatches(reference, '/_history/.*$', ''), '^.*/([^/]+/[^/]+)$', '$1')

// The Medication that a reference names, in the record or contained; one that is in doubt is not found.
define function "Medication of"(link FHIR.Reference, contained List<FHIR.Resource>):
  if StartsWith(link.reference.value, '#')
    then First(
      contained Resource
        where Resource is FHIR.Medication and '#' + Resource.id.value = link.reference.value
        return all Resource as FHIR.Medication
    )
  else First(
    [Medication] Medication
      where 'Medication/' + Medication.id.value = "Type and id"(link.reference.value)
        and not exists Medication.modifierExtension
        and Medication.implicitRules is null
  )

define function "Substances of"(medication FHIR.Medication):
  Coalesce(
    (medication.ingredient Ingredient
      where Ingredient.item is FHIR.CodeableConcept
      return all Ingredient.item as FHIR.CodeableConcept),
    List<FHIR.CodeableConcept>{}
  )

// All codings of what a medicine is: its own, and those of the Medication it refers to.
define function "Medicine codings"(own FHIR.CodeableConcept, medication FHIR.Medication):
  flatten {
    "Codings"(own),
    "Codings"(medication.code),
    flatten (("Substances of"(medication)) Substance return all "Codings"(Substance))
  }

define function "Medicine names"(
  own FHIR.CodeableConcept, medication FHIR.Medication, link FHIR.Reference
):
  Combine(
    flatten {
      { "Names"(own), "Names"(medication.code), Coalesce(Lower(link.display.value), '') },
      (("Substances of"(medication)) Substance return all "Names"(Substance))
    },
    ' | '
  )

// Whether an order says that it is taken now; perhaps, before, or no part of what is taken at all.
define function "Taken by order"(request FHIR.MedicationRequest):
  case
    when request.doNotPerform.value
      or request.status.value in { 'cancelled', 'draft', 'entered-in-error' }
      or request.intent.value in { 'proposal', 'option' }
      then 'no'
    when request.status.value in { 'stopped', 'completed' } then 'before'
    when request.status.value = 'active'
      and not "In doubt"(request, request.subject)
      and Coalesce("First day"(request.authoredOn.value) on or before "The day", true)
      and Coalesce(request.intent.value, 'order') in {
        'order', 'original-order', 'reflex-order', 'filler-order', 'instance-order'
      }
      then 'now'
    else 'perhaps'
  end

define function "Since by statement"(statement FHIR.MedicationStatement):
  Coalesce(
    (statement.effective as FHIR.dateTime).value,
    (statement.effective as FHIR.Period).start.value,
    statement.dateAsserted.value
  )

define function "Taken by statement"(statement FHIR.MedicationStatement):
  case
    when statement.status.value in { 'intended', 'entered-in-error' } then 'no'
    when statement.status.value in { 'stopped', 'not-taken' } then 'denied'
    when statement.status.value = 'completed' then 'before'
    when statement.status.value = 'active'
      and not "In doubt"(statement, statement.subject)
      and Coalesce("First day"("Since by statement"(statement)) on or before "The day", true)
      and Coalesce(
        "First day"((statement.effective as FHIR.Period).end.value) on or after "The day", true
      )
      then 'now'
    else 'perhaps'
  end

define function "Days of supply"(amount Decimal, unit String):
  amount * (case
    when amount < 0 then null
    when unit in { 'd', 'day', 'days' } then 1.0
    when unit in { 'wk', 'week', 'weeks' } then 7.0
    when unit in { 'mo', 'month', 'months' } then 31.0
    when unit in { 'a', 'year', 'years' } then 366.0
    else null
  end)

define function "Instructions are over"(instructions List<FHIR.Dosage>):
  exists instructions
    and not exists (
      instructions I
        where not Coalesce("Last day"((I.timing.repeat.bounds as FHIR.Period).end.value) before "The day", false)
    )

// Whether an order that is called active may be over: its validity, its supply or all its instructions.
define function "Has lapsed"(request FHIR.MedicationRequest):
  Coalesce("Last day"(request.dispenseRequest.validityPeriod.end.value) before "The day", false)
    or (
      request.dispenseRequest.expectedSupplyDuration is not null
        and Coalesce(
          "Days until the day"(
            Max({
              "Last day"(request.authoredOn.value),
              "Last day"(request.dispenseRequest.validityPeriod.start.value)
            })
          ) > Ceiling(
            "Days of supply"(
              request.dispenseRequest.expectedSupplyDuration.value.value,
              Coalesce(
                request.dispenseRequest.expectedSupplyDuration.code.value,
                request.dispenseRequest.expectedSupplyDuration.unit.value
              )
            ) * (Coalesce(request.dispenseRequest.numberOfRepeatsAllowed.value, 0) + 1)
          ),
          true
        )
    )
    or "Instructions are over"(request.dosageInstruction)

define "Statuses of what has ended": { 'stopped', 'completed', 'not-taken', 'on-hold' }

define "Orders and statements":
  flatten {
    [MedicationRequest] Order
      let
        medication: "Medication of"(Order.medication as FHIR.Reference, Order.contained),
        own: Order.medication as FHIR.CodeableConcept
      return all Tuple {
        at: 'MedicationRequest/' + Order.id.value,
        isOrder: true,
        status: Order.status.value,
        taken: "Taken by order"(Order),
        isLapsed: "Taken by order"(Order) = 'now' and "Has lapsed"(Order),
        since: Order.authoredOn.value,
        endedBy: if Order.status.value in "Statuses of what has ended"
          then "Last day"(Order.meta.lastUpdated.value)
          else null,
        denied: null as DateTime,
        prior: Order.priorPrescription.reference.value,
        codings: "Medicine codings"(own, medication),
        names: "Medicine names"(own, medication, Order.medication as FHIR.Reference),
        notes: "Notes"(Order.note),
        dosage: Order.dosageInstruction
      },
    [MedicationStatement] Statement
      let
        medication: "Medication of"(Statement.medication as FHIR.Reference, Statement.contained),
        own: Statement.medication as FHIR.CodeableConcept
      return all Tuple {
        at: 'MedicationStatement/' + Statement.id.value,
        isOrder: false,
        status: Statement.status.value,
        taken: "Taken by statement"(Statement),
        isLapsed: "Taken by statement"(Statement) = 'now' and "Instructions are over"(Statement.dosage),
        since: "Since by statement"(Statement),
        endedBy: Coalesce(
          "Last day"((Statement.effective as FHIR.Period).end.value),
          if Statement.status.value in "Statuses of what has ended"
            then "Last day"(Coalesce(Statement.dateAsserted.value, Statement.meta.lastUpdated.value))
            else null
        ),
        denied: Coalesce(
          Statement.dateAsserted.value,
          (Statement.effective as FHIR.Period).end.value,
          (Statement.effective as FHIR.dateTime).value
        ),
        prior: null as String,
        codings: "Medicine codings"(own, medication),
        names: "Medicine names"(own, medication, Statement.medication as FHIR.Reference),
        notes: "Notes"(Statement.note),
        dosage: Statement.dosage
      }
  }

define "Medicines":
  "Orders and statements" Entry
    where Entry.taken in { 'now', 'perhaps' }
    return all Tuple {
      stands: if Entry.taken = 'now' and not Entry.isLapsed then 'true' else 'unknown',
      codings: Entry.codings,
      names: Entry.names,
      on: "First day"(Entry.since)
    }

define "The medication list is whole here":
  not "A part of the record is missing" and Coalesce(
    "The medication list is whole",
    exists ("Orders and statements" Entry where Entry.taken != 'no')
      or exists (
        ["List"] Empty
          where Empty.status.value = 'current'
            and exists (Empty.code.coding Coding where Coding.code.value = '10160-0')
            and exists (Empty.emptyReason.coding Coding where Coding.code.value = 'nilknown')
            and not "In doubt"(Empty, Empty.subject)
      )
  )
`
