import { orderLines, statementLines } from './medicines.ts'
import { observationLines } from './observations.ts'
import { patientLines } from './patient.ts'
import type { Person } from './person.ts'
import { problemLines, procedureLines } from './problems.ts'
import type { GeneratorCodes, GeneratorSettings, ResourceType } from './settings.ts'

/** The plain lines of a person in the file of one type, before any quirk. */
export const plainLines = (
  type: ResourceType,
  codes: GeneratorCodes,
  settings: GeneratorSettings,
  person: Person,
): readonly string[] => {
  switch (type) {
    case 'Patient':
      return patientLines(settings, person)
    case 'MedicationRequest':
      return orderLines(codes, settings, person)
    case 'MedicationStatement':
      return statementLines(codes, settings, person)
    case 'Observation':
      return observationLines(codes, settings, person)
    case 'Condition':
      return problemLines(codes, settings, person)
    case 'Procedure':
      return procedureLines(codes, settings, person)
  }
}
