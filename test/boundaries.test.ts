import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, test } from 'vitest'

const untyped = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] })
const typed = new ESLint()

/** The rules that refuse a text, as if it stood in the file. */
const refusals = async (eslint: ESLint, file: string, text: string): Promise<readonly string[]> => {
  const [result] = await eslint.lintText(text, { filePath: file })
  if (result === undefined) throw new Error(`${file} is not linted`)
  return result.messages.map(({ ruleId, message }) => ruleId ?? message)
}

const boundary = ['no-restricted-imports', 'no-restricted-syntax']

/** Whether a boundary refuses the import of a module. */
const refusedImport = async (file: string, module: string): Promise<boolean> => {
  const found = await refusals(untyped, file, `export * from '${module}'\n`)
  return found.some((rule) => boundary.includes(rule))
}

const middle = ['guideline', 'outputs', 'plan', 'fhir', 'sweep', 'proof']

describe('the folder boundaries refuse', () => {
  const others = middle.flatMap((folder) =>
    [...middle, 'assess', 'apps/cli']
      .filter((other) => other !== folder)
      .map((other) => [`src/${folder}/planted.ts`, `../${other}/planted.ts`]),
  )
  test.each([
    ...[...middle, 'assess', 'apps/cli'].map((other) => [
      'src/logic/planted.ts',
      `../${other}/planted.ts`,
    ]),
    ...others,
    ['src/logic/planted.ts', '../record.ts'],
    ['src/logic/planted.ts', 'zod'],
    ['src/logic/planted.ts', 'node:fs'],
    ['src/logic/planted.test.ts', '../guideline/index.ts'],
    ['src/logic/planted.test-support.ts', 'zod'],
    ['src/guideline/planted.ts', 'zod'],
    ['src/outputs/planted.test.ts', '../guideline/index.ts'],
    ['src/outputs/deep/planted.ts', '../../guideline/index.ts'],
    ['src/fhir/planted.ts', '../index.ts'],
    ['src/fhir/planted.ts', 'crampwise/plan'],
    ['src/plan/planted.ts', 'node:fs'],
    ['src/assess/planted.ts', '../apps/cli/text.ts'],
    ['src/assess/planted.ts', '../index.ts'],
    ['src/assess/planted.ts', 'node:fs'],
    ['src/planted.ts', './apps/cli/text.ts'],
    ['src/apps/cli/planted.ts', '../server/planted.ts'],
    ['src/apps/cli/serve.ts', '../web/planted.ts'],
    ['src/apps/server/planted.ts', '../web/planted.ts'],
    ['src/apps/web/planted.tsx', '../cli/text.ts'],
    ['src/apps/web/deep/planted.tsx', '../../cli/text.ts'],
    ['src/apps/web/deep/planted.tsx', '../../../apps/cli/text.ts'],
  ])('%s importing %s', async (file, module) => {
    expect(await refusedImport(file, module)).toBe(true)
  })

  test.each([
    ['an import', `import '../guideline/index.ts'\n`],
    ['an import of types', `import type { A } from '../guideline/index.ts'\nexport type B = A\n`],
    ['an export', `export { a } from '../guideline/index.ts'\n`],
    ['an import at run time', `export const a = import('../guideline/index.ts')\n`],
    ['a type in place', `export type A = import('../guideline/index.ts').A\n`],
  ])('%s alike', async (_how, text) => {
    const found = await refusals(untyped, 'src/outputs/planted.ts', text)
    expect(found.some((rule) => boundary.includes(rule))).toBe(true)
  })
})

describe('the folder boundaries allow', () => {
  test.each([
    ['src/logic/planted.ts', './truth.ts'],
    ['src/logic/planted.test.ts', 'fast-check'],
    ['src/logic/deep/planted.ts', '../truth.ts'],
    ...middle.map((folder) => [`src/${folder}/planted.ts`, '../logic/truth.ts']),
    ['src/proof/planted.ts', 'z3-solver'],
    ['src/outputs/deep/planted.ts', '../../logic/truth.ts'],
    ['src/outputs/deep/planted.ts', '../sql.ts'],
    ['src/assess/planted.ts', '../guideline/index.ts'],
    ['src/planted.ts', './assess/assess.ts'],
    ['src/apps/cli/planted.ts', '../../index.ts'],
    ['src/apps/cli/planted.ts', 'node:fs'],
    ['src/apps/cli/serve.ts', '../server/serve.ts'],
    ['src/apps/cli/serve.ts', '../../index.ts'],
    ['src/apps/web/deep/planted.tsx', '../app.tsx'],
    ['src/apps/web/deep/planted.tsx', '../../../logic/truth.ts'],
    ['test/planted.test.ts', '../src/guideline/index.ts'],
  ])('%s importing %s', async (file, module) => {
    expect(await refusedImport(file, module)).toBe(false)
  })
})

// The first of these loads every type of the project.
describe('a truth is never read as yes or no', { timeout: 180_000 }, () => {
  const misuse = (use: string): string =>
    `import type { Truth } from './truth.ts'\nexport const planted = (truth: Truth): string => {\n  ${use}\n}\n`

  test.each([
    ['taken as a condition', `if (truth) return 'yes'\n  return 'no'`],
    ['negated', `if (!truth) return 'no'\n  return 'yes'`],
    ['chosen by', `return truth ? 'yes' : 'no'`],
    ['joined', `return String(truth && 'yes')`],
  ])('%s', async (_how, use) => {
    const found = await refusals(typed, 'src/logic/trace.ts', misuse(use))
    expect(found).toContain('@typescript-eslint/no-unnecessary-condition')
  })

  test('negated outside a condition', async () => {
    const found = await refusals(typed, 'src/logic/trace.ts', misuse('return String(!truth)'))
    expect(found).toContain('@typescript-eslint/strict-boolean-expressions')
  })

  test('a switch that forgets unknown', async () => {
    const use = `switch (truth) {\n    case 'true':\n      return 'yes'\n    case 'false':\n      return 'no'\n  }\n  return ''`
    const found = await refusals(typed, 'src/logic/trace.ts', misuse(use))
    expect(found).toContain('@typescript-eslint/switch-exhaustiveness-check')
  })

  test('a presence that may be missing, taken as a condition', async () => {
    const use = `const present = new Map([['a', true]]).get('a')\n  return present ? truth : 'no'`
    const found = await refusals(typed, 'src/logic/trace.ts', misuse(use))
    expect(found).toContain('@typescript-eslint/strict-boolean-expressions')
  })

  test('but compared with, it is fine', async () => {
    const use = `return truth === 'unknown' ? 'ask' : truth`
    expect(await refusals(typed, 'src/logic/trace.ts', misuse(use))).toEqual([])
  })
})

test('a file of 251 lines is too long, one of 250 is not', async () => {
  const lines = (count: number): string => '\n'.repeat(count - 1) + 'export {}\n'
  expect(await refusals(untyped, 'src/plan/planted.ts', lines(251))).toContain('max-lines')
  expect(await refusals(untyped, 'src/plan/planted.ts', lines(250))).not.toContain('max-lines')
})

test('a hook of the workbench is called in order, always', async () => {
  const text = `import { useState } from 'react'\nexport const Planted = ({ on }: { on: boolean }) => {\n  if (on) useState(0)\n  return null\n}\n`
  const found = await refusals(untyped, 'src/apps/web/planted.tsx', text)
  expect(found).toContain('react-hooks/rules-of-hooks')
})
