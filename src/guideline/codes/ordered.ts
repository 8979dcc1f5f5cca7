import type { Code, CodeStatus } from '../../logic/record-rules.ts'
import { loinc } from './systems.ts'

const test = (code: string, means: string, status: CodeStatus = 'verified'): Code => ({
  system: loinc,
  code,
  means,
  status,
})

/** Codes for ordering what is measured and not read from a record, by the word the statements use. */
export const orderedTests: Readonly<Record<string, Code>> = {
  creatinine: test('2160-0', 'creatinine in serum or plasma, mass'),
  sodium: test('2951-2', 'sodium in serum or plasma'),
}
