import type {
  Code,
  LaboratoryCode,
  LaboratoryRule,
  OralProduct,
  PresenceRule,
  RecordRules,
} from '../logic/record-rules.ts'
import { objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'

/** What a code stands for in the rules. */
export type Meaning =
  | { readonly is: 'oral'; readonly product: OralProduct }
  | { readonly is: 'drug' | 'pumped' | 'route-oral' | 'route-pump' }
  | { readonly is: 'result'; readonly rule: LaboratoryRule; readonly code: LaboratoryCode }
  | { readonly is: 'stand-in'; readonly rule: LaboratoryRule; readonly code: Code }
  | { readonly is: ListName; readonly rule: PresenceRule; readonly code: Code }

/** The lists whose entries say that something is present. */
export type ListName = 'problem' | 'medicine' | 'allergy' | 'procedure'

/** Finds what a coding stands for. */
export interface CodeIndex {
  readonly of: (system: unknown, code: unknown) => readonly Meaning[]
}

interface Entry {
  readonly meaning: Meaning
  readonly andBelow: boolean
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

const build = (rules: RecordRules): CodeIndex => {
  const systems = new Map<string, Map<string, Entry[]>>()
  const deep = new Set<string>()
  const add = (code: Code, meaning: Meaning): void => {
    const codes = systems.get(code.system) ?? new Map<string, Entry[]>()
    systems.set(code.system, codes)
    const entries = codes.get(code.code) ?? []
    codes.set(code.code, entries)
    entries.push({ meaning, andBelow: code.andBelow === true })
    if (code.andBelow === true) deep.add(code.system)
  }
  const { drug } = rules
  for (const product of drug.oral) add(product, { is: 'oral', product })
  for (const code of drug.anyRoute) add(code, { is: 'drug' })
  for (const code of drug.pumped) add(code, { is: 'pumped' })
  for (const code of drug.routes.oral) add(code, { is: 'route-oral' })
  for (const code of drug.routes.pump) add(code, { is: 'route-pump' })
  for (const rule of rules.laboratory) {
    for (const code of rule.codes) add(code, { is: 'result', rule, code })
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
    const codes = systems.get(name)
    if (codes === undefined) continue
    systems.set(alias, codes)
    if (deep.has(name)) deep.add(alias)
  }
  return { of: (system, code) => find(systems, deep, system, code) }
}

const find = (
  systems: ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>>,
  deep: ReadonlySet<string>,
  system: unknown,
  code: unknown,
): readonly Meaning[] => {
  if (typeof system !== 'string' || typeof code !== 'string') return nothing
  const codes = systems.get(system)
  if (codes === undefined) return nothing
  const exact = codes.get(code)
  if (!deep.has(system)) {
    return exact === undefined ? nothing : exact.map(({ meaning }) => meaning)
  }
  const found = (exact ?? []).map(({ meaning }) => meaning)
  for (let length = code.length - 1; length > 0; length--) {
    for (const { meaning, andBelow } of codes.get(code.slice(0, length)) ?? []) {
      if (andBelow) found.push(meaning)
    }
  }
  return found
}

/** A coding of a concept, with what it stands for. */
export interface Found {
  readonly meaning: Meaning
  readonly display: string | undefined
}

/** All that the codings of a CodeableConcept stand for. */
export const meaningsOf = (index: CodeIndex, concept: unknown): readonly Found[] => {
  const found: Found[] = []
  for (const coding of objectsOf(objectOf(concept)?.['coding'])) {
    for (const meaning of index.of(coding['system'], coding['code'])) {
      found.push({ meaning, display: textOf(coding['display']) })
    }
  }
  return found
}

/** Everything a concept is called, in lower case: its text and the displays of its codings. */
export const namesOf = (concept: Json | undefined): string =>
  [concept?.['text'], ...objectsOf(concept?.['coding']).map((coding) => coding['display'])]
    .flatMap((name) => textOf(name) ?? [])
    .join(' | ')
    .toLowerCase()
