import { assessFile } from './patient.ts'
import type { PatientOptions } from './patient.ts'
import { planText } from './plan-text.ts'
import { refuse } from './problems.ts'

/** How a plan is printed. */
export interface AssessOptions extends PatientOptions {
  readonly json?: true
  readonly all?: true
}

/** `crampwise assess`: the plan for one patient, as text or JSON. */
export const runAssess = async (file: string, options: AssessOptions): Promise<number> => {
  const assessment = await assessFile(file, options)
  if (!('statements' in assessment)) return refuse(assessment.problems)
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify(assessment, null, 2)}\n`
      : planText(assessment, { all: options.all === true }),
  )
  return 0
}
