import { dayOf } from '../../assess/assess.ts'
import type { Assessment, AssessOptions, Refusal } from '../../assess/assess.ts'
import type { FactsInput } from '../../assess/input.ts'
import { isRecord } from '../../assess/json.ts'
import { problemsNamedTwice } from '../../assess/named-twice.ts'
import { readPolicy } from '../../assess/policy.ts'
import type { Policy } from '../../assess/policy.ts'
import { assessGivenInput } from '../../assess/saved-answer.ts'
import type { GivenInput } from '../../assess/saved-answer.ts'
import { parseJson, readText } from './read.ts'

/** The options by which every command that reads a patient is told how. */
export interface PatientOptions {
  readonly on?: string
  readonly facts?: string
  readonly policy?: string
}

/** Whether a text is a FHIR record: a resource, a list of resources, or resources line by line. */
const isFhir = (value: unknown): boolean =>
  (isRecord(value) && 'resourceType' in value) ||
  (Array.isArray(value) && value.length > 0 && isRecord(value[0]) && 'resourceType' in value[0])

const looksLikeLines = (text: string): boolean => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.every((line) => line.trimStart().startsWith('{'))
}

const readJsonFile = async (file: string): Promise<{ readonly value: unknown } | Refusal> => {
  const read = await readText(file)
  if ('problems' in read) return read
  const parsed = await parseJson(read.text, file)
  if ('problems' in parsed) return parsed
  const problems = await problemsNamedTwice(read.text, file)
  return problems.length > 0 ? { problems } : parsed
}

const policyOf = async (file: string | undefined): Promise<Policy | Refusal | undefined> => {
  if (file === undefined) return undefined
  const read = await readJsonFile(file)
  if ('problems' in read) return read
  const policy = readPolicy(read.value)
  return 'problems' in policy ? policy : policy.policy
}

/** One patient as the files give it, and how to assess. */
export interface ReadPatient {
  readonly given: GivenInput
  readonly how: AssessOptions
}

/** Reads a file that holds one patient, as facts or as a record, with the files that the options name. */
export const readPatient = async (
  file: string,
  options: PatientOptions,
): Promise<ReadPatient | Refusal> => {
  const policy = await policyOf(options.policy)
  if (policy !== undefined && 'problems' in policy) return policy
  const day = dayOf(options.on)
  const how: AssessOptions = {
    // What is no day is refused with the other problems of the input.
    ...(typeof day === 'string' ? { on: day } : options.on === undefined ? {} : { on: options.on }),
    ...(policy === undefined ? {} : { policy }),
  }
  const extra = options.facts === undefined ? undefined : await readJsonFile(options.facts)
  if (extra !== undefined && 'problems' in extra) return extra
  const read = await readText(file)
  if ('problems' in read) return read
  const name = file === '-' ? 'standard input' : file
  const parsed = await parseJson(read.text, name)
  const lines = 'problems' in parsed && looksLikeLines(read.text)
  if ('problems' in parsed && !lines) return parsed
  const twice = await problemsNamedTwice(read.text, name)
  if (twice.length > 0) return { problems: twice }
  if (lines || ('value' in parsed && isFhir(parsed.value))) {
    const { parseRecordText } = await import('../../record.ts')
    const record = 'value' in parsed ? { record: parsed.value } : parseRecordText(read.text)
    if ('problems' in record) return record
    const facts = extra === undefined ? {} : { facts: extra.value as FactsInput }
    return { given: { record: record.record, ...facts }, how }
  }
  const value = 'value' in parsed ? parsed.value : undefined
  const merged =
    extra !== undefined && isRecord(extra.value) && isRecord(value)
      ? { ...value, ...extra.value }
      : value
  return { given: { facts: merged as FactsInput }, how }
}

/** Reads a file that holds one patient, as facts or as a record, and assesses it. */
export const assessFile = async (
  file: string,
  options: PatientOptions,
): Promise<Assessment | Refusal> => {
  const read = await readPatient(file, options)
  return 'problems' in read ? read : assessGivenInput(read.given, read.how)
}
