import type { Definition } from '../logic/definition.ts'
import type { Problem } from '../logic/given.ts'
import { resolved } from './definition-names.ts'
import { definitionSchema } from './definition-schema.ts'
import { isRecord, quoted } from './json.ts'

/** A definition that was read, or every problem of it. */
export type ReadDefinition = Definition | { readonly problems: readonly Problem[] }

/** Reads an exported definition: the same that was written, or every problem with its place. */
export const readDefinition = (input: unknown): ReadDefinition => {
  if (!isRecord(input) || input['format'] !== 'crampwise-definition/1') {
    return {
      problems: [
        {
          kind: 'wrong-shape',
          where: 'format',
          message: isRecord(input)
            ? `The format is ${quoted(input['format'])}, not "crampwise-definition/1".`
            : `${quoted(input)} is not an exported definition.`,
          remedy: 'Give a definition as "crampwise export" writes it: definition.json.',
        },
      ],
    }
  }
  const read = definitionSchema.safeParse(input)
  if (!read.success) {
    return {
      problems: read.error.issues.map((issue) => ({
        kind: 'wrong-shape',
        where: placeOf(issue.path, input),
        message: `${issue.message}.`,
        remedy: 'Correct it there, or export the definition again.',
      })),
    }
  }
  return resolved(read.data)
}

/** A path such as `statements[3] (increase-baclofen).when.of[0]`. */
const placeOf = (path: readonly PropertyKey[], input: unknown): string => {
  let value: unknown = input
  let place = ''
  for (const step of path) {
    value =
      isRecord(value) || Array.isArray(value)
        ? (value as Readonly<Record<PropertyKey, unknown>>)[step]
        : undefined
    place +=
      typeof step === 'number' ? `[${String(step)}]` : `${place === '' ? '' : '.'}${String(step)}`
    const id = isRecord(value) ? (value['id'] ?? value['name']) : undefined
    if (typeof step === 'number' && typeof id === 'string') place += ` (${id})`
  }
  return place === '' ? 'definition' : place
}

/** Whether reading gave a definition. */
export const isDefinition = (read: ReadDefinition): read is Definition => !('problems' in read)
