import { identifierOf, metaOf } from './elements.ts'
import type { Person } from './person.ts'
import { randomFrom } from './random.ts'
import { rateOf } from './rates.ts'
import type { GeneratorSettings } from './settings.ts'

const languages = ['en', 'es', 'de', 'fr', 'pt']

/** The Patient of a person: no name but "Synthetic" and a number. */
export const patientLines = (settings: GeneratorSettings, person: Person): readonly string[] => {
  const random = randomFrom(settings.seed, person.index, 1)
  const number = String(person.index)
  const { id, sex, birthDate, before } = person
  const code = sex === 'female' ? 'F' : 'M'
  const died = random.chance(rateOf('died (not to be assessed)'))
    ? `"deceasedDateTime":"${before(random.below(300))}",`
    : ''
  return [
    `{"resourceType":"Patient","id":"${id}",${metaOf('us-core-patient', before(random.below(700)), random)},"extension":[{"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex","valueCode":"${code}"},{"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-sex","valueCode":"${sex === 'female' ? '248152002' : '248153007'}"},{"url":"http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired","valueBoolean":${String(random.chance(0.1))}},{"url":"urn:oid:2.999.1.13.9.1","valueString":"synthetic: generated, of no person"}],${identifierOf(1, random)},"active":true,"name":[{"use":"official","text":"Synthetic ${number}","family":"Synthetic","given":["${number}"]}],"telecom":[{"system":"phone","value":"+1-555-01${String(10 + random.below(90))}","use":"home"},{"system":"email","value":"synthetic-${number}@example.org","use":"home","rank":1}],"gender":"${sex}","birthDate":"${birthDate}",${died}"address":[{"use":"home","type":"both","text":"${String(1 + random.below(900))} Example Street, Exampleton","line":["Example Street"],"city":"Exampleton","district":"Example","state":"EX","postalCode":"00${String(100 + random.below(900))}","country":"XX","period":{"start":"${before(2000 + random.below(2000))}"}}],"maritalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-MaritalStatus","code":"UNK","display":"unknown"}],"text":"unknown"},"multipleBirthBoolean":false,"communication":[{"language":{"coding":[{"system":"urn:ietf:bcp:47","code":"${random.pick(languages)}"}]},"preferred":true}],"generalPractitioner":[{"reference":"Practitioner/p-${String(random.below(500))}","type":"Practitioner","display":"Synthetic practitioner ${String(random.below(500))}"}],"managingOrganization":{"reference":"Organization/o-1","display":"Synthetic hospital"}}`,
  ]
}
