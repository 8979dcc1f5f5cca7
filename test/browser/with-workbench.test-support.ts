import { afterAll, beforeAll, inject } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openWorkbench, serveWorkbench, startChromium } from './workbench.test-support.ts'
import type { Served } from './workbench.test-support.ts'

/** The built page and a browser, from before the first test of a file until after its last. */
export interface Workbench {
  readonly served: Served
  readonly browser: Browser
  /** Opens the page in a context of its own, on a day that does not move. */
  readonly open: (
    options?: Parameters<typeof openWorkbench>[2],
  ) => Promise<{ readonly context: BrowserContext; readonly page: Page }>
}

/** Serves the page that was built, and starts a browser, for the tests of the file that calls it. */
export const withWorkbench = (): Workbench => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serveWorkbench(inject('builtPage'))
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })
  return {
    get served() {
      return served
    },
    get browser() {
      return browser
    },
    open: (options) => openWorkbench(browser, served.address, options),
  }
}
