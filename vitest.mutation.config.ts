import { defineConfig } from 'vitest/config'

/** The tests that mutants are tried against: quick ones, beside the code. */
export default defineConfig({
  test: {
    include: ['src/{logic,guideline,plan,assess}/**/*.test.ts'],
    // The second moves the time zone of its process, which a worker thread cannot do.
    exclude: ['**/*.long.test.ts', 'src/plan/ics.test.ts'],
    testTimeout: 20_000,
  },
})
