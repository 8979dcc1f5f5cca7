import { coveredWords, numberOf } from '../../proof/markdown.ts'
import type { Example, ProofReport, PromiseResult, Survey } from '../../proof/result.ts'
import { style, wrap } from './text.ts'

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

const patient = (heading: string, { words, facts }: Example): readonly string[] => [
  wrap(`${heading} ${words}.`, '    '),
  ...(facts === undefined
    ? [wrap('No facts JSON can state this patient.', '    ')]
    : [`    As facts for "crampwise assess":`, `    ${JSON.stringify(facts)}`]),
]

const promiseText = (result: PromiseResult): string => {
  const { promise, verdict, covered, witness, counterexample, faults, ms } = result
  const proved = verdict === 'proved'
  const said = style(proved ? 'green' : ['bold', 'red'], proved ? 'proved' : verdict.toUpperCase())
  return [
    wrap(promise.title, `${numberOf(promise.id).padStart(2)}. `, '    '),
    `    ${said} in ${seconds(ms)}`,
    ...faults.map((fault) => wrap(fault, '    ')),
    ...(counterexample === undefined ? [] : patient('A patient who breaks it:', counterexample)),
    ...(counterexample?.later === undefined
      ? []
      : patient('The same patient later:', counterexample.later)),
    ...(proved ? [wrap(`Covered: ${coveredWords(covered)}`, '    ')] : []),
    ...(witness === undefined || !proved
      ? []
      : [wrap(`Somebody of whom it speaks: ${witness.words}.`, '    ')]),
  ].join('\n')
}

const surveyText = ({ dead, silence, statements, together }: Survey): readonly string[] => [
  style('bold', 'BESIDE THE PROMISES'),
  ...(dead.length === 0
    ? [
        wrap(
          `Nothing is idle: each of the ${String(statements.length)} statements, with every part and every sentence of it, has its patients.`,
        ),
      ]
    : dead.map((part) => wrap(part, '- '))),
  wrap(
    silence.total === undefined
      ? 'Nobody is met with silence: for every patient some statement holds or is open.'
      : `Somebody is met with silence: ${silence.total.words}.`,
  ),
  ...(silence.noAdvice === undefined
    ? []
    : [wrap(`Told, but advised nothing, is for example: ${silence.noAdvice.words}.`)]),
  wrap(
    `${String(together.length)} pairs of statements might be taken for a contradiction and are none; the report gives the reasons (--out).`,
  ),
]

/** The report of a proof for a terminal, with times. */
export const proofText = (report: ProofReport): string => {
  const { guideline, promises, survey, ms, proved } = report
  const failed = promises.filter(({ verdict }) => verdict !== 'proved').length
  const all = `${String(promises.length)} promise${promises.length === 1 ? '' : 's'}`
  return [
    style('bold', `${guideline.title}, version ${guideline.version}`),
    '',
    ...promises.flatMap((result) => [promiseText(result), '']),
    ...(survey === undefined ? [] : [...surveyText(survey), '']),
    proved
      ? style('bold', `Proved: ${all}, for every patient, in ${seconds(ms)}.`)
      : style(['bold', 'red'], `NOT PROVED: ${String(failed)} of ${all}.`),
    'Proved is what the statements say. No clinician has signed the guideline off.',
    '',
  ].join('\n')
}
