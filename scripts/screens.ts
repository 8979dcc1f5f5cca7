import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { assess } from '../src/index.ts'
import {
  firstExample,
  openWorkbench,
  serveWorkbench,
  startChromium,
  typePatient,
} from '../test/browser/workbench.test-support.ts'
import type { Typed } from '../test/browser/workbench.test-support.ts'
import { smallPng } from './small-png.ts'

const folder = fileURLToPath(new URL('../docs/screens/', import.meta.url))

/** A synthetic person in whom every kind of row shows. */
const person: Typed = {
  ...firstExample,
  fields: { ...firstExample.fields, baclofenDose: '10', potassium: '3.3', magnesium: '' },
}

/** The same person four weeks before, as the page or the command line saves a visit. */
const earlierVisit = JSON.stringify(
  assess(
    {
      age: 58,
      baclofenDose: 5,
      daysAtDose: 14,
      eGfr: 82,
      potassium: 3.9,
      crampsPersist: true,
      baclofenSideEffects: false,
    },
    { on: '2026-10-28' },
  ),
)

/** A screen, and what is done there before its picture is taken. */
interface Scene {
  readonly name: string
  readonly prepare: (page: Page) => Promise<void>
  /** Where the picture begins; at the top when left out. */
  readonly from?: string
}

const goTo =
  (screen: string, then: (page: Page) => Promise<void> = () => Promise.resolve()) =>
  async (page: Page): Promise<void> => {
    await page.evaluate(`window.location.hash = '#/${screen}'`)
    await page.locator('#screen-title').waitFor()
    await page.waitForLoadState('networkidle')
    await then(page)
  }

const chooseTablets = async (page: Page): Promise<void> => {
  await page.getByLabel('10 mg per tablet').check()
}

const confirm = async (page: Page): Promise<void> => {
  await chooseTablets(page)
  await page.getByLabel(/I have gone through this calendar/).check()
}

const scenes: readonly Scene[] = [
  { name: 'workbench', prepare: () => Promise.resolve() },
  {
    name: 'evidence',
    prepare: async (page) => {
      await page.locator('.row .basis').first().click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'calendar', prepare: goTo('calendar', chooseTablets) },
  { name: 'handout', prepare: goTo('calendar', confirm), from: '.handout' },
  { name: 'note', prepare: goTo('note') },
  { name: 'pathway', prepare: goTo('pathway') },
  {
    name: 'what-if',
    prepare: goTo('what-if', async (page) => {
      await page.getByRole('button', { name: 'eGFR: next change down' }).click()
    }),
  },
  {
    name: 'follow-up',
    from: '.screen-follow-up figure',
    prepare: goTo('follow-up', async (page) => {
      await page.locator('textarea').fill(earlierVisit)
      await page.getByRole('button', { name: 'Read it' }).click()
      await page.getByRole('button', { name: /^Leave out/ }).waitFor()
    }),
  },
  { name: 'logic', prepare: goTo('logic') },
  { name: 'load', prepare: goTo('load') },
  { name: 'limits', prepare: goTo('limits') },
]

/** How a screen is looked at. */
const looks = {
  light: { colorScheme: 'light', viewport: { width: 1180, height: 760 } },
  dark: { colorScheme: 'dark', viewport: { width: 1180, height: 760 } },
  narrow: { colorScheme: 'light', viewport: { width: 320, height: 640 } },
} as const

const foldInputs = (open: boolean): string =>
  `document.querySelectorAll('details.inputs').forEach((one) => { one.open = ${String(open)} })`

const open = async (browser: Browser, address: string, look: keyof typeof looks, scene: Scene) => {
  const opened = await openWorkbench(browser, address, looks[look])
  // In a narrow window the fields lie folded below the plan.
  await opened.page.evaluate(foldInputs(true))
  await typePatient(opened.page, person)
  await opened.page.evaluate(foldInputs(false))
  await scene.prepare(opened.page)
  // A picture is of the screen, not of where its reader was.
  await opened.page.evaluate(`document.activeElement?.blur(); window.scrollTo(0, 0)`)
  if (scene.from !== undefined) {
    await opened.page.evaluate(`document.querySelector('${scene.from}').scrollIntoView()`)
  }
  return opened
}

/** One page as a printer without color prints it: the first, or that of the drawing. */
const printed = async (page: Page, name: string): Promise<void> => {
  const number = name === 'pathway' ? '2' : '1'
  const work = mkdtempSync(join(tmpdir(), 'crampwise-print-'))
  writeFileSync(join(work, 'page.pdf'), await page.pdf({ format: 'A4', preferCSSPageSize: true }))
  execFileSync('pdftoppm', [
    ...['-png', '-gray', '-r', '72', '-singlefile', '-f', number, '-l', number],
    ...[join(work, 'page.pdf'), join(work, 'page')],
  ])
  writeFileSync(join(folder, `${name}-print.png`), smallPng(readFileSync(join(work, 'page.png'))))
  rmSync(work, { recursive: true })
}

const wanted = process.argv.slice(2)
const chosen = scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
mkdirSync(folder, { recursive: true })
const served = await serveWorkbench()
const browser = await startChromium()
for (const scene of chosen) {
  for (const look of ['light', 'dark', 'narrow'] as const) {
    const { context, page } = await open(browser, served.address, look, scene)
    const picture = await page.screenshot({ animations: 'disabled' })
    writeFileSync(join(folder, `${scene.name}-${look}.png`), smallPng(picture))
    if (look === 'light') await printed(page, scene.name)
    await context.close()
  }
}
await browser.close()
await served.stop()
process.stdout.write(`${String(readdirSync(folder).length)} pictures in docs/screens.\n`)
