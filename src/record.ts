/**
 * FHIR R4 records in, plans out.
 *
 * @module
 */
export { assessRecord, readRecord } from './assess/record.ts'
export type { RecordOptions } from './assess/record.ts'
export { parseRecordText } from './fhir/text.ts'
