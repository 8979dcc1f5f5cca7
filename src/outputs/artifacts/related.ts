import type { Statement } from '../../logic/statement.ts'
import { outsideConfidence } from '../evidence.ts'
import type { CitedReference, Evidence } from '../evidence.ts'

/** A FHIR RelatedArtifact. */
export interface RelatedArtifact {
  readonly type: 'documentation' | 'justification' | 'citation' | 'derived-from' | 'depends-on'
  readonly label?: string
  readonly display?: string
  readonly citation?: string
  readonly resource?: string
}

/** A citation of the source: its number, and that the identity is only inferred. */
export const citationArtifact = ({
  number,
  inferred,
  confidence,
  note,
}: CitedReference): RelatedArtifact => ({
  type: 'citation',
  label: `Source citation ${String(number)}`,
  display: `Reference not supplied; identity inferred, confidence ${confidence}`,
  citation: `Inferred: ${inferred}.${note === undefined ? '' : ` ${note}`}`,
})

/** A piece of outside evidence, by its key. */
const outsideArtifact = (evidence: Evidence, key: string): RelatedArtifact => {
  const found = evidence.outside[key]
  if (found === undefined) throw new Error(`There is no outside reference "${key}"`)
  return {
    type: 'citation',
    label: `Outside evidence: ${key}`,
    display: `Not in the source; ${outsideConfidence(found)}`,
    citation: `${found.reference}. Shows: ${found.shows}`,
  }
}

/** A number of the source, or of a reading of it, with what it says. */
const numberArtifact = (evidence: Evidence, number: string): RelatedArtifact => {
  const said = evidence.source[number]
  const reading = evidence.readings[number]
  if (said !== undefined) {
    return { type: 'derived-from', label: number, display: `Source, ${said.section}: ${said.says}` }
  }
  if (reading === undefined) throw new Error(`There is no number ${number}`)
  const { question, reading: answer, because } = reading
  return {
    type: 'justification',
    label: number,
    display: `Our reading, signed off by nobody: ${question} ${answer} ${because}`,
  }
}

/** Everything that a statement rests on. */
export const basisArtifacts = (
  evidence: Evidence,
  { implements: numbers, references, outside }: Statement,
): readonly RelatedArtifact[] => [
  ...numbers.map((number) => numberArtifact(evidence, number)),
  ...evidence.citations.filter(({ number }) => references.includes(number)).map(citationArtifact),
  ...outside.map((key) => outsideArtifact(evidence, key)),
]
