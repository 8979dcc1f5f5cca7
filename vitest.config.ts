import { defineConfig } from 'vitest/config'

/**
 * Where a test needs a program that this machine lacks, `npm test` says so and names it here; its
 * files are then left out. A plain `vitest run` leaves nothing out.
 */
const without = (process.env['CRAMPWISE_TEST_WITHOUT'] ?? '').split(',').filter(Boolean)
const absent = without.map((program) => `{src,test}/**/*.${program}.test.{ts,tsx}`)

/** Engines, proofs and servers: minutes rather than seconds. */
const long = ['{src,test}/**/*.{long,postgres}.test.{ts,tsx}']

/** The page and the documents in a real browser; the page is built once for all of them. */
const browser = ['test/browser/*.browser.test.ts']

const everywhere = ['{src,test}/**/*.test.{ts,tsx}']

export default defineConfig({
  test: {
    maxWorkers: 2,
    coverage: { include: ['src/**/*.{ts,tsx}'], exclude: ['src/**/*.test-support.ts'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: everywhere,
          exclude: [...long, ...browser, ...absent],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          exclude: absent,
          globalSetup: 'test/browser/built-page.test-support.ts',
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: long,
          exclude: absent,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
