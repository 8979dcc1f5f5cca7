import { plainLines } from './lines.ts'
import { personOf } from './person.ts'
import type { Person } from './person.ts'
import { withQuirks } from './quirks.ts'
import { mix, randomFrom } from './random.ts'
import { resourceTypes } from './settings.ts'
import type { GeneratorCodes, GeneratorSettings, ResourceType } from './settings.ts'

export { badLineKinds } from './bad-lines.ts'
export { quirks } from './quirks.ts'
export { rates } from './rates.ts'
export { resourceTypes } from './settings.ts'
export type { GeneratorCodes, GeneratorSettings, ResourceType } from './settings.ts'

/** The lines of a person in the file of one type, as the export has them. */
export const linesOf = (
  type: ResourceType,
  codes: GeneratorCodes,
  settings: GeneratorSettings,
  person: Person,
): readonly string[] => {
  const plain = plainLines(type, codes, settings, person)
  if (settings.quirks <= 0) return plain
  const random = randomFrom(mix(settings.seed + 1), person.index, resourceTypes.indexOf(type))
  const lines: string[] = []
  for (const line of plain) {
    if (random.chance(settings.quirks)) lines.push(...withQuirks(type, line, random))
    else lines.push(line)
  }
  return lines
}

/** A generated patient, whole. */
export interface GeneratedPatient {
  readonly id: string
  /** Each resource as the line that an export holds, without its line feed. */
  readonly lines: readonly string[]
  /** The same, parsed. */
  readonly resources: readonly Readonly<Record<string, unknown>>[]
}

/** Generates patients one by one, the same for the same settings and codes. */
export function* generatePatients(
  codes: GeneratorCodes,
  settings: GeneratorSettings,
): Generator<GeneratedPatient> {
  for (let index = 0; index < settings.patients; index += 1) {
    const person = personOf(settings, index)
    const lines = resourceTypes.flatMap((type) => linesOf(type, codes, settings, person))
    yield {
      id: person.id,
      lines,
      resources: lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
    }
  }
}
