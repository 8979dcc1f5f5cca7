import type { Code } from '../../logic/record-rules.ts'
import {
  conceptOf,
  conceptOfRule,
  encounterOf,
  hl7,
  identifierOf,
  metaOf,
  subjectOf,
  timeOf,
} from './elements.ts'
import { otherMedicines } from './fillers.ts'
import { resourceId } from './identifiers.ts'
import type { Person } from './person.ts'
import { randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { rateOf } from './rates.ts'
import { instructionOf, regimenOf } from './regimens.ts'
import type { GeneratorCodes, GeneratorSettings } from './settings.ts'

interface Order {
  readonly concept: string
  readonly status: string
  /** Days ago. */
  readonly ordered: number
  /** As JSON; empty where the order has none. */
  readonly dosage: string
  /** Whether it was for 30 days and never again; else it is for some three years. */
  readonly short?: boolean
}

const orderLine = (person: Person, number: number, order: Order, random: Random): string => {
  const date = person.before(order.ordered)
  const dosage = order.dosage === '' ? '' : `"dosageInstruction":[${order.dosage}],`
  return `{"resourceType":"MedicationRequest","id":"${resourceId(person.key, 1, number)}",${metaOf('us-core-medicationrequest', date, random)},${identifierOf(7, random)},"status":"${order.status}","intent":"order","category":[${hl7('medicationrequest-category', 'outpatient', 'Outpatient')}],"priority":"routine","reportedBoolean":false,"medicationCodeableConcept":${order.concept},${subjectOf(person)},${encounterOf(person, random)},"authoredOn":"${timeOf(date, random)}","requester":{"reference":"Practitioner/p-${String(random.below(500))}","display":"Synthetic practitioner"},${dosage}"dispenseRequest":{"validityPeriod":{"start":"${date}"},"numberOfRepeatsAllowed":${order.short === true ? '0' : '11'},"expectedSupplyDuration":{"value":${order.short === true ? '30' : '90'},"unit":"Day","system":"http://unitsofmeasure.org","code":"d"}}}`
}

const usualDosage =
  '{"text":"Take 1 tablet by mouth once a day","timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},"asNeededBoolean":false,"doseAndRate":[{"doseQuantity":{"value":1,"unit":"{tbl}","system":"http://unitsofmeasure.org","code":"{tbl}"}}]}'

const rateOfMedicine = (fact: string): number => {
  switch (fact) {
    case 'takesCyclobenzaprine':
      return rateOf('cyclobenzaprine')
    case 'takesQuinidine':
      return rateOf('quinidine')
    case 'takesDiuretic':
      return rateOf('a diuretic')
    default:
      return rateOf('each other medicine that the guideline reads')
  }
}

/** How long ago the dose was last changed, in days. */
const changedAgo = (random: Random): number =>
  random.chance(rateOf('dose changed in the last 7 days')) ? random.below(7) : 7 + random.below(360)

const drugOrders = (codes: GeneratorCodes, person: Person, random: Random): readonly Order[] => {
  const { drug } = codes
  const oral = (status: string, ordered: number): Order => {
    const regimen = regimenOf(codes, random)
    const asNeeded = random.chance(rateOf('baclofen as needed'))
    return {
      concept: conceptOf(regimen.product, random),
      status,
      ordered,
      dosage: random.chance(rateOf('baclofen without a dose'))
        ? ''
        : instructionOf(codes, regimen, random, asNeeded),
      short: random.chance(rateOf('an order of baclofen for 30 days, not renewed')),
    }
  }
  switch (person.baclofen) {
    case 'never':
    case 'by statement':
      return []
    case 'stopped':
      return [oral(random.chance(0.5) ? 'stopped' : 'completed', 20 + random.below(300))]
    case 'pump':
      return [
        {
          concept: conceptOf(pumped(drug.pumped, random), random),
          status: 'active',
          ordered: 100,
          dosage: '',
        },
      ]
    case 'by order': {
      const ago = changedAgo(random)
      return [
        oral('active', ago),
        ...(random.chance(rateOf('two active orders of baclofen')) ? [oral('active', ago)] : []),
        ...(random.chance(rateOf('an older, completed order of baclofen'))
          ? [oral('completed', ago + 30 + random.below(100))]
          : []),
      ]
    }
  }
}

const pumped = (codes: readonly Code[], random: Random): Code => {
  const code = random.pick(codes)
  return { ...code, means: 'baclofen 0.5 MG/ML Intrathecal Solution' }
}

/** The MedicationRequests of a person. */
export const orderLines = (
  codes: GeneratorCodes,
  settings: GeneratorSettings,
  person: Person,
): readonly string[] => {
  const random = randomFrom(settings.seed, person.index, 2)
  const orders: Order[] = [...drugOrders(codes, person, random)]
  for (const rule of codes.medicines) {
    if (!random.chance(rateOfMedicine(rule.fact))) continue
    orders.push({
      concept: conceptOfRule(rule, random, [0.15, ' tablet']),
      status: random.chance(0.8) ? 'active' : 'stopped',
      ordered: random.below(500),
      dosage: usualDosage,
    })
  }
  for (let count = random.below(4); count >= 0; count -= 1) {
    orders.push({
      concept: conceptOf(random.pick(otherMedicines), random),
      status: random.chance(0.4) ? 'active' : random.chance(0.5) ? 'completed' : 'stopped',
      ordered: random.below(900),
      dosage: random.chance(0.6) ? usualDosage : '',
    })
  }
  return orders.map((order, number) => orderLine(person, number, order, random))
}

const statementLine = (
  person: Person,
  number: number,
  concept: string,
  [status, dosage]: readonly [string, string],
  random: Random,
): string => {
  const date = person.before(random.below(400))
  return `{"resourceType":"MedicationStatement","id":"${resourceId(person.key, 2, number)}",${metaOf('us-core-medicationstatement', date, random)},${identifierOf(8, random)},"status":"${status}","category":${hl7('medication-statement-category', 'patientspecified', 'Patient Specified')},"medicationCodeableConcept":${concept},${subjectOf(person)},"effectivePeriod":{"start":"${date}"},"dateAsserted":"${timeOf(date, random)}","informationSource":{"reference":"Patient/${person.id}","display":"Synthetic ${String(person.index)}"}${dosage === '' ? '' : `,"dosage":[${dosage}]`}}`
}

/** The MedicationStatements of a person. */
export const statementLines = (
  codes: GeneratorCodes,
  settings: GeneratorSettings,
  person: Person,
): readonly string[] => {
  const random = randomFrom(settings.seed, person.index, 3)
  const lines: string[] = []
  if (person.baclofen === 'by statement') {
    const regimen = regimenOf(codes, random)
    const dosage = instructionOf(codes, regimen, random)
    lines.push(
      statementLine(person, 0, conceptOf(regimen.product, random), ['active', dosage], random),
    )
  }
  if (random.chance(0.4)) {
    const concept = conceptOf(random.pick(otherMedicines), random)
    lines.push(statementLine(person, 1, concept, ['active', usualDosage], random))
  }
  return lines
}
