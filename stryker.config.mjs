/** Mutation testing: `npm run mutation`, or `npx stryker run --mutate 'src/logic/*.ts'` for a part. */
export default {
  mutate: [
    'src/logic/**/*.ts',
    'src/guideline/*.ts',
    'src/plan/*.ts',
    'src/assess/action.ts',
    '!src/**/*.test.ts',
    '!src/**/*.test-d.ts',
    '!src/**/*.test-support.ts',
    // Words and accounts for people and for proofs: readers and the proofs themselves judge these.
    '!src/guideline/{source,readings,references,ledger,sections}.ts',
    '!src/guideline/{opposed,promise*,pathway*}.ts',
    '!src/plan/{ics,text*,words}.ts',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: true },
  checkers: ['typescript'],
  tsconfigFile: 'tsconfig.mutation.json',
  typescriptChecker: { prioritizePerformanceOverAccuracy: true },
  concurrency: 2,
  ignoreStatic: false,
  incremental: true,
  incrementalFile: 'reports/stryker-incremental.json',
  reporters: ['clear-text', 'html', 'json', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: true },
  ignorePatterns: ['dist', 'exports', 'reports', 'coverage', 'docs', 'bench', 'examples/bulk'],
  tempDirName: '.stryker-tmp',
}
