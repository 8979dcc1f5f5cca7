import ts from 'typescript'
import { read } from '../repository.test-support.ts'

const rootOf = (callee: ts.Expression): string =>
  ts.isIdentifier(callee)
    ? callee.text
    : ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)
      ? rootOf(callee.expression)
      : ''

const known = new Map<string, ReadonlySet<string>>()

/** The titles of a test file as they are written, of `describe`, `test` and `test.each` alike. */
export const titlesOf = (file: string): ReadonlySet<string> => {
  const before = known.get(file)
  if (before !== undefined) return before
  const titles = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ['test', 'describe'].includes(rootOf(node.expression))) {
      const [title] = node.arguments
      if (title !== undefined && ts.isStringLiteralLike(title)) titles.add(title.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest))
  known.set(file, titles)
  return titles
}
