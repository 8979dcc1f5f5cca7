import type {
  Code,
  LaboratoryCode,
  LaboratoryRule,
  OralProduct,
  PresenceRule,
  RecordRules,
  Words,
} from '../logic/record-rules.ts'
import { objectOf, objectsOf, textOf } from './json.ts'

/** What a code stands for in the rules. */
export type Meaning =
  | { readonly is: 'oral'; readonly product: OralProduct }
  | { readonly is: 'drug' | 'pumped' | 'route-oral' | 'route-pump' }
  | { readonly is: 'result'; readonly rule: LaboratoryRule; readonly code: LaboratoryCode }
  | {
      readonly is: 'never-result' | 'stand-in' | 'computed-from'
      readonly rule: LaboratoryRule
      readonly code: Code
    }
  | { readonly is: ListName; readonly rule: PresenceRule; readonly code: Code }

/** The lists whose entries say that something is present. */
export type ListName = 'problem' | 'medicine' | 'allergy' | 'procedure'

/** Finds what a coding stands for. */
export interface CodeIndex {
  readonly of: (system: unknown, code: unknown) => readonly Meaning[]
  /** Words for diagnoses that stand in for a result. */
  readonly standIns: readonly { readonly rule: LaboratoryRule; readonly names: Words }[]
}

/** The codes of one terminology. */
interface Terminology {
  readonly exact: Map<string, Meaning[]>
  /** Codes that count with all that begins so, by their length. */
  readonly below: Map<number, Map<string, Meaning[]>>
}

const nothing: readonly Meaning[] = []
const made = new WeakMap<RecordRules, CodeIndex>()

/** The index of all codes of the rules, made once. */
export const indexOf = (rules: RecordRules): CodeIndex => {
  const known = made.get(rules)
  if (known !== undefined) return known
  const index = build(rules)
  made.set(rules, index)
  return index
}

const at = <K, V>(map: Map<K, V>, key: K, fresh: () => V): V => {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = fresh()
  map.set(key, value)
  return value
}

const build = (rules: RecordRules): CodeIndex => {
  const systems = new Map<string, Terminology>()
  const add = (code: Code, meaning: Meaning): void => {
    const { exact, below } = at(systems, code.system, () => ({
      exact: new Map<string, Meaning[]>(),
      below: new Map<number, Map<string, Meaning[]>>(),
    }))
    const codes =
      code.andBelow === true
        ? at(below, code.code.length, () => new Map<string, Meaning[]>())
        : exact
    at(codes, code.code, () => []).push(meaning)
  }
  addDrug(rules, add)
  for (const rule of rules.laboratory) {
    for (const code of rule.codes) add(code, { is: 'result', rule, code })
    for (const code of rule.never ?? []) add(code, { is: 'never-result', rule, code })
    for (const code of rule.computedFrom?.codes ?? [])
      add(code, { is: 'computed-from', rule, code })
    for (const code of rule.standIn?.codes ?? []) add(code, { is: 'stand-in', rule, code })
  }
  const lists = [
    ['problem', rules.problems],
    ['medicine', rules.medicines],
    ['allergy', rules.allergies],
    ['procedure', rules.procedures],
  ] as const
  for (const [is, of] of lists) {
    for (const rule of of) for (const code of rule.codes) add(code, { is, rule, code })
  }
  for (const [alias, name] of Object.entries(rules.systems)) {
    const terminology = systems.get(name)
    if (terminology !== undefined) systems.set(alias, terminology)
  }
  const all = [...systems.values()]
  const codes = new Set(all.flatMap(({ exact }) => [...exact.keys()]))
  const letters = new Set(
    all.flatMap(({ below }) =>
      [...below.values()].flatMap((of) => [...of.keys()].map((code) => code.charAt(0))),
    ),
  )
  return {
    standIns: rules.laboratory.flatMap((rule) =>
      rule.standIn === undefined ? [] : [{ rule, names: rule.standIn.names }],
    ),
    of: (system, value) => {
      const code = typeof value === 'number' ? String(value) : textOf(value)?.trim()
      // Most codes are none of ours in any terminology: their system need not be looked up.
      return code === undefined || !(codes.has(code) || letters.has(code.charAt(0)))
        ? nothing
        : find(systems, system, code)
    },
  }
}

const addDrug = ({ drug }: RecordRules, add: (code: Code, meaning: Meaning) => void): void => {
  for (const product of drug.oral) add(product, { is: 'oral', product })
  for (const code of drug.anyRoute) add(code, { is: 'drug' })
  for (const code of drug.pumped) add(code, { is: 'pumped' })
  for (const code of drug.routes.oral) add(code, { is: 'route-oral' })
  for (const code of drug.routes.pump) add(code, { is: 'route-pump' })
}

/** Senders write the address of a terminology with "https" or a slash at its end, too. */
const usual = (system: string): string => system.replace(/^https:/, 'http:').replace(/\/$/, '')

const find = (
  systems: ReadonlyMap<string, Terminology>,
  system: unknown,
  code: string,
): readonly Meaning[] => {
  if (typeof system !== 'string') return nothing
  const terminology = systems.get(system) ?? systems.get(usual(system))
  if (terminology === undefined) return nothing
  const exact = terminology.exact.get(code) ?? nothing
  if (terminology.below.size === 0) return exact
  let found = exact
  for (const [length, codes] of terminology.below) {
    const above = codes.get(code.slice(0, length))
    if (above !== undefined) found = found.length === 0 ? above : [...found, ...above]
  }
  return found
}

/** A coding of a concept, with what it stands for. */
export interface Found {
  readonly meaning: Meaning
  readonly display: string | undefined
}

const nothingFound: readonly Found[] = []

/** All that the codings of a CodeableConcept stand for; of a list of them, as some senders write, too. */
export const meaningsOf = (index: CodeIndex, concept: unknown): readonly Found[] => {
  if (Array.isArray(concept)) return objectsOf(concept).flatMap((one) => meaningsOf(index, one))
  let found: readonly Found[] | undefined
  for (const coding of objectsOf(objectOf(concept)?.['coding'])) {
    for (const meaning of index.of(coding['system'], coding['code'])) {
      const one = { meaning, display: textOf(coding['display']) }
      found = found === undefined ? [one] : [...found, one]
    }
  }
  return found ?? nothingFound
}
