import type { Problem } from '../logic/given.ts'

/** Reads a record as text: one JSON document, or resources line by line (NDJSON). */
export const parseRecordText = (
  given: string,
): { readonly record: unknown } | { readonly problems: readonly Problem[] } => {
  const text = given.replace(/^\uFEFF/, '')
  try {
    return { record: JSON.parse(text) as unknown }
  } catch (whole) {
    const lines = text.split('\n')
    const full = lines.filter((line) => line.trim() !== '')
    if (full.length < 2 || !full.every((line) => line.trimStart().startsWith('{'))) {
      return { problems: [notJson('record', whole)] }
    }
    const record: unknown[] = []
    const problems: Problem[] = []
    lines.forEach((line, index) => {
      if (line.trim() === '') return
      try {
        record.push(JSON.parse(line) as unknown)
      } catch (error) {
        problems.push(notJson(`line ${String(index + 1)}`, error))
      }
    })
    return problems.length > 0 ? { problems } : { record }
  }
}

const notJson = (where: string, error: unknown): Problem => ({
  kind: 'not-json',
  where,
  message: `Not JSON: ${error instanceof Error ? error.message : String(error)}.`,
  remedy:
    'Correct the JSON there; a line cut short may be the one that matters, so nothing is read.',
})
