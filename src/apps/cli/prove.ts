import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nearest } from '../../assess/input.ts'
import { guideline } from '../../guideline/index.ts'
import { together } from '../../guideline/opposed.ts'
import { promises } from '../../guideline/promises.ts'
import type { Problem } from '../../logic/given.ts'
import { isWanted, proofMarkdown, prove } from '../../proof/index.ts'
import { progressLine } from './progress.ts'
import { refuse } from './problems.ts'
import { proofText } from './prove-text.ts'

/** The options of `crampwise prove`. */
export interface ProveCommandOptions {
  readonly only?: readonly string[]
  readonly json?: true
  readonly out?: string
}

/** `crampwise prove`: the promises held against every patient; 1 where one is not proved. */
export const runProve = async ({ only, json, out }: ProveCommandOptions): Promise<number> => {
  const problems = problemsOf(only, out)
  if (problems.length > 0) return refuse(problems, 'nothing was proved')
  const line = progressLine()
  const wanted = promises.filter((promise) => isWanted(promise, only)).length
  let done = 0
  line.say(`Loading the solver for ${String(wanted)} promises …`)
  const report = await prove(guideline, promises, {
    ...(only === undefined ? { together } : { only, survey: false }),
    progress: (what) => {
      done += 1
      line.say(done <= wanted ? `${String(done)} of ${String(wanted)}: ${what}` : what)
    },
  }).finally(line.end)
  if (out !== undefined) {
    await mkdir(out, { recursive: true })
    await writeFile(join(out, 'report.md'), proofMarkdown(report))
  }
  process.stdout.write(json === true ? `${JSON.stringify(report, null, 2)}\n` : proofText(report))
  return report.proved ? 0 : 1
}

const problemsOf = (
  only: readonly string[] | undefined,
  out: string | undefined,
): readonly Problem[] => {
  const unknown = (only ?? []).filter((id) => !promises.some((one) => isWanted(one, [id])))
  const ids = promises.map(({ id }) => id)
  return [
    ...unknown.map((id): Problem => {
      const near = nearest(id, ids)
      return {
        kind: 'unknown-name',
        where: '--only',
        message: `There is no promise "${id}".`,
        remedy:
          near === undefined
            ? `Give a number from 1 to ${String(promises.length)}, or an id as in the report.`
            : `Did you mean "${near}"?`,
      }
    }),
    ...(only !== undefined && out !== undefined
      ? [
          {
            kind: 'wrong-shape' as const,
            where: '--out',
            message: 'The report is of all promises.',
            remedy: 'Leave out --only, or --out.',
          },
        ]
      : []),
  ]
}
