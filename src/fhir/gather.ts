import type { Problem } from '../logic/given.ts'
import { readAnswers } from './answers.ts'
import type { Context, Gathered, Reader } from './context.ts'
import type { Placed } from './flatten.ts'
import { readObservation, readReport } from './laboratory.ts'
import { readAllergy, readCondition, readDevice, readList, readProcedure } from './lists.ts'
import { readMedicine, readSupply } from './medicines.ts'
import { isOf } from './memory.ts'
import type { Others, Owned, ReadingMemory } from './memory.ts'
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

const empty = (): Gathered => ({
  results: new Map(),
  sources: [],
  standIns: [],
  drug: [],
  supplies: [],
  said: [],
  answers: [],
  lists: new Set(),
  mayBeDrug: undefined,
})

/** Reads all resources of one person; a resource of somebody else refuses the whole record. */
export const gather = (
  resources: readonly Placed[],
  subject: Subject,
  context: Context,
): Gathered | Problem => {
  const owned: Owned[] = []
  for (const placed of resources) {
    if (!readers.has(placed.type)) continue
    const owner = subject.ownerOf(placed.resource)
    if (owner === 'other') {
      readAll(owned, context)
      return several(subject.patient.at, placed.at)
    }
    owned.push({ placed, isOwn: owner === 'own' })
  }
  return context.memory === undefined
    ? readAll(owned, context)
    : readAgain(owned, context, context.memory)
}

const read = ({ placed, isOwn }: Owned, into: Gathered, context: Context): void => {
  readers.get(placed.type)?.(isOwn ? placed : ofNobody(placed, context), into, context)
}

const readAll = (owned: readonly Owned[], context: Context): Gathered => {
  const gathered = empty()
  for (const one of owned) read(one, gathered, context)
  return gathered
}

const isMedicine = ({ placed }: Owned): boolean => placed.type.startsWith('Medication')

/** Reads the medicines, and the others if they are not those that are remembered. */
const readAgain = (owned: readonly Owned[], context: Context, memory: ReadingMemory): Gathered => {
  const rest = owned.filter((one) => !isMedicine(one))
  const others = isOf(rest, memory.others) ? memory.others : readOthers(rest, context)
  memory.others ??= others
  const { said, lists } = others.gathered
  const gathered = {
    ...others.gathered,
    said: [...said],
    lists: new Set(lists),
    drug: [],
    supplies: [],
  }
  let number = 0
  for (const one of owned) {
    if (isMedicine(one)) read(one, gathered, context)
    else context.problems.push(...(others.problems.get(number++) ?? []))
  }
  return gathered
}

const readOthers = (owned: readonly Owned[], context: Context): Others => {
  const gathered = empty()
  const found: Problem[] = []
  const problems = new Map<number, readonly Problem[]>()
  const alone = { ...context, problems: found }
  owned.forEach((one, number) => {
    read(one, gathered, alone)
    if (found.length > 0) problems.set(number, found.splice(0))
  })
  return { owned, gathered, problems }
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
