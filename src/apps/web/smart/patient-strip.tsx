import { useWords } from '../messages/words.ts'
import { clinicianDate } from '../parts/dates.ts'
import type { LoadedRecord } from '../state/loaded-record.ts'

/** Whose record is shown: in sight on every screen while the record of a launch is loaded. */
export const PatientStrip = ({ record }: { readonly record: LoadedRecord }) => {
  const { strip } = useWords()
  const { patient, from } = record
  if (patient === undefined) return null
  const { birthDate } = patient
  const isWhole = birthDate !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(birthDate)
  return (
    <p className="patient-strip" role="note" aria-label={strip.label}>
      <strong>{patient.name}</strong>
      <span>
        {strip.born(isWhole ? clinicianDate(birthDate) : (birthDate ?? strip.notRecorded))}
      </span>
      <span>{strip.id(patient.id)}</span>
      <span>{from}</span>
    </p>
  )
}
