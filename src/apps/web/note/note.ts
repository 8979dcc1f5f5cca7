import type { AssessedStatement, Assessment } from '../../../assess/assess.ts'
import { comparisonWords, findingWords } from '../../../assess/words.ts'
import { wrap } from '../../../logic/wrap.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import { clinicianDate } from '../parts/dates.ts'
import { bannersOf } from '../plan/banner.ts'
import { rowsByStatus } from '../plan/status.ts'
import { factOf, labelOf } from '../state/facts.ts'
import type { Derived } from '../state/derive.ts'
import { unitsOf } from '../state/units.ts'

const plain: Readonly<Record<string, string>> = {
  '²': '2',
  '’': "'",
  '→': '->',
  '≥': '>=',
  '≤': '<=',
  '\u00a0': ' ',
}

/** A text that every record system takes: plain ASCII, doses in words. */
export const ascii = (text: string): string =>
  text
    .replace(/mg\/day/g, 'mg per day')
    .replace(/[²’→≥≤\u00a0]/g, (sign) => plain[sign] ?? '')
    // What is left outside ASCII would be turned into something else by an old system.
    .replace(/[^\n -~]/g, '?')

const line = (text: string, first = '', rest = first.replace(/./g, ' ')): string =>
  wrap(ascii(text), first, rest, 72)

const known = (plan: Assessment, { picture }: Derived, withNotes: boolean): readonly string[] =>
  Object.entries(plan.facts).flatMap(([id, used]) => {
    const fact = factOf(id)
    if (fact === undefined || used.value === false) return []
    const date = used.date === undefined ? '' : ` (${clinicianDate(used.date)})`
    const words = findingWords(fact, picture.findings[id])
    const note = withNotes && used.note !== undefined ? `. ${used.note}` : ''
    return [
      fact.kind === 'quantity'
        ? `${labelOf(id)}: ${words}${date}${note}`
        : used.value === 'unknown'
          ? `${labelOf(id)}: asked, not known`
          : `${words}${date}`,
    ]
  })

const absent = (plan: Assessment): readonly string[] =>
  Object.entries(plan.facts).flatMap(([id, used]) => {
    const fact = factOf(id)
    return used.value === false && fact?.kind === 'presence' ? [fact.negated] : []
  })

const numbers = ({ implements: carried, outside }: AssessedStatement): string =>
  [...carried, ...(outside.length > 0 ? ['outside evidence'] : [])].join(' ')

const head = (plan: Assessment): string =>
  line(`Muscle cramps despite baclofen, ${clinicianDate(plan.on)}`)

const foot = (plan: Assessment, time: string): string =>
  line(
    `crampwise, rules ${plan.guideline.version}, ${clinicianDate(plan.on)} ${time}. ${plan.guideline.status}`,
  )

/** The note of a plan in at most six lines. */
export const briefNote = (plan: Assessment, derived: Derived, time: string): string => {
  const rows = rowsByStatus(plan.statements)
  const titles = (...of: readonly (readonly AssessedStatement[] | undefined)[]): string =>
    of
      .flatMap((statements) => statements ?? [])
      .map(({ title, action }) =>
        action?.kind === 'titrate' && typeof action['to'] === 'number'
          ? `${title} to ${formatNumber(action['to'])} mg per day`
          : title,
      )
      .join('; ')
  const parts: readonly (readonly [string, string])[] = [
    ['O: ', known(plan, derived, false).slice(0, 8).join('; ')],
    [
      'A: ',
      bannersOf(plan)
        .map(({ heading }) => heading)
        .join('; '),
    ],
    ['P: ', titles(rows.get('emergency'), rows.get('urgent'), rows.get('doNow'))],
    ['Consider: ', titles(rows.get('consider'))],
    [
      'Need data: ',
      plan.ask
        .map(({ fact }) => labelOf(fact))
        .slice(0, 4)
        .join('; '),
    ],
  ]
  return `${ascii(
    [
      ...parts.flatMap(([name, text]) => (text === '' ? [] : [`${name}${text}.`])),
      `crampwise rules ${plan.guideline.version}, ${clinicianDate(plan.on)} ${time}; ${plan.guideline.reviewDue ? 'PAST ITS REVIEW DATE; ' : ''}not clinically signed off.`,
    ].join('\n'),
  )}\n`
}

/** The note of a plan in full: what is known, what to do and why, what is missing, on whose word. */
export const fullNote = (
  plan: Assessment,
  derived: Derived,
  time: string,
  withChanges: boolean,
): string => {
  const rows = rowsByStatus(plan.statements)
  const block = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [[title, ...lines].join('\n')]
  const items = (texts: readonly string[]): readonly string[] =>
    texts.map((text) => line(text, '- '))
  const advice = (status: 'emergency' | 'urgent' | 'doNow' | 'consider' | 'avoid' | 'watch') =>
    (rows.get(status) ?? []).flatMap((statement) => [
      line(`${statement.title}. ${statement.action?.words ?? ''} [${numbers(statement)}]`, '- '),
      line(`Because: ${statement.because}`, '  '),
    ])
  const flips = plan.changes.map(({ fact, at, when, becomes, ceases }) => {
    const quantity = factOf(fact)
    const unit = quantity?.kind === 'quantity' ? (unitsOf(quantity)[0]?.words ?? '') : ''
    return `${labelOf(fact)} ${comparisonWords[when]} ${formatNumber(at)} ${unit}: ${[
      ...becomes.map((id) => `adds ${id}`),
      ...ceases.map((id) => `ends ${id}`),
    ].join(', ')}`
  })
  const notDone = (rows.get('notIndicated') ?? []).filter(
    ({ kind }) => kind === 'recommendation' || kind === 'consider',
  )
  return `${[
    head(plan),
    ...block('S/O: KNOWN', items(known(plan, derived, true))),
    ...block(
      'DENIED OR ABSENT',
      absent(plan).length === 0 ? [] : [line(absent(plan).join('; '), '- ')],
    ),
    ...block(
      'TAKEN AS ABSENT, NOT ASKED',
      plan.assumed.length === 0 ? [] : [line(plan.assumed.map(labelOf).join('; '), '- ')],
    ),
    ...block(
      'A: SAFETY',
      items(bannersOf(plan).map(({ heading, sentence }) => `${heading}: ${sentence}`)),
    ),
    ...block('P: EMERGENCY', advice('emergency')),
    ...block('P: URGENT', advice('urgent')),
    ...block('P: DO NOW', advice('doNow')),
    ...block('P: CONSIDER', advice('consider')),
    ...block('P: AVOID', advice('avoid')),
    ...block('P: WATCH', advice('watch')),
    ...block(
      'NEED DATA',
      items(
        (rows.get('needData') ?? []).map(
          ({ title, missing }) => `${title}: not known: ${missing.map(labelOf).join('; ')}`,
        ),
      ),
    ),
    ...block(
      'NOT DONE BECAUSE',
      items(notDone.map(({ title, because }) => `${title}: ${because}`)),
    ),
    ...(withChanges ? block('WHAT WOULD CHANGE THIS', items(flips)) : []),
    foot(plan, time),
  ].join('\n\n')}\n`
}
