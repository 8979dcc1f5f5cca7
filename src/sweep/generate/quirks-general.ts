import { dateNames, firstOf, within } from './quirk.ts'
import type { Quirk } from './quirk.ts'
import type { Random } from './random.ts'
import type { Resource } from './write-json.ts'

/** The concept that says what a resource is about. */
const conceptOf = (resource: Resource): Resource | undefined =>
  within(resource, 'code') ?? within(resource, 'medicationCodeableConcept')

const dated =
  (change: (date: string, random: Random) => string): NonNullable<Quirk['change']> =>
  (resource, random) => {
    for (const name of dateNames) {
      const date = resource[name]
      if (typeof date === 'string') resource[name] = change(date, random)
    }
    return undefined
  }

const offsets = ['+05:30', '-08:00', '+13:00', '+00:00', '-03:30']

/** A copy that is another version, changed after (or before) the one that it stands beside. */
const version = (resource: Resource, number: string, time: string): Resource => ({
  ...structuredClone(resource),
  meta: { ...within(resource, 'meta'), versionId: number, lastUpdated: time },
})

/** What differs in another version: it no longer counts, or says another number. */
const altered = (resource: Resource): Resource => {
  const value = within(resource, 'valueQuantity')
  if (typeof value?.['value'] === 'number') value['value'] = Math.round(value['value'] * 60) / 100
  else if (typeof resource['status'] === 'string') resource['status'] = 'entered-in-error'
  else if (typeof resource['birthDate'] === 'string') resource['birthDate'] = '1950-06-15'
  return resource
}

/** Quirks of every type of resource. */
export const generalQuirks: readonly Quirk[] = [
  { name: 'keys in another order', style: { shuffled: true } },
  { name: 'characters written as escapes', style: { escaped: true } },
  { name: 'spaces between tokens', style: { spaced: true } },
  { name: 'numbers with an exponent', style: { exponents: true } },
  { name: 'a carriage return before the line feed', style: { carriageReturn: true } },
  {
    name: 'other codings before the one that counts',
    change: (resource) => {
      const concept = conceptOf(resource)
      const codings = concept?.['coding']
      if (concept === undefined || !Array.isArray(codings)) return undefined
      concept['coding'] = [
        { system: 'urn:oid:2.999.1.13.5.2', code: 'A"1]', display: 'local {"code":"0"}' },
        { display: 'without a code' },
        ...(codings as readonly unknown[]),
      ]
      return undefined
    },
  },
  {
    name: 'a code system by its OID',
    change: (resource) => {
      const coding = firstOf(conceptOf(resource), 'coding')
      if (coding === undefined) return undefined
      const oid = oids[String(coding['system'])]
      if (oid !== undefined) coding['system'] = oid
      return undefined
    },
  },
  {
    name: 'a subject by its full address, or by its version',
    change: (resource, random) => {
      const subject = within(resource, 'subject')
      const reference = subject?.['reference']
      if (subject === undefined || typeof reference !== 'string') return undefined
      subject['reference'] = random.chance(0.5)
        ? `https://ehr.example.org/fhir/r4/${reference}`
        : `${reference}/_history/3`
      return undefined
    },
  },
  {
    name: 'a date with an offset',
    change: dated(
      (date, random) =>
        `${date.slice(0, 10)}T23:${String(10 + random.below(50))}:00.125${random.pick(offsets)}`,
    ),
  },
  { name: 'a date without a time', change: dated((date) => date.slice(0, 10)) },
  {
    name: 'a partial date',
    change: dated((date, random) => date.slice(0, random.chance(0.7) ? 7 : 4)),
  },
  {
    name: 'a date that is none',
    change: dated((_date, random) => random.pick(['unknown', '2026-13-45', '11/20/2026'])),
  },
  {
    name: 'words beyond ASCII',
    change: (resource) => {
      resource['note'] = [{ text: 'synthetic: ≥ 1 µmol, «ü», 中文, 😀, "quoted" \\ and\ttab' }]
      return undefined
    },
  },
  {
    name: 'the same line twice',
    change: (resource) => [structuredClone(resource)],
  },
  {
    name: 'an older version beside it',
    change: (resource) => {
      const older = altered(version(resource, '1', '2001-01-01T00:00:00Z'))
      Object.assign(
        resource,
        version(resource, '2', String(within(resource, 'meta')?.['lastUpdated'])),
      )
      return [older]
    },
  },
  {
    name: 'another copy, and not which is newer',
    change: (resource) => [altered(structuredClone(resource))],
  },
]

const oids: Readonly<Record<string, string>> = {
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'urn:oid:2.16.840.1.113883.6.88',
  'http://loinc.org': 'urn:oid:2.16.840.1.113883.6.1',
  'http://hl7.org/fhir/sid/icd-10-cm': 'urn:oid:2.16.840.1.113883.6.90',
  'http://snomed.info/sct': 'urn:oid:2.16.840.1.113883.6.96',
}
