import type { Covered, Example, ProofReport, PromiseResult, Survey, Verdict } from './result.ts'

const verdictWords: Readonly<Record<Verdict, string>> = {
  proved: 'proved',
  refuted: '**BROKEN**',
  vacuous: '**EMPTY**: it speaks of nobody',
  unknown: '**not settled** by the solver',
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A number with its noun: "1 claim", "12 claims". */
export const counted = (number: number, one: string): string =>
  `${String(number)} ${one}${number === 1 ? '' : 's'}`

/** What a proof covered, as a sentence. */
export const coveredWords = (covered: Covered): string => {
  const { claims, quantities, presences, others, later, onData } = covered
  const facts = [
    ...(quantities === 0
      ? []
      : [
          `${counted(quantities, 'quantity').replace('quantitys', 'quantities')} at every value, bound and range, and not known`,
        ]),
    ...(presences === 0 ? [] : [`${counted(presences, 'other fact')} as yes, no and not known`]),
  ]
  return [
    `${counted(claims, 'claim')}.`,
    ...(facts.length === 0 ? [] : [`Every patient: ${facts.join('; ')}.`]),
    ...(facts.length === 0 || others === 0
      ? []
      : [`The other ${String(others)} facts cannot change it.`]),
    ...(later ? ['What is known now, together with everything that may be learned later.'] : []),
    ...(onData === 0 ? [] : [`${counted(onData, 'claim')} read in the text of all statements.`]),
  ].join(' ')
}

const factsBlock = ({ facts }: Example): readonly string[] =>
  facts === undefined
    ? ['Facts JSON cannot state this patient: a range excludes one of its ends.']
    : ['```json', JSON.stringify(facts), '```']

const counterexample = (result: PromiseResult): readonly string[] => {
  const broken = result.counterexample
  if (broken === undefined) return []
  return [
    `**A patient who breaks it:** ${broken.words}.`,
    '',
    ...factsBlock(broken),
    '',
    ...(broken.later === undefined
      ? []
      : [
          `**The same patient later:** ${broken.later.words}.`,
          '',
          ...factsBlock(broken.later),
          '',
        ]),
  ]
}

/** The number of a promise, from its id: "11". */
export const numberOf = (id: string): string => id.split('-')[0] ?? id

const promiseSection = (result: PromiseResult): readonly string[] => {
  const { promise, verdict, covered, witness, faults } = result
  return [
    `### ${numberOf(promise.id)}. ${promise.title}`,
    '',
    `${capital(verdictWords[verdict])}. ${promise.why} (\`${promise.id}\`)`,
    '',
    ...counterexample(result),
    ...faults.flatMap((fault) => [`- ${fault}`]),
    ...(faults.length === 0 ? [] : ['']),
    `Covered: ${coveredWords(covered)}`,
    '',
    ...(witness === undefined || verdict !== 'proved'
      ? []
      : [`Somebody of whom it speaks: ${witness.words}.`, '']),
  ]
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

const silenceSection = ({ silence }: Survey): readonly string[] => {
  const { total, asking, noAdvice } = silence
  return [
    '## Who gets no advice?',
    '',
    total === undefined
      ? 'Nobody is met with silence: for every patient at least one statement holds or is still open. Once everything that is asked is answered, at least one holds.'
      : `**Somebody is met with silence:** ${total.words}.`,
    '',
    ...(asking === undefined
      ? []
      : [`Nothing but questions is the answer, for example, to ${asking.words}.`, '']),
    ...(noAdvice === undefined
      ? ['Everybody gets some advice.', '']
      : [
          `Told for information, and advised nothing, is for example: ${noAdvice.words}. Said is: ${noAdvice.hears.map((id) => `\`${id}\``).join(', ')}. Who may be left so, and that nobody else is, is a promise of its own, above.`,
          '',
        ]),
  ]
}

const surveySections = (survey: Survey): readonly string[] => [
  '## Do two statements contradict each other?',
  '',
  'Which statements may never hold together is a promise of its own, above. These pairs might be taken for a contradiction too, and may hold together; each has its reason.',
  '',
  '| Statement | Beside | Why this is none | For example |',
  '| --- | --- | --- | --- |',
  ...survey.together.map(
    ({ one, other, why, example }) =>
      `| \`${one}\` | \`${other}\` | ${cell(why)} | ${cell(example?.words ?? 'nobody: they never hold together')} |`,
  ),
  '',
  '## Is anything idle?',
  '',
  ...(survey.dead.length === 0
    ? [
        'No: every statement, every part of its condition and every sentence that it adds holds for some patient, and does not for some other.',
      ]
    : survey.dead.map((part) => `- ${part}`)),
  '',
  ...silenceSection(survey),
  '## The simplest patient for each statement',
  '',
  '| Statement | Holds, for example, for |',
  '| --- | --- |',
  ...survey.statements.map(
    ({ id, title, holds }) =>
      `| ${cell(title)} (\`${id}\`) | ${cell(holds?.words ?? '**nobody**')} |`,
  ),
  '',
]

const summary = (report: ProofReport): string => {
  const failed = report.promises.filter(({ verdict }) => verdict !== 'proved')
  const all = counted(report.promises.length, 'promise')
  return report.proved
    ? report.promises.length === 1
      ? '**The promise is proved.**'
      : `**All ${all} are proved.**`
    : `**${String(failed.length)} of ${all} are not proved: ${failed.map(({ promise }) => promise.id).join(', ')}.**`
}

/**
 * The report of a proof as Markdown, for a reader who knows patients and not logic. It carries no
 * times, so that two reports can be compared line by line.
 */
export const proofMarkdown = (report: ProofReport): string => {
  const { guideline, promises, survey } = report
  const own = promises.filter(({ promise }) => !promise.further)
  const further = promises.filter(({ promise }) => promise.further)
  return [
    `# What is proved of “${guideline.title}”, version ${guideline.version}`,
    '',
    'Generated by `crampwise prove`: do not edit.',
    '',
    `${summary(report)} A solver (Z3) looked for a patient who breaks a promise, among all whom the ${String(guideline.facts)} facts can describe, and found ${report.proved ? 'none' : 'those below'}.`,
    '',
    'How to read it:',
    '',
    '- **Every patient** means every value of every quantity, every bound such as “above 60”, every range, and “not known”; and every other fact as yes, no, asked and not known, or not mentioned.',
    '- **An example** states what is needed and nothing more. What it leaves out is not known, or is assumed to be absent where the guideline assumes so.',
    '- **Holds** means decided to hold. An answer that is still open is never counted as a “no”.',
    '- Each promise also speaks of somebody: a promise that forbids nothing would be called empty.',
    '- Proved is what the statements say, not that the guideline is right: no clinician has signed it off.',
    '',
    ...(own.length === 0
      ? []
      : ['## The promises of the guideline', '', ...own.flatMap(promiseSection)]),
    ...(further.length === 0
      ? []
      : [
          '## Further promises',
          '',
          'Without these, a condition or an exception could be lost and no promise would notice.',
          '',
          ...further.flatMap(promiseSection),
        ]),
    ...(survey === undefined ? [] : surveySections(survey)),
  ]
    .join('\n')
    .replace(/\n+$/, '\n')
}
