import { isDefinition, readDefinition } from '../../assess/definition-input.ts'
import type { ReadDefinition } from '../../assess/definition-input.ts'
import { changeSections, diff, diffMarkdown, diffSummary } from '../../proof/index.ts'
import type { DefinitionDiff } from '../../proof/index.ts'
import { progressLine } from './progress.ts'
import { refuse } from './problems.ts'
import { parseJson, readText } from './read.ts'
import { style, wrap } from './text.ts'

/** The options of `crampwise diff`. */
export interface DiffOptions {
  readonly json?: true
  readonly markdown?: true
}

const undone = 'nothing was compared'

const read = async (file: string): Promise<ReadDefinition> => {
  const text = await readText(file)
  if ('problems' in text) return text
  const parsed = await parseJson(text.text, file)
  if ('problems' in parsed) return parsed
  const definition = readDefinition(parsed.value)
  return isDefinition(definition)
    ? definition
    : {
        problems: definition.problems.map((problem) => ({
          ...problem,
          where: `${file}: ${problem.where}`,
        })),
      }
}

/** `crampwise diff`: what changes between two exported definitions; 1 where anything does. */
export const runDiff = async (
  oldFile: string,
  newFile: string,
  { json, markdown }: DiffOptions,
): Promise<number> => {
  if (oldFile === '-' && newFile === '-') {
    return refuse(
      [
        {
          kind: 'wrong-shape',
          where: 'NEW',
          message: 'Standard input can be read only once.',
          remedy: 'Give a file for one of the two.',
        },
      ],
      undone,
    )
  }
  const before = await read(oldFile)
  const after = await read(newFile)
  const problems = [before, after].flatMap((one) => (isDefinition(one) ? [] : one.problems))
  if (!isDefinition(before) || !isDefinition(after)) return refuse(problems, undone)
  const line = progressLine()
  line.say('Looking for patients whose plan changes …')
  const found = await diff(before, after).finally(line.end)
  if ('problems' in found) {
    return refuse(
      found.problems.map(({ fact, message }) => ({
        kind: 'wrong-shape',
        where: `facts (${fact})`,
        message: `${fact} ${message}.`,
        remedy: 'Give the fact of the new meaning a name of its own.',
      })),
      undone,
    )
  }
  process.stdout.write(
    json === true
      ? `${JSON.stringify(found, null, 2)}\n`
      : markdown === true
        ? diffMarkdown(found)
        : diffText(found),
  )
  return found.same ? 0 : 1
}

const diffText = (found: DefinitionDiff): string =>
  [
    ...changeSections(found).flatMap(({ heading, changes }) => [
      style('bold', wrap(heading)),
      ...changes.flatMap(({ words, example }) => [
        wrap(words, '  - ', '    '),
        ...(example === undefined ? [] : [wrap(`For example: ${example.words}.`, '    ')]),
        ...(example?.facts === undefined ? [] : [`    ${JSON.stringify(example.facts)}`]),
      ]),
      '',
    ]),
    style('bold', wrap(diffSummary(found))),
    '',
  ].join('\n')
