import { replay } from '../../assess/replay.ts'
import type { Replayed } from '../../assess/replay.ts'
import { parseJson, readText } from './read.ts'
import { refuse } from './problems.ts'
import { style, wrap } from './text.ts'

/** The options of `crampwise replay`. */
export interface ReplayOptions {
  readonly json?: true
}

/** `crampwise replay`: makes a saved answer again; 1 where it is not the same to the last character. */
export const runReplay = async (file: string, options: ReplayOptions): Promise<number> => {
  const undone = 'nothing was replayed'
  const text = await readText(file)
  if ('problems' in text) return refuse(text.problems, undone)
  const name = file === '-' ? 'standard input' : file
  const parsed = await parseJson(text.text, name)
  if ('problems' in parsed) return refuse(parsed.problems, undone)
  const replayed = await replay(parsed.value)
  if ('problems' in replayed) {
    return refuse(
      replayed.problems.map((problem) => ({ ...problem, where: `${name}: ${problem.where}` })),
      undone,
    )
  }
  process.stdout.write(
    options.json === true ? `${JSON.stringify(replayed, null, 2)}\n` : replayText(replayed),
  )
  return replayed.same ? 0 : 1
}

const heading = ({ same, sameProgram, saved, now, differences }: Replayed): string => {
  const count =
    differences.length === 1 ? 'one difference' : `${String(differences.length)} differences`
  if (same) return 'The same answer, to the last character.'
  return sameProgram
    ? `NOT THE SAME: ${count}. The same version and definition must give the same answer: what was given or another part of the file was changed after it was saved, or crampwise is at fault. Report it without patient data.`
    : `Another version: ${count} between crampwise ${saved.crampwise} and ${now.crampwise}.`
}

const replayText = (replayed: Replayed): string => {
  const { on, saved, now, sameProgram, differences } = replayed
  const version = (of: Replayed['now']): string =>
    `crampwise ${of.crampwise}, guideline ${of.guideline}, definition ${of.definition.slice(0, 19)}…`
  return [
    style('bold', wrap(heading(replayed))),
    wrap(`Assessed on ${on}.`),
    wrap(`Saved by: ${version(saved)}.`),
    ...(sameProgram ? [] : [wrap(`Now:      ${version(now)}.`)]),
    ...differences.map((difference) => wrap(difference, '  - ', '    ')),
    '',
  ].join('\n')
}
