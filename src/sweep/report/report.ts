import { createHash } from 'node:crypto'
import type { Urgency } from '../../logic/statement.ts'
import { bandTable } from './bands.ts'
import { count, escaped, jsonInHtml, share, table } from './html.ts'
import { pageScript } from './page-script.ts'
import { pageStyle } from './page-style.ts'
import { dosePlot } from './plot.ts'
import type { ReportInput, ReportRow } from './report-data.ts'

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing is loaded, sent or framed, and no script runs but ours. */
const policy = `default-src 'none'; script-src ${hashOf(pageScript)}; style-src ${hashOf(pageStyle)}; base-uri 'none'; form-action 'none'`

const order: Readonly<Record<Urgency, number>> = { emergency: 0, urgent: 1, routine: 2 }

const worstFirst = (rows: readonly ReportRow[]): readonly ReportRow[] =>
  rows.toSorted((one, other) => order[one.urgency] - order[other.urgency])

const dataOf = ({ worklist, statements, missing, on, notices }: ReportInput): string =>
  jsonInHtml({
    on,
    notices,
    statements: statements.map(({ id, title }) => ({ id, title })),
    missing: missing.map(({ words }) => words),
    rows: worstFirst(worklist).map((row) => [
      row.patient,
      row.urgency,
      row.outcomes,
      row.missing,
      row.eGfr ?? '',
      row.dose ?? '',
      row.age ?? '',
      (row.actions ?? []).join(' '),
    ]),
  })

const figure = (name: string, value: number, isUrgent = false): string =>
  `<div><dt>${name}</dt><dd${isUrgent && value > 0 ? ' class="urgent"' : ''}>${count(value)}</dd></div>`

const head = (input: ReportInput): string => `<header>
<h1>Everyone on baclofen: what is unsafe, undecided and missing</h1>
${input.notices.map((notice) => `<p class="notice">${escaped(notice)}</p>`).join('\n')}
<p>As of ${escaped(input.on)}, by ${escaped(input.guideline.id)} ${escaped(input.guideline.version)}. ${escaped(input.guideline.status)}</p>
<p class="quiet">This file names patients: keep it as you keep their records. It loads nothing and sends nothing.</p>
<dl>
${figure('Patients in the export', input.patients)}
${figure('Take baclofen, or may', input.assessed)}
${figure('Emergency', input.urgency.emergency, true)}
${figure('Urgent review', input.urgency.urgent, true)}
${figure('Routine', input.urgency.routine)}
${figure('Lines that could not be read', input.rejectedLines, true)}
</dl>
</header>`

type Choices = readonly (readonly [value: string, words: string])[]

const urgencies: Choices = ['emergency', 'urgent', 'routine'].map((one) => [one, one])

const choice = (id: string, label: string, choices: Choices): string => {
  const options = choices.map(
    ([value, words]) => `<option value="${value}">${escaped(words)}</option>`,
  )
  return `<div><label for="${id}">${label}</label><select id="${id}">${options.join('')}</select></div>`
}

const places = (list: readonly string[]): Choices =>
  list.map((words, place) => [String(place), words])

const worklist = ({ statements, missing, leftOut }: ReportInput): string => `<section>
<h2>Worklist, worst first</h2>
<noscript><p>The worklist needs scripts, which are turned off here. The same rows are in results.csv.</p></noscript>
<div id="worklist" hidden>
<form id="filter">
${choice('statement', 'Statement', [['', 'any'], ...places(statements.map(({ title }) => title))])}
${choice('outcome', 'Outcome', [
  ['', 'any'],
  ['t', 'holds'],
  ['u', 'cannot be decided'],
  ['f', 'does not hold'],
])}
${choice('urgency', 'Urgency', [['', 'any'], ...urgencies])}
${choice('missing', 'Missing', [['', 'anything or nothing'], ...places(missing.map(({ words }) => words))])}
<div><label for="patient">Patient id contains</label><input id="patient" autocomplete="off" spellcheck="false"></div>
<button type="reset">Show all</button>
</form>
<p id="status" role="status"></p>
<p id="printed"></p>
${leftOut > 0 ? `<p>${count(leftOut)} more patients are in results.csv and not in this file.</p>` : ''}
<div class="pages"><button type="button" id="previous">Previous page</button><button type="button" id="next">Next page</button><button type="button" id="export"></button></div>
<div class="scroll" role="region" aria-label="Worklist" tabindex="0"><table><caption>Patients to review</caption><thead><tr>${[
  'Patient',
  'Urgency',
  'What holds',
  'Missing',
  'Undecided',
  'eGFR',
  'mg/day',
  'Age',
]
  .map((name) => `<th scope="col">${name}</th>`)
  .join('')}</tr></thead><tbody id="rows"></tbody></table></div>
</div>
</section>`

/**
 * The report of a screen as one HTML page. It makes no request and holds no markup of the input:
 * ids and words are written as text, whatever they contain.
 */
export const reportHtml = (input: ReportInput): string => {
  const { statements, missing, assessed, doses, limits } = input
  const wrong = input.worklist.find(({ outcomes }) => outcomes.length !== statements.length)
  if (wrong !== undefined) {
    throw new Error(`The row of ${wrong.patient} has not one outcome for each statement.`)
  }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Population screen of ${escaped(input.on)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
${head(input)}
${worklist(input)}
<section>
<h2>Statements</h2>
${table(
  'For how many patients each statement holds',
  ['Statement', 'Kind', 'Holds', 'Cannot be decided', 'Does not hold'],
  statements.map(({ id, title, kind, counts }) => [
    `${escaped(title)} <code>${escaped(id)}</code>`,
    kind,
    count(counts.true),
    count(counts.unknown),
    count(counts.false),
  ]),
)}
</section>
<section>
<h2>Missing data, most frequent first</h2>
${table(
  'Facts that are not known and that a statement hangs on',
  ['Fact', 'Patients', 'Of those assessed'],
  missing.map(({ words, patients }) => [
    escaped(words),
    count(patients),
    share(patients, assessed),
  ]),
)}
</section>
<section>
<h2>Dose against kidney function</h2>
<figure>
${dosePlot(doses, limits)}
<figcaption class="quiet">A mark is patients of nearly the same values; its area is their number. Results that are only bounds, such as ">60", and values that are not known are in the table alone.</figcaption>
</figure>
${bandTable(doses, limits)}
</section>
</main>
<script type="application/json" id="data">${dataOf(input)}</script>
<script>${pageScript}</script>
</body>
</html>
`
}
