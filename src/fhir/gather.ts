import type { Problem } from '../logic/given.ts'
import { readAnswers } from './answers.ts'
import type { Context, Gathered, Reader } from './context.ts'
import type { Placed } from './flatten.ts'
import { readObservation, readReport } from './laboratory.ts'
import { readAllergy, readCondition, readDevice, readList, readProcedure } from './lists.ts'
import { readMedicine, readSupply } from './medicines.ts'
import { several } from './subject.ts'
import type { Subject } from './subject.ts'

/** How the resources that bear on a fact are read; all others are passed over. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['Observation', readObservation],
  ['DiagnosticReport', readReport],
  ['Condition', readCondition],
  ['AllergyIntolerance', readAllergy],
  ['Procedure', readProcedure],
  ['MedicationRequest', readMedicine],
  ['MedicationStatement', readMedicine],
  ['MedicationDispense', readSupply],
  ['MedicationAdministration', readSupply],
  ['QuestionnaireResponse', readAnswers],
  ['Device', readDevice],
  ['DeviceUseStatement', readDevice],
  ['List', readList],
])

/** Reads all resources of one person; a resource of somebody else refuses the whole record. */
export const gather = (
  resources: readonly Placed[],
  subject: Subject,
  context: Context,
): Gathered | Problem => {
  const gathered: Gathered = {
    results: new Map(),
    sources: [],
    standIns: [],
    drug: [],
    supplies: [],
    said: [],
    answers: [],
    lists: new Set(),
    mayBeDrug: undefined,
  }
  for (const placed of resources) {
    const read = readers.get(placed.type)
    if (read === undefined) continue
    const owner = subject.ownerOf(placed.resource)
    if (owner === 'other') return several(subject.patient.at, placed.at)
    read(owner === 'own' ? placed : ofNobody(placed, context), gathered, context)
  }
  return gathered
}

/** Whose it is cannot be told: it may be this person's, so what it says is neither so nor not so. */
const ofNobody = (placed: Placed, { problems }: Context): Placed => {
  problems.push({
    kind: 'set-aside',
    where: `${placed.at}.subject`,
    message: 'It does not say whose it is: what it says counts as not known.',
    remedy: 'Name the person as subject.',
  })
  return { ...placed, doubt: 'it does not say whose it is' }
}
