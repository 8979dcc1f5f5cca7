const truths = ['true', 'false', 'unknown']

/** How many rows of tests there are for each statement and truth, from vitest's report. */
export const countRows = ({ testResults }, statements) => {
  const rows = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .flatMap(({ meta, status }) => (meta?.row === undefined ? [] : [{ ...meta.row, status }]))
  return statements.map((statement) => ({
    statement,
    counts: truths.map(
      (truth) => rows.filter((row) => row.statement === statement && row.expected === truth).length,
    ),
  }))
}

/** Those counts as a table, with how many examples give each statement. */
export const rowTable = (counted, examples) =>
  [
    '| Statement | true | false | unknown | Examples where it holds |',
    '| --- | --: | --: | --: | --: |',
    ...counted.map(({ statement, counts }) => {
      const holding = examples.filter((holds) => holds.includes(statement)).length
      const cells = [...counts, holding].map((count) => (count === 0 ? '**none**' : String(count)))
      return `| \`${statement}\` | ${cells.join(' | ')} |`
    }),
  ].join('\n')

/** What is missing, in one sentence for each truth. */
export const gaps = (counted) =>
  truths
    .map((truth, at) => {
      const without = counted.filter(({ counts }) => counts[at] === 0)
      return without.length === 0
        ? `Every statement has a row where it is ${truth}.`
        : `No row where it is ${truth}: ${without.map(({ statement }) => `\`${statement}\``).join(', ')}.`
    })
    .join('\n')
