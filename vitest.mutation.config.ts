import { defineConfig } from 'vitest/config'

/** The tests that mutants are tried against: quick ones, beside the code. */
export default defineConfig({
  test: {
    include: ['src/{logic,guideline,plan,assess}/**/*.test.ts'],
    exclude: ['**/*.long.test.ts'],
    testTimeout: 20_000,
  },
})
