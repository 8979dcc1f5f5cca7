import { problemsNamedTwice } from '../../../assess/named-twice.ts'
import { refuses } from '../../../logic/given.ts'
import type { Problem } from '../../../logic/given.ts'
import { parseRecordText, readRecord } from '../../../record.ts'
import type { LoadedRecord } from '../state/loaded-record.ts'

/** Reads the text of a record on a day; or every problem that keeps it from being used. */
export const loadRecord = async (
  text: string,
  from: string,
  on: string,
): Promise<{ readonly record: LoadedRecord } | { readonly problems: readonly Problem[] }> => {
  const parsed = parseRecordText(text)
  if ('problems' in parsed) return parsed
  const problems = await problemsNamedTwice(text, 'record')
  return problems.length > 0 ? { problems } : takeRecord(parsed.record, from, on)
}

/** Takes a record that is parsed already. */
const takeRecord = (
  parsed: unknown,
  from: string,
  on: string,
): { readonly record: LoadedRecord } | { readonly problems: readonly Problem[] } => {
  const { given, why, problems } = readRecord(parsed, { on })
  if (problems.some(refuses)) return { problems }
  return { record: { from, given, why, problems } }
}
