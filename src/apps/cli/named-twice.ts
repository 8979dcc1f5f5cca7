import type { Problem } from '../../logic/given.ts'

/** A name in an object, and the line on which it first stands. */
type Names = Map<string, number>

/**
 * What is named more than once in one object of a JSON text: a parser keeps the last and passes over
 * the others in silence, and either may be the right one. The parser that tells is loaded only here.
 */
export const namedTwice = async (text: string, name: string): Promise<readonly Problem[]> => {
  const { visit } = await import('jsonc-parser')
  const problems: Problem[] = []
  const open: Names[] = []
  try {
    visit(text, {
      onObjectBegin: () => {
        open.push(new Map())
      },
      onObjectEnd: () => {
        open.pop()
      },
      onObjectProperty: (property, _offset, _length, line, character) => {
        const names = open.at(-1)
        const first = names?.get(property)
        if (first === undefined) names?.set(property, line)
        else {
          problems.push({
            kind: 'contradiction',
            where: `${name}, line ${String(line + 1)}, column ${String(character + 1)}`,
            message: `"${property.slice(0, 40)}" stands here a second time; the first is on line ${String(first + 1)}.`,
            remedy: 'Keep the one that is right.',
          })
        }
      },
    })
  } catch {
    // Nested too deep for a second look: no facts are, and their own check refuses them.
  }
  return problems
}
