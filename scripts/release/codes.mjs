import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unless } from './result.mjs'

/** Code systems whose owners ask for a notice: how the notice begins, here and in an artifact. */
const notices = {
  'http://snomed.info/sct': 'SNOMED CT',
  'http://loinc.org': 'LOINC',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'National Library of Medicine',
  'http://hl7.org/fhir/sid/icd-10-cm': 'ICD-10-CM',
  'http://hl7.org/fhir/sid/icd-10': 'World Health Organization',
  'http://www.whocc.no/atc': 'WHO Collaborating Centre',
  'http://unitsofmeasure.org': 'UCUM',
}

/** Code systems that are FHIR's own: nobody asks for a notice. */
const free = /^http:\/\/(hl7\.org\/fhir\/(?!sid)|terminology\.hl7\.org|cds-hooks)/

const systemsIn = (value) => {
  if (Array.isArray(value)) return value.flatMap(systemsIn)
  if (typeof value !== 'object' || value === null) return []
  const own = typeof value.system === 'string' ? [value.system] : []
  return [...own, ...Object.values(value).flatMap(systemsIn)]
}

/** Checks that every code system that is carried has its notice in NOTICE, and each value set its own. */
export const checkCodes = (root) => {
  const notice = readFileSync(join(root, 'NOTICE'), 'utf8')
  const folder = join(root, 'exports/fhir-package/package')
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const places = []
  const seen = new Set()
  for (const file of files) {
    const artifact = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    for (const system of new Set(systemsIn(artifact))) {
      const words = notices[system]
      if (words === undefined) {
        if (!free.test(system) && !system.includes('crampwise'))
          places.push(`${file}: ${system} has no notice`)
        continue
      }
      seen.add(system)
      const carriesCodes =
        artifact.resourceType === 'ValueSet' && system !== 'http://unitsofmeasure.org'
      if (carriesCodes && !(artifact.copyright ?? '').includes(words)) {
        places.push(`${file}: copyright does not name ${words}`)
      }
    }
  }
  for (const system of seen) {
    if (!notice.includes(notices[system])) places.push(`NOTICE does not name ${notices[system]}`)
  }
  return unless(
    [...new Set(places)],
    `${String(seen.size)} code systems are carried, each with its notice.`,
    'A code system is carried without the notice that its owner asks for.',
  )
}
