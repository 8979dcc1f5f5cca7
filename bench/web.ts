import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { firstExample, serveFolder, startChromium } from '../test/browser/workbench.test-support.ts'
import { median } from './measure.ts'

/** How many times slower a ward's computer is taken to be than this one. */
const slowdown = 4

const [roundsAsked = '5', folderAsked] = process.argv.slice(2)
const folder = folderAsked ?? fileURLToPath(new URL('../dist/web', import.meta.url))

interface Line {
  readonly what: string
  readonly unit: 'kB' | 'ms'
  readonly values: readonly number[]
  /** Left out where the machine's other work decides the figure. */
  readonly limit?: number
}

/** The JavaScript that the page names, and so loads before anything shows, in kB of gzip. */
const initialScript = (): number => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const files = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, file]) => file ?? '')
  return (
    files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000
  )
}

/** Runs in the page: notes when it can be typed into, and for each key how long until it was painted. */
const watcher = `
  window.usableAt = 0
  window.painted = []
  const look = () => {
    if (document.querySelector('#fact-age') === null) return requestAnimationFrame(look)
    window.usableAt = performance.now()
  }
  look()
  addEventListener('keydown', (event) => {
    const began = event.timeStamp
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => window.painted.push(performance.now() - began)
      channel.port2.postMessage(0)
    })
  }, true)
`

interface Visit {
  readonly page: Page
  readonly session: CDPSession
  readonly close: () => Promise<void>
}

const visit = async (browser: Browser, address: string, rate: number): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await page.addInitScript(watcher)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  await page.goto(address)
  await page.locator('#fact-age').waitFor()
  return { page, session, close: () => context.close() }
}

const usableAt = (page: Page): Promise<number> => page.evaluate('window.usableAt')

/** What a key cost: milliseconds until it was painted, and of the page's own work. */
interface Key {
  readonly painted: number
  readonly work: number
}

const counted = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']

/** Milliseconds of processor time that the page's script, style and layout have taken so far. */
const workOf = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  const own = metrics.filter(({ name }) => counted.includes(name))
  return own.reduce((sum, { value }) => sum + value * 1000, 0)
}

/** Types into a field, key by key, each after the one before was painted. */
const keys = async ({ page, session }: Visit, fact: string, text: string): Promise<Key[]> => {
  const typed: Key[] = []
  await page.locator(`#fact-${fact}`).fill('')
  await page.locator(`#fact-${fact}`).focus()
  for (const key of text) {
    await page.evaluate('window.painted = []')
    const before = await workOf(session)
    await page.keyboard.press(key)
    const painted = await page.evaluate<number>(
      `new Promise((done) => {
        const look = () => (window.painted.length > 0 ? done(window.painted[0]) : setTimeout(look, 4))
        look()
      })`,
    )
    typed.push({ painted, work: (await workOf(session)) - before })
  }
  return typed
}

/** The keys of one patient: the first, all of them, and one more when the whole plan is there. */
const patient = async (one: Visit) => {
  // A clinician needs longer than this to find the first field.
  await one.page.waitForTimeout(2000)
  const [first] = await keys(one, 'age', '5')
  const all: Key[] = []
  for (const [fact, text] of Object.entries(firstExample.fields ?? {})) {
    all.push(...(await keys(one, fact, text)))
  }
  const last = (await keys(one, 'potassium', '4.2')).at(-1)
  await one.close()
  if (first === undefined || last === undefined) throw new Error('No key was typed.')
  return { first, all, last }
}

const emptyPage = 'data:text/html,<title>empty</title><input id="fact-age">'

const oneRound = async (browser: Browser, address: string) => {
  const fast = await visit(browser, address, 1)
  const cold = await usableAt(fast.page)
  const work = await patient(fast)
  const slow = await visit(browser, address, slowdown)
  const slowCold = await usableAt(slow.page)
  const wall = await patient(slow)
  const bare = await visit(browser, emptyPage, slowdown)
  const empty = await keys(bare, 'age', '585')
  await bare.close()
  return { cold, slowCold, work, wall, empty }
}

const rounds = Number(roundsAsked)
const { server, address } = await serveFolder(folder)
const browser = await startChromium()
const visits: Awaited<ReturnType<typeof oneRound>>[] = []
for (let round = 0; round < rounds; round++) visits.push(await oneRound(browser, address))
await browser.close()
server.closeAllConnections()
server.close()

/** What a key's work would take on the slower computer. */
const slowed = ({ work }: Key): number => work * slowdown
const painted = ({ painted: until }: Key): number => until
const times = `x ${String(slowdown)}`

const lines: readonly Line[] = [
  { what: 'JavaScript before the plan shows', unit: 'kB', values: [initialScript()], limit: 110 },
  {
    what: 'cold load until it can be typed into',
    unit: 'ms',
    values: visits.map(({ cold }) => cold),
    limit: 1000,
  },
  {
    what: `work of the first key ${times}`,
    unit: 'ms',
    values: visits.map(({ work }) => slowed(work.first)),
    limit: 50,
  },
  {
    what: `work of each key of a patient ${times}`,
    unit: 'ms',
    values: visits.flatMap(({ work }) => work.all.map(slowed)),
    limit: 50,
  },
  {
    what: `work of the last key ${times}`,
    unit: 'ms',
    values: visits.map(({ work }) => slowed(work.last)),
    limit: 50,
  },
  {
    what: 'slowed down: cold load',
    unit: 'ms',
    values: visits.map(({ slowCold }) => slowCold),
  },
  {
    what: 'slowed down: first key until painted',
    unit: 'ms',
    values: visits.map(({ wall }) => painted(wall.first)),
  },
  {
    what: 'slowed down: last key until painted',
    unit: 'ms',
    values: visits.map(({ wall }) => painted(wall.last)),
  },
  {
    what: 'slowed down: a key in an empty page',
    unit: 'ms',
    values: visits.flatMap(({ empty }) => empty.map(painted)),
  },
]

process.stdout.write(
  `${String(rounds)} rounds; the middle value and the worst. Work is processor time of script, style and layout.

`,
)
for (const { what, unit, values, limit } of lines) {
  const [middle = '', worst = ''] = [median(values), Math.max(...values)].map((value) =>
    value.toFixed(unit === 'kB' ? 1 : 0).padStart(6),
  )
  const told =
    limit === undefined
      ? ''
      : `  at most ${String(limit)}: ${median(values) <= limit ? 'met' : 'NOT MET'}`
  process.stdout.write(`${what.padEnd(40)}${middle} ${worst} ${unit}${told}
`)
}
