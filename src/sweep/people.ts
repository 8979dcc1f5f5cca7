import { text } from './database.ts'
import type { Database } from './database.ts'

/** What stands in for all other medicines of a person: that a list of them was supplied. */
const otherMedicine = JSON.stringify({
  resourceType: 'MedicationRequest',
  id: 'other-medicines',
  status: 'completed',
  medicationCodeableConcept: { text: 'another medicine' },
})

/** The Medications that a person's entries refer to. */
const referred = `SELECT DISTINCT entry.person, medication.text
FROM (
  SELECT person, regexp_extract(json_extract_string(text, '$.medicationReference.reference'), '([^/]+?)(?:/_history/.*)?$', 1) AS id
  FROM lines WHERE type <> 'Medication' AND contains(text, '"medicationReference"')
) entry JOIN lines medication
ON medication.type = 'Medication' AND medication.key = hash('Medication', to_json(entry.id)::JSON)`

/**
 * Writes what is to be read of each person who may take the drug: a line for each resource, the
 * lines of one person together, each after the person's key and a tab.
 */
export const writePeople = async (database: Database, file: string): Promise<void> => {
  const [medications] = await database.rows(
    "SELECT count(*) AS count FROM lines WHERE type = 'Medication'",
  )
  const parts = [
    `SELECT person, text FROM lines WHERE text IS NOT NULL AND type <> 'Medication' AND person IN (SELECT person FROM candidates)`,
    `SELECT person, ${text(otherMedicine)} FROM lines WHERE listed AND person IN (SELECT person FROM candidates) GROUP BY person`,
    ...(Number(medications?.['count']) > 0 ? [referred] : []),
  ]
  await database.run(
    `COPY (SELECT person::VARCHAR || chr(9) || text FROM (${parts.join('\nUNION ALL\n')}) ORDER BY person) TO ${text(file)} (FORMAT csv, HEADER false, DELIMITER '\x01', QUOTE '', ESCAPE '')`,
  )
}
