import { z } from 'zod'
import { guideline } from '../../src/guideline/index.ts'
import { promises } from '../../src/guideline/promises.ts'
import { read } from '../repository.test-support.ts'
import { titlesOf } from './titles.test-support.ts'

const said = z.string().trim().min(4)
const level = z.int().min(1).max(5)
const rated = z.strictObject({ severity: level, likelihood: level })

/** A control and what shows it; or who has still to see to it: the site, or the project (open). */
const control = z.union([
  z.strictObject({ says: said, shownBy: z.array(said).min(1) }),
  z.strictObject({ says: said, toDo: z.enum(['site', 'open']) }),
])

const hazard = z.strictObject({
  id: z.string().regex(/^H\d{2}$/),
  area: said,
  title: said,
  cause: said,
  harm: said,
  before: rated,
  controls: z.array(control).min(1),
  after: rated,
  residual: said,
})

/** One hazard of the log. */
export type Hazard = z.infer<typeof hazard>

/** Reads the log, or throws where a hazard lacks a field or has one too many. */
export const readHazards = (log: unknown): readonly Hazard[] => z.array(hazard).parse(log)

/** The hazard log of the repository. */
export const hazards = readHazards(JSON.parse(read('docs/safety/hazards.json')))

/** Risk from 1 to 5, by severity (columns) and likelihood (rows). */
const matrix = [
  [1, 1, 2, 2, 3],
  [1, 2, 2, 3, 4],
  [2, 2, 3, 3, 4],
  [2, 3, 3, 4, 5],
  [3, 4, 4, 5, 5],
] as const

/** The risk of a rating. */
export const riskOf = ({ severity, likelihood }: Hazard['before']): number =>
  matrix[likelihood - 1]?.[severity - 1] ?? 5

/** What shows a control, taken apart: `test:FILE#TITLE`, `promise:ID`, `statement:ID` or `page:FILE`. */
export const evidenceOf = (
  text: string,
): { readonly kind: string; readonly name: string; readonly title: string } => {
  const [, kind = '', rest = ''] = /^([a-z]+):(.*)$/s.exec(text) ?? []
  const at = kind === 'test' ? rest.indexOf('#') : -1
  return at < 0
    ? { kind, name: rest, title: '' }
    : { kind, name: rest.slice(0, at), title: rest.slice(at + 1) }
}

/** Why a piece of evidence is none; undefined where it is there. */
export const faultOf = (text: string, files: readonly string[]): string | undefined => {
  const { kind, name, title } = evidenceOf(text)
  const has = (is: boolean, what: string): string | undefined =>
    is ? undefined : `${text}: ${what}`
  switch (kind) {
    case 'test':
      return files.includes(name)
        ? has(titlesOf(name).has(title), 'no test of this title in that file')
        : `${text}: no such test file`
    case 'promise':
      return has(
        promises.some(({ id }) => id === name),
        'no such promise',
      )
    case 'statement':
      return has(
        guideline.statements.some(({ id }) => id === name),
        'no such statement',
      )
    case 'page':
      return has(files.includes(name), 'no such page')
    default:
      return `${text}: not a test, promise, statement or page`
  }
}

const linkOf = (text: string): string => {
  const { kind, name, title } = evidenceOf(text)
  switch (kind) {
    case 'test':
      return `[${name.split('/').at(-1) ?? ''}](../../${name}): "${title.replaceAll('|', '\\|')}"`
    case 'promise':
      return `promise [${name}](../../exports/proof/report.md)`
    case 'statement':
      return `statement [${name}](../../exports/traceability.md)`
    default:
      return `[${name.split('/').at(-1) ?? ''}](../../${name})`
  }
}

const toDo = {
  site: 'to be done by the site; nothing here shows it',
  open: '**open**: not done',
} as const

const ratingWords = (rated: Hazard['before']): string =>
  `severity ${String(rated.severity)}, likelihood ${String(rated.likelihood)}, risk **${String(riskOf(rated))}**`

const section = (one: Hazard): string =>
  [
    `### ${one.id}. ${one.title}`,
    `- **Cause.** ${one.cause}\n- **Harm.** ${one.harm}\n- **Before controls.** ${ratingWords(one.before)}`,
    [
      'Controls:',
      '',
      ...one.controls.map((made) =>
        'toDo' in made
          ? `- ${made.says} *(${toDo[made.toDo]})*`
          : `- ${made.says} Shown by: ${made.shownBy.map(linkOf).join('; ')}.`,
      ),
    ].join('\n'),
    `- **After controls.** ${ratingWords(one.after)}\n- **Residual risk.** ${one.residual}`,
  ].join('\n\n')

/** The hazard log as a page for people. */
export const hazardPage = (): string => {
  const areas = [...new Set(hazards.map(({ area }) => area))]
  const open = hazards.flatMap(({ id, controls }) =>
    controls.flatMap((made) =>
      'toDo' in made && made.toDo === 'open' ? [`- ${id}: ${made.says}`] : [],
    ),
  )
  const rows = hazards.map(
    ({ id, title, before, after }) =>
      `| ${id} | ${title} | ${String(riskOf(before))} | ${String(riskOf(after))} |`,
  )
  return `# Hazard log

Made from [hazards.json](hazards.json) by \`npx vitest run test/safety -u\`; edit that file. A test fails when a control names a
test, promise, statement or page that is not there. **The ratings are the authors' estimates. No clinical safety officer
has confirmed them.** How to read the log: [the safety case](safety-case.md).

## The scale

| | Severity: the worst that is credible | Likelihood, in the use for which it is made |
| --- | --- | --- |
| 1 | minor: discomfort, no treatment | very low: not expected in the life of a site |
| 2 | significant: short harm, little treatment | low: once in some years |
| 3 | considerable: treatment, or lasting distress | medium: once a year |
| 4 | major: admission, lasting harm to one person | high: each month |
| 5 | catastrophic: death, or lasting harm to several | very high: each week |

Risk by likelihood (rows) and severity (columns). 1 and 2 are acceptable; 3 is acceptable where nothing more can reasonably
be done, and a named person says so; 4 and 5 are not.

| | 1 | 2 | 3 | 4 | 5 |
| --- | --- | --- | --- | --- | --- |
${matrix.map((row, index) => `| **${String(index + 1)}** | ${row.join(' | ')} |`).join('\n')}

## All hazards

| | Hazard | Risk before | Risk after |
| --- | --- | --- | --- |
${rows.join('\n')}

## What is open

${open.join('\n')}

${areas
  .map(
    (area) =>
      `## ${area}\n\n${hazards
        .filter((one) => one.area === area)
        .map(section)
        .join('\n\n')}`,
  )
  .join('\n\n')}
`
}
