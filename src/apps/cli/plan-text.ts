import type { AssessedStatement, Assessment } from '../../assess/assess.ts'
import type { Change } from '../../assess/changes.ts'
import type { UsedFact } from '../../assess/facts-json.ts'
import { sections, sectionTitles } from '../../assess/sections.ts'
import type { Section } from '../../assess/sections.ts'
import { comparisonWords, questionWords, withAmount } from '../../assess/words.ts'
import { facts } from '../../guideline/facts.ts'
import type { Fact } from '../../logic/fact.ts'
import { formatNumber, units } from '../../logic/quantity.ts'
import { style, wrap } from './text.ts'

const byId: ReadonlyMap<string, Fact> = new Map(facts.map((fact) => [fact.id, fact]))

const words = (id: string): string => byId.get(id)?.words ?? id

/** What is asked of a fact: "eGFR", "whether the person is on dialysis". */
const question = (id: string): string => {
  const fact = byId.get(id)
  return fact === undefined ? id : questionWords(fact)
}

const numbers = (statement: AssessedStatement): string => {
  const cited =
    statement.references.length === 0 ? '' : `; cites ${statement.references.join(', ')}`
  const outside = statement.outside.length === 0 ? '' : `; outside: ${statement.outside.join(', ')}`
  const basis =
    statement.implements.length === 0 ? 'outside evidence' : statement.implements.join(' ')
  return `[${basis}${cited}${statement.implements.length === 0 ? `: ${statement.outside.join(', ')}` : outside}]`
}

const heading = (text: string, urgent: boolean): string =>
  style(urgent ? ['bold', 'red'] : 'bold', text.toUpperCase())

const statementText = (statement: AssessedStatement, number: number): string =>
  [
    wrap(
      style(
        'bold',
        `${statement.title}${statement.action?.['onHold'] === true ? ' (on hold)' : ''}`,
      ),
      `${String(number).padStart(2)}. `,
      '    ',
    ),
    wrap(statement.action?.words ?? '', '    '),
    wrap(`Because: ${statement.because}`, '    '),
    wrap(`${statement.id} ${numbers(statement)}`, '    '),
  ].join('\n')

const usedWords = (id: string, used: UsedFact): string => {
  const fact = byId.get(id)
  const origin = [
    used.original === undefined ? '' : `given as ${used.original}`,
    used.date ?? '',
    used.from ?? '',
    used.note ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ')
  return `${valueWords(fact, used)}${origin === '' ? '' : ` (${origin})`}`
}

const valueWords = (fact: Fact | undefined, used: UsedFact): string => {
  if (fact?.kind === 'presence') {
    return used.value === true
      ? fact.words
      : used.value === false
        ? fact.negated
        : `asked, not known: ${questionWords(fact)}`
  }
  if (fact === undefined) return String(used.value)
  const unit = used.unit === undefined ? '' : ` ${units[used.unit].words}`
  const limit =
    used.lowerLimit === undefined ? '' : `, lower limit ${formatNumber(used.lowerLimit)}`
  if (used.low !== undefined && used.high !== undefined) {
    return `${withAmount(fact, `${formatNumber(used.low)} to ${formatNumber(used.high)}${unit}`)}${limit}`
  }
  const bound = used.comparator === undefined ? '' : `${comparisonWords[used.comparator]} `
  const value = typeof used.value === 'number' ? formatNumber(used.value) : String(used.value)
  return `${withAmount(fact, `${bound}${value}${unit}`)}${limit}`
}

const list = (title: string, lines: readonly string[], urgent = false): string[] =>
  lines.length === 0 ? [] : [[heading(title, urgent), ...lines].join('\n')]

/** That nothing is left to ask; said only together with what was assumed. */
const nothingMissing = ({ assumed }: Assessment): string =>
  assumed.length === 0
    ? 'Nothing that is missing would change this plan.'
    : `Nothing else that is missing would change this plan, once the ${String(assumed.length)} things assumed absent are confirmed:`

const changeText = (
  { fact, at, when, becomes, ceases }: Change,
  title: (id: string) => string,
): string => {
  const quantity = byId.get(fact)
  const unit = quantity?.kind === 'quantity' ? ` ${units[quantity.unit].words}` : ''
  const effects = [
    becomes.length === 0 ? '' : `then holds: ${becomes.map(title).join('; ')}`,
    ceases.length === 0 ? '' : `no longer holds: ${ceases.map(title).join('; ')}`,
  ].filter((part) => part !== '')
  return `${words(fact)} ${comparisonWords[when]} ${formatNumber(at)}${unit}: ${effects.join('. ')}.`
}

/** A plan as text that a clinician reads top to bottom, in 80 columns; color is only an extra. */
export const planText = (
  assessment: Assessment,
  options: { readonly all?: boolean } = {},
): string => {
  const { guideline, statements } = assessment
  const title = (id: string): string => statements.find((one) => one.id === id)?.title ?? id
  const urgentSections: readonly Section[] = ['emergency', 'urgent']
  let number = 0
  const held = sections(assessment).map(({ section, statements: inside }) =>
    [
      heading(sectionTitles[section], urgentSections.includes(section)),
      ...inside.map((statement) => statementText(statement, ++number)),
    ].join('\n'),
  )
  const undecided = statements.filter(({ holds }) => holds === 'unknown')
  const not = options.all === true ? statements.filter(({ holds }) => holds === 'false') : []
  const blocks = [
    [
      style('bold', wrap(`Muscle cramps despite baclofen: plan of ${assessment.on}`)),
      guideline.reviewDue
        ? style(['bold', 'red'], wrap(`Guideline ${guideline.version}. ${guideline.status}`))
        : wrap(`Guideline ${guideline.version}. ${guideline.status}`),
      ...(assessment.policy === undefined
        ? []
        : [wrap(`Local policy: ${assessment.policy.name}.`)]),
    ].join('\n'),
    ...list(
      'Check the input',
      assessment.problems.map(({ where, message, remedy }) =>
        wrap(`${where}: ${message} ${remedy}`, '  - ', '    '),
      ),
      true,
    ),
    ...(held.length === 0 ? ['Nothing in this guideline is known to hold for this person.'] : held),
    ...list(
      'Ask',
      assessment.ask.map(({ question, decides, rank }) =>
        wrap(
          decides.length === 0
            ? question
            : `${question} It decides: ${decides.map(title).join('; ')}.`,
          `${String(rank).padStart(2)}. `,
          '    ',
        ),
      ),
    ),
    ...(assessment.ask.length === 0 ? [wrap(nothingMissing(assessment))] : []),
    ...list(
      'Assumed absent: confirm that the person has none of these',
      assessment.assumed.length === 0
        ? []
        : [wrap(assessment.assumed.map(words).join('; '), '    ')],
    ),
    ...list(
      'Cannot be decided yet',
      undecided.map(({ title, urgency, id, missing }) =>
        wrap(
          `${title}${urgency === 'routine' ? '' : ` (${urgency})`} (${id}): not known: ${missing.map(question).join('; ')}.`,
          '  - ',
          '    ',
        ),
      ),
    ),
    ...list(
      'If a value were different (no advice to make it so)',
      assessment.changes
        .filter(({ fact, at }) => !(fact === 'baclofenDose' && at === 0))
        .map((change) => wrap(changeText(change, title), '  - ', '    ')),
    ),
    ...list(
      'Known',
      Object.entries(assessment.facts).map(([id, used]) =>
        wrap(usedWords(id, used), '  - ', '    '),
      ),
    ),
    ...list(
      'Not known',
      assessment.notFound.map(({ fact, why }) => wrap(`${question(fact)}: ${why}`, '  - ', '    ')),
    ),
    ...list(
      'Does not hold',
      not.map(({ title, id, because, defeatedBy }) =>
        wrap(
          `${title} (${id}): ${because}${defeatedBy.length === 0 ? '' : ` Defeated by ${defeatedBy.join(', ')}.`}`,
          '  - ',
          '    ',
        ),
      ),
    ),
  ]
  return `${blocks.join('\n\n')}\n`
}
