import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** Starts Debian's Chromium, with nothing that calls home. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  })

/** The built workbench in a folder of its own, served on this machine. */
export interface Served {
  readonly address: string
  readonly folder: string
  readonly stop: () => Promise<void>
}

/** Serves a folder as any plain web server would. */
export const serveFolder = async (folder: string): Promise<{ server: Server; address: string }> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = path.endsWith('/') ? `${path}index.html` : path
    try {
      const content = readFileSync(join(folder, file))
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' })
      response.end(content)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { server, address: `http://127.0.0.1:${String(port)}/` }
}

/** Builds the workbench, as it is shipped, into a new folder. */
export const buildWorkbench = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'crampwise-web-'))
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error']
  // Under a test runner's NODE_ENV another React would be built than the one that is shipped.
  execFileSync(process.execPath, [...vite, '--emptyOutDir', '--outDir', folder], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  return folder
}

/** Serves the workbench from a folder of its own: a copy of one that was built, or one built now. */
export const serveWorkbench = async (built?: string): Promise<Served> => {
  const folder = built === undefined ? buildWorkbench() : copyOf(built)
  const { server, address } = await serveFolder(folder)
  return {
    address,
    folder,
    stop: async () => {
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const copyOf = (built: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'crampwise-web-'))
  cpSync(built, folder, { recursive: true })
  return folder
}

/** Opens the workbench in a context of its own, on a day that does not move. */
export const openWorkbench = async (
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] & { readonly on?: string } = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
  const { on = '2026-11-25', ...contextOptions } = options
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    // What the worker keeps is looked at in the tests of that.
    serviceWorkers: 'block',
    ...contextOptions,
  })
  await context.clock.setFixedTime(new Date(`${on}T10:00:00`))
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('heading', { name: 'Plan', exact: false, level: 2 }).waitFor()
  return { context, page }
}

/** What is touched in the page. Benches and scripts use this file too, and know no DOM. */
interface InPage {
  readonly document: { readonly body: { readonly innerText: string } }
  readonly location: { hash: string }
}

/** Waits until a screen, and whatever it loads, is there. */
export const screenShown = async (page: Page, route: string): Promise<void> => {
  const [name = ''] = route.split('/')
  const isPlan = name === '' || name === 'evidence'
  await page.locator(isPlan ? '#plan-title' : `.screen-${name} #screen-title`).waitFor()
  if (route.includes('evidence/')) await page.locator('.drawer h2').waitFor()
  await page.waitForFunction(() => {
    const { document } = globalThis as unknown as InPage
    return !/L[oó][aá]d[ií]ng …/.test(document.body.innerText)
  })
}

/** Goes to a screen by its address, as a bookmark would. */
export const goToScreen = async (page: Page, route: string): Promise<void> => {
  await page.evaluate((to) => {
    ;(globalThis as unknown as InPage).location.hash = `#/${to}`
  }, route)
  await screenShown(page, route)
}

/** What a clinician types: the text of each field by its name, and answers as "Question: Answer". */
export interface Typed {
  readonly fields?: Readonly<Record<string, string>>
  readonly answers?: Readonly<Record<string, 'Yes' | 'No' | 'Not known'>>
  readonly liver?: string
}

/** Types into the workbench by keyboard only. */
export const typePatient = async (page: Page, typed: Typed): Promise<void> => {
  for (const [id, text] of Object.entries(typed.fields ?? {})) {
    await page.locator(`#fact-${id}`).focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(text)
  }
  for (const [id, answer] of Object.entries(typed.answers ?? {})) {
    const field = page.locator(`#fact-${id}`)
    const group = page.locator(`details.group:has(#fact-${id})`)
    if ((await group.count()) > 0 && (await group.getAttribute('open')) === null) {
      await group.locator('summary').first().focus()
      await page.keyboard.press('Enter')
    }
    if ((await field.evaluate((element) => element.nodeName)) === 'SELECT') {
      await field.focus()
      await page.keyboard.type(answer)
    } else {
      await field.locator('input:checked').focus()
      const steps = { Yes: 1, No: 2, 'Not known': 3 }[answer]
      for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight')
    }
  }
  if (typed.liver !== undefined) {
    await page.locator('#fact-liverDisease').focus()
    await page.keyboard.type(typed.liver)
  }
}

/** The person of the first worked example. */
export const firstExample: Typed = {
  fields: {
    age: '58',
    baclofenDose: '20',
    daysAtDose: '14',
    eGfr: '78',
    potassium: '4.1',
    magnesium: '0.82',
  },
  answers: { crampsPersist: 'Yes', baclofenSideEffects: 'No' },
  liver: 'None',
}
