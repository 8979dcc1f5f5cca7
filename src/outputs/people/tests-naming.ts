import type { Definition } from '../../logic/definition.ts'

/** A test file: where it is, and its text. */
export interface TestFile {
  readonly path: string
  readonly text: string
}

/** The paths of the test files that name something, by what they name. */
export type TestsNaming = ReadonlyMap<string, readonly string[]>

const camelCase = (id: string): string =>
  id.replace(/-([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase())

/**
 * Which test files name a statement, by its id or by its constant. Tests that run over every
 * statement name none of them, and are not found so.
 */
export const testsNaming = (definition: Definition, files: readonly TestFile[]): TestsNaming => {
  const inOrder = [...files].sort((one, other) => (one.path < other.path ? -1 : 1))
  return new Map(
    definition.statements.map(({ id }) => {
      const named = new RegExp(`(?<![\\w-])(?:${id}|${camelCase(id)})(?![\\w-])`)
      return [id, inOrder.filter(({ text }) => named.test(text)).map(({ path }) => path)]
    }),
  )
}
