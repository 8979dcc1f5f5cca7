import type { Definition } from '../../logic/definition.ts'
import type { RecordRules } from '../../logic/record-rules.ts'
import { disclaimer } from '../evidence.ts'
import type { Evidence } from '../evidence.ts'
import type { Masses } from '../general-words.ts'

/** A FHIR R4 resource as plain data; `test/artifacts.test.ts` holds each against two validators. */
export interface Resource {
  readonly resourceType: string
  readonly id: string
  readonly url: string
  readonly version: string
  readonly [element: string]: unknown
}

/** A CQL library with its compiled form, and what an engine must know to run it. */
export interface LogicLibrary {
  /** The name in its text, which is also its id and the end of its address. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly cql: string
  readonly elm: string
  /** Where its facts come from: they are given, it finds them in a record, or a library does that it includes. */
  readonly facts: 'given' | 'found' | { readonly from: string }
  /** What its expressions are: of the statements, of the facts alone, or of the actions of the plan. */
  readonly tells: 'statements' | 'facts' | 'actions'
}

/** A code under which a test is ordered, by the word that statements use. */
export type OrderCodes = Readonly<
  Record<string, { readonly system: string; readonly code: string }>
>

/** Everything that the artifacts are made from. */
export interface ArtifactInput {
  readonly definition: Definition
  readonly evidence: Evidence
  readonly rules: RecordRules
  /** The address below which every artifact has its own. */
  readonly base: string
  readonly libraries: readonly LogicLibrary[]
  readonly masses: Masses
  readonly orderCodes: OrderCodes
}

/** A name that programs can use: "increase-baclofen" becomes "IncreaseBaclofen". */
export const computable = (words: string): string =>
  words
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** The address of an artifact, with its version. */
export const canonical = (
  { base, definition }: Pick<ArtifactInput, 'base' | 'definition'>,
  type: string,
  id: string,
): string => `${base}/${type}/${id}|${definition.version}`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The part of an artifact that a reader sees where nothing else is shown. */
const narrative = (title: string, paragraphs: readonly string[]) => ({
  status: 'generated',
  div: [
    '<div xmlns="http://www.w3.org/1999/xhtml">',
    `<h2>${escaped(title)}</h2>`,
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    '</div>',
  ].join(''),
})

/** What every artifact says of itself. */
export const metadata = <Type extends string>(
  { base, definition }: Pick<ArtifactInput, 'base' | 'definition'>,
  resourceType: Type,
  id: string,
  title: string,
  description: string,
  name: string = computable(id),
) => ({
  resourceType,
  id,
  text: narrative(title, [description, disclaimer]),
  url: `${base}/${resourceType}/${id}`,
  version: definition.version,
  name,
  title,
  status: 'draft',
  experimental: true,
  publisher: 'The crampwise contributors',
  description: `${description}\n\n${disclaimer}`,
})

/** A concept that is only said in words. */
export const spoken = (text: string) => ({ text })
