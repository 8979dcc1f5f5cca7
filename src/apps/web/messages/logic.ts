/** What the logic review says of itself, in English. */
export const logicWords = {
  views: 'Parts of the review',
  view: {
    ledger: 'From source to test',
    tables: 'Decision tables',
    promises: 'Promises and proofs',
    compare: 'Compare versions',
  },
  summary: (numbers: number, statements: number, version: string) =>
    `${String(numbers)} numbers of the source and of our readings; ${String(statements)} statements; rules ${version}.`,
  find: 'Find in the table',
  show: 'Show',
  all: 'All',
  count: (shown: number, all: number) => `${String(shown)} of ${String(all)} numbers`,
  ledger: 'Numbers, statements and tests',
  number: 'Number',
  says: 'What it says, in our words',
  statements: 'Statements',
  inputs: 'Inputs',
  outputs: 'Output',
  tests: 'Tests',
  promises: 'Promises',
  status: 'Status',
  statusOf: {
    covered: 'covered',
    read: 'covered, in part by our reading',
    none: 'not computable',
  },
  readBy: (numbers: string) => `The source leaves something open: ${numbers}`,
  because: (reason: string) => `Because: ${reason}`,
  noStatement: 'no statement',
  testFiles: (count: number) => (count === 1 ? '1 test file' : `${String(count)} test files`),
  testsNote:
    'A test is listed where its file names a statement. Tests that run over every statement name none: the ledger, the agreement of the engines, the proofs.',
  tryIt: 'Try',
  tryOf: (id: string) => `Try ${id}: opens another window with a made-up person`,
  tryNote:
    '“Try” opens the workbench in another window with a made-up person for whom the statement holds. What is typed here stays.',
  promiseOf: (number: string) => `Promise ${number}`,
  tablesNote:
    'A statement holds where every cell of one of its rows is so, and nothing under “Unless” holds. An empty cell is not asked; what is not known is neither yes nor no.',
  statement: 'Statement',
  or: 'or',
  unless: 'Unless',
  anyOf: (count: number) =>
    count === 1 ? '1 statement holds' : `any of ${String(count)} statements holds`,
  table: (title: string) => `Decision table: ${title}`,
  promisesNote:
    'Each is held against every patient by a solver (Z3), with `crampwise prove`; the report is exports/proof/report.md. Proved is what the statements say, not that the guideline is right.',
  further: 'added beside the guideline’s own',
  concerns: 'Concerns',
  claims: (count: number) => (count === 1 ? '1 claim' : `${String(count)} claims`),
  compareNote:
    'Compares an exported definition with the rules of this page. Choose its definition.json, as `crampwise export` writes it; it is read here and sent nowhere.',
  file: 'Earlier definition.json',
  unreadable: 'This file cannot be compared; nothing was changed.',
  notJson: 'It is not JSON.',
  versions: (before: string, after: string) => `From version ${before} to ${after}`,
  sameForAll: (people: number) =>
    `None of ${String(people)} made-up people has another plan, and no text differs.`,
  changed: (changed: number, people: number) =>
    `${String(changed)} of ${String(people)} made-up people have another plan.`,
  noProof:
    'This is a search and no proof: both sides of every limit of both versions were tried, one thing at a time. For a proof over every patient run:',
  before: 'Before',
  now: 'Now',
  people: 'People',
  example: 'One of them',
  turn: {
    true: 'held',
    false: 'did not hold',
    unknown: 'could not be decided',
    absent: 'was not there',
  },
  turned: {
    true: 'holds',
    false: 'does not hold',
    unknown: 'cannot be decided',
    absent: 'is not there',
  },
  turnedPlans: 'Whose plan changes',
  texts: 'What reads differently',
}
