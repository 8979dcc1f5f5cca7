import { writeFile } from 'node:fs/promises'
import type { Refusal } from '../../assess/assess.ts'
import { assessGivenInput, savedAnswerOf } from '../../assess/saved-answer.ts'
import type { SavedAnswer } from '../../assess/saved-answer.ts'
import { readPatient } from './patient.ts'
import type { PatientOptions } from './patient.ts'
import { planText } from './plan-text.ts'
import { refuse } from './problems.ts'

/** How a plan is printed, and where the answer is kept. */
export interface AssessOptions extends PatientOptions {
  readonly json?: true
  readonly all?: true
  readonly save?: string
}

/** `crampwise assess`: the plan for one patient, as text or JSON. */
export const runAssess = async (file: string, options: AssessOptions): Promise<number> => {
  const read = await readPatient(file, options)
  if ('problems' in read) return refuse(read.problems)
  const assessment = await assessGivenInput(read.given, read.how)
  if (!('statements' in assessment)) return refuse(assessment.problems)
  if (options.save !== undefined) {
    const unsaved = await save(options.save, await savedAnswerOf(read.given, assessment))
    if (unsaved !== undefined) return refuse(unsaved.problems, 'no answer is given')
  }
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify(assessment, null, 2)}\n`
      : planText(assessment, { all: options.all === true }),
  )
  return 0
}

/** Writes a new file that its user alone may read; one that is there already is never written over. */
const save = async (file: string, saved: SavedAnswer): Promise<Refusal | undefined> => {
  try {
    await writeFile(file, `${JSON.stringify(saved, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
    return undefined
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const exists = code === 'EEXIST'
    return {
      problems: [
        {
          kind: 'wrong-shape',
          where: `--save ${file}`,
          message: exists
            ? 'There is such a file already.'
            : `The file cannot be written (${code ?? String(error)}).`,
          remedy: exists
            ? 'Name another file: a saved answer is never written over.'
            : 'Check the path and the permissions.',
        },
      ],
    }
  }
}
