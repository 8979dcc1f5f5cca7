import { readFileSync } from 'node:fs'
import { artifactInput, libraryTexts } from '../src/assess/artifacts.ts'
import { artifacts } from '../src/outputs/artifacts/package.ts'
import type { LogicLibrary, Resource } from '../src/outputs/artifacts/resource.ts'

/** Compiling takes long: the compiled forms are those committed, which `exports.test.ts` compiles anew. */
const compiled = (name: string): string => {
  const file = new URL(`../exports/elm/${name}.json`, import.meta.url)
  return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))
}

const libraries = libraryTexts().map((library): LogicLibrary => ({
  ...library,
  elm: compiled(library.name),
}))

/** What the artifacts are made from. */
export const input = artifactInput(libraries)

/** Every FHIR artifact of the guideline. */
export const resources: readonly Resource[] = artifacts(input)

/** The artifacts of one type. */
export const ofType = (type: string): readonly Resource[] =>
  resources.filter(({ resourceType }) => resourceType === type)

/** Plain data, open to be read by any path. */
export interface Node {
  readonly [element: string]: unknown
}

/** Every object within a resource, the resource itself first. */
export const nodes = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodes)
  if (typeof value !== 'object' || value === null) return []
  return [value as Node, ...Object.values(value).flatMap(nodes)]
}

/** Every text within a resource. */
export const texts = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : []

/** The plan. */
export const plan = ofType('PlanDefinition')[0] as Resource

/** An action of the plan. */
export interface Action extends Node {
  readonly id: string
  readonly title: string
  readonly definitionCanonical?: string
  readonly priority?: string
  readonly action?: readonly Action[]
  readonly condition?: readonly { readonly expression: { language: string; expression: string } }[]
}

/** The actions of the plan as they follow each other; those within them are left where they are. */
export const actions = plan['action'] as readonly Action[]

/** Every action of the plan, those within others too. */
export const everyAction = (of: readonly Action[] = actions): readonly Action[] =>
  of.flatMap((action) => [action, ...everyAction(action.action ?? [])])
