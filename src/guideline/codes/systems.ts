import type { Code, CodeStatus } from '../../logic/record-rules.ts'

export const rxNorm = 'http://www.nlm.nih.gov/research/umls/rxnorm'
export const atc = 'http://www.whocc.no/atc'
export const loinc = 'http://loinc.org'
export const icd10cm = 'http://hl7.org/fhir/sid/icd-10-cm'
export const snomed = 'http://snomed.info/sct'

/** Other names under which records carry the same terminologies. */
export const systemAliases: Readonly<Record<string, string>> = {
  'urn:oid:2.16.840.1.113883.6.88': rxNorm,
  'urn:oid:2.16.840.1.113883.6.73': atc,
  'http://www.whocc.no/atc/': atc,
  'https://www.whocc.no/atc': atc,
  'urn:oid:2.16.840.1.113883.6.1': loinc,
  'urn:oid:2.16.840.1.113883.6.90': icd10cm,
  'urn:oid:2.16.840.1.113883.6.96': snomed,
}

const coding =
  (system: string) =>
  (code: string, means: string, status: CodeStatus = 'verified'): Code => ({
    system,
    code,
    means,
    status,
  })

/** One RxNorm concept. */
export const rx = coding(rxNorm)
/** One SNOMED CT concept; its descendants are not counted. */
export const sct = coding(snomed)
/** One LOINC code. */
export const loincCode = coding(loinc)
/** One ICD-10-CM code. */
export const icd = coding(icd10cm)

/** An ICD-10-CM code and all that it is divided into. */
export const icdAll = (code: string, means: string, status: CodeStatus = 'verified'): Code => ({
  ...icd(code, means, status),
  andBelow: true,
})

/** An ATC class and all that it is divided into. */
export const atcAll = (code: string, means: string, status: CodeStatus = 'verified'): Code => ({
  ...coding(atc)(code, means, status),
  andBelow: true,
})
