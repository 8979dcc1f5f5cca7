import type { Problem } from '../logic/given.ts'

/** A name in an object, and the line on which it first stands. */
type Names = Map<string, number>

/** A name that stands in an object a second time. Lines and columns are counted from 1. */
export interface NamedTwice {
  readonly name: string
  readonly line: number
  readonly column: number
  readonly firstLine: number
}

type Visit = (typeof import('jsonc-parser'))['visit']

/** How the parser says that something stands after the end of the value. */
const endExpected = 9

/** What is named twice in one value; undefined where more stands after it. */
const within = (text: string, before: number, visit: Visit): readonly NamedTwice[] | undefined => {
  const found: NamedTwice[] = []
  const open: Names[] = []
  const errors: number[] = []
  try {
    visit(text, {
      onObjectBegin: () => {
        open.push(new Map())
      },
      onObjectEnd: () => {
        open.pop()
      },
      onObjectProperty: (name, _offset, _length, at, character) => {
        const names = open.at(-1)
        const line = before + at + 1
        const firstLine = names?.get(name)
        if (firstLine === undefined) names?.set(name, line)
        else found.push({ name, line, column: character + 1, firstLine })
      },
      onError: (error: number) => {
        errors.push(error)
      },
    })
  } catch {
    // Nested too deep for a second look: no facts and no record are, and their own check refuses them.
  }
  return errors.includes(endExpected) ? undefined : found
}

/**
 * What is named more than once in one object of a JSON text, or of one object on each line: a parser
 * keeps the last and passes over the others in silence, and either may be the right one. The parser
 * that tells is loaded only here.
 */
export const namedTwice = async (text: string): Promise<readonly NamedTwice[]> => {
  const { visit } = await import('jsonc-parser')
  return (
    within(text, 0, visit) ??
    text.split('\n').flatMap((line, before) => within(line, before, visit) ?? [])
  )
}

/** The same as problems of an input of this name: it is refused, for nobody can tell which is right. */
export const problemsNamedTwice = async (
  text: string,
  input: string,
): Promise<readonly Problem[]> =>
  (await namedTwice(text)).map(({ name, line, column, firstLine }) => ({
    kind: 'contradiction',
    where: `${input}, line ${String(line)}, column ${String(column)}`,
    message: `"${name.slice(0, 40)}" stands here a second time; the first is on line ${String(firstLine)}.`,
    remedy: 'Keep the one that is right.',
  }))
