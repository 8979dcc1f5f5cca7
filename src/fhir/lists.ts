import type { Truth } from '../logic/truth.ts'
import { meaningsOf } from './code-index.ts'
import type { Reader } from './context.ts'
import { momentOf } from './day.ts'
import { objectOf, objectsOf } from './json.ts'
import { namedRules, namesOf, quoted } from './names.ts'
import { saidBy } from './presence.ts'
import { procedureStanding, standing } from './standing.ts'

/** What is in doubt is at most to be asked. */
const atMost = (stands: Truth, doubt: string | undefined): Truth =>
  doubt !== undefined && stands === 'true' ? 'unknown' : stands

/** Reads an entry of the problem list. */
export const readCondition: Reader = (placed, into, { rules, index, on }) => {
  const { resource, at, doubt } = placed
  into.lists.add('problem')
  const concept = resource['code']
  const codes = meaningsOf(index, concept)
  const names = namesOf(concept)
  const named = namedRules(rules.problems, names)
  const stages = namedRules(index.standIns, names)
  if (codes.length === 0 && named.length === 0 && stages.length === 0) return
  const stands = atMost(standing(resource, on), doubt)
  const moment = momentOf(resource['recordedDate'] ?? resource['onsetDateTime'])
  into.said.push(...saidBy({ list: 'problem', at, stands, codes, names, concept, named, moment }))
  if (stands === 'false') return
  const coded = codes.flatMap(({ meaning }) => (meaning.is === 'stand-in' ? [meaning.rule] : []))
  for (const rule of coded) {
    into.standIns.push({ rule, at, words: quoted(concept), isCertain: stands === 'true' })
  }
  for (const { rule } of stages) {
    if (!coded.includes(rule)) {
      into.standIns.push({ rule, at, words: quoted(concept), isCertain: false })
    }
  }
}

/** Reads an entry of the allergy list: what it is of, and the substances of its reactions. */
export const readAllergy: Reader = ({ resource, at, doubt }, into, { rules, index, on }) => {
  into.lists.add('allergy')
  const stands = atMost(standing(resource, on), doubt)
  const moment = momentOf(resource['recordedDate'] ?? resource['onsetDateTime'])
  const substances = objectsOf(resource['reaction']).map((reaction) => reaction['substance'])
  for (const concept of [resource['code'], ...substances]) {
    const codes = meaningsOf(index, concept)
    const names = namesOf(concept)
    const named = namedRules(rules.allergies, names)
    into.said.push(...saidBy({ list: 'allergy', at, stands, codes, names, concept, named, moment }))
  }
}

/** Reads a procedure, as far as it says what is going on. */
export const readProcedure: Reader = ({ resource, at, doubt }, into, { rules, index, on }) => {
  into.lists.add('procedure')
  const concept = resource['code']
  const found = meaningsOf(index, concept)
  const names = namesOf(concept)
  const allNamed = namedRules(rules.procedures, names)
  if (found.length === 0 && allNamed.length === 0) return
  const period = objectOf(resource['performedPeriod'])
  const moment = momentOf(resource['performedDateTime'] ?? period?.['end'] ?? period?.['start'])
  for (const rule of rules.procedures) {
    const stands = atMost(procedureStanding(resource, moment, on, rule.countsForDays), doubt)
    const codes = found.filter(({ meaning }) => meaning.is === 'procedure' && meaning.rule === rule)
    const named = allNamed.filter((one) => one === rule)
    into.said.push(
      ...saidBy({ list: 'procedure', at, stands, codes, names, concept, named, moment }),
    )
  }
}

/** Reads a device, or that one is in use: its words say what the words of a procedure say. */
export const readDevice: Reader = ({ resource, at }, into, { rules }) => {
  if (resource['status'] === 'entered-in-error') return
  const called = [
    resource['type'],
    objectOf(resource['device'])?.['display'],
    ...objectsOf(resource['deviceName']).map(({ name }) => name),
  ]
  for (const concept of called) {
    const names = namesOf(concept)
    const named = namedRules(rules.procedures, names)
    into.said.push(
      ...saidBy({
        list: 'procedure',
        at,
        stands: 'unknown',
        codes: [],
        names,
        concept,
        named,
        moment: undefined,
      }),
    )
  }
}

/** The LOINC code of a medication list. */
const medicationList = '10160-0'

/** Reads a List that says that there is nothing on it: of medicines, none is taken. */
export const readList: Reader = ({ resource, doubt }, into) => {
  const coded = (value: unknown, code: string): boolean =>
    objectsOf(objectOf(value)?.['coding']).some((coding) => coding['code'] === code)
  if (
    doubt === undefined &&
    resource['status'] === 'current' &&
    coded(resource['code'], medicationList) &&
    coded(resource['emptyReason'], 'nilknown')
  ) {
    into.lists.add('medicine')
  }
}
