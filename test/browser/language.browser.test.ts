import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { bannersOf } from '../../src/apps/web/plan/banner.ts'
import { labelOf } from '../../src/apps/web/state/facts.ts'
import { assess } from '../../src/assess/assess.ts'
import type { Assessment } from '../../src/assess/assess.ts'
import { taperCalendar, titrationCalendar } from '../../src/calendars.ts'
import { citationsInferred, status } from '../../src/assess/status.ts'
import { guideline } from '../../src/guideline/index.ts'
import { pathway } from '../../src/guideline/pathway.ts'
import { promises } from '../../src/guideline/promises.ts'
import { readings } from '../../src/guideline/readings.ts'
import { citations, outsideReferences } from '../../src/guideline/references.ts'
import { sections } from '../../src/guideline/sections.ts'
import { source } from '../../src/guideline/source.ts'
import { units } from '../../src/logic/quantity.ts'
import { ideasOf } from '../../src/outputs/condition-words.ts'
import { goToScreen, typePatient } from './workbench.test-support.ts'
import type { Typed } from './workbench.test-support.ts'
import { withWorkbench } from './with-workbench.test-support.ts'

const workbench = withWorkbench()

/** Every text in a value, however deep; a definition refers to itself in many places. */
const textsIn = (value: unknown, met = new Set<unknown>()): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || met.has(value)) return []
  met.add(value)
  return Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one, met)])
}

const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/mg per day/g, 'mg/day')
    .toLowerCase()
    .trim()

const planOf = (facts: object): Assessment => {
  const plan = assess(facts, { on: '2026-11-25' })
  if (!('statements' in plan)) throw new Error('refused')
  return plan
}

const known = {
  age: 58,
  baclofenDose: 20,
  daysAtDose: 14,
  eGfr: 78,
  potassium: 3.3,
  crampsPersist: true,
  baclofenSideEffects: false,
  liverDisease: false,
  cirrhosis: false,
}

/** What the guideline says itself, in English: it stands with the guideline, and not in a catalog. */
const clinical = (): string => {
  const plans = [planOf(known), planOf({ ...known, eGfr: 60 }), planOf({})]
  const options = { start: '2026-11-25', dosesPerDay: 3 }
  const calendars = plans.flatMap((plan) => [
    titrationCalendar(plan, options),
    taperCalendar(plan, options as Parameters<typeof taperCalendar>[1]),
  ])
  const words = [
    ...textsIn([guideline, pathway, sections, promises, readings, source]),
    ...textsIn([citations, outsideReferences, units, ideasOf(guideline), calendars]),
    ...[citationsInferred, status],
    ...plans.flatMap((plan) => [...textsIn(plan), ...textsIn(bannersOf(plan))]),
    ...guideline.facts.map(({ id }) => labelOf(id)),
  ]
  return words.map(plain).join('\n')
}

/** Texts that no language changes: numbers, dates, keys, units, and names of files and statements. */
const universal = /^(\d{2}-[A-Z][a-z]{2}-\d{4}|[SR]\d\d|mg per day|mL\/min.*|[A-Z])$/

interface Shown {
  readonly text: string
  readonly at: string
}

/** Every text that is shown or read out. Of a patient’s page and of code nothing is asked here. */
const shownIn = (page: Page): Promise<readonly Shown[]> =>
  page.evaluate(() => {
    const skip = 'script, style, noscript, code, kbd, textarea, .copy-text pre, .handout, .lane-svg'
    const found: { text: string; at: string }[] = []
    const at = (element: Element | null): string => element?.outerHTML.slice(0, 120) ?? ''
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode() !== null) {
      const { parentElement, textContent } = walker.currentNode
      if (parentElement?.closest(skip) != null) continue
      found.push({ text: textContent ?? '', at: at(parentElement) })
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest(skip) !== null && !element.matches('textarea')) continue
      for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
        const text = element.getAttribute(name)
        if (text !== null) found.push({ text, at: at(element) })
      }
    }
    return found
  })

/** Takes away what a catalog gave: it is stretched between brackets, one within another at times. */
const withoutCatalog = (text: string): string => {
  const less = text.replace(/\[[^[\]]*·+\]/g, ';')
  return less === text ? text : withoutCatalog(less)
}

/** What is left of a text, in parts as short as the guideline's own. */
const left = (text: string): readonly string[] =>
  withoutCatalog(text)
    .split(/[;:,()→›…?]|\. |\.$/)
    .map((part) => part.trim())
    .filter((part) => /[A-Za-z]{2}/.test(part) && !universal.test(part))

const strangers = async (page: Page, corpus: string): Promise<readonly string[]> => {
  const shown = await shownIn(page)
  return shown.flatMap(({ text, at }) =>
    corpus.includes(plain(text))
      ? []
      : left(text)
          .filter((part) => !corpus.includes(plain(part)))
          .map((part) => `${part} | ${at}`),
  )
}

const patient: Typed = {
  fields: {
    age: '58',
    baclofenDose: '20',
    daysAtDose: '14',
    eGfr: '78',
    potassium: '3.3',
  },
}

const screens = [
  '',
  'evidence/increase-baclofen',
  'note',
  'calendar',
  'calendar/taper',
  'pathway',
  'what-if',
  'follow-up',
  'logic',
  'logic/tables',
  'logic/promises',
  'logic/compare',
  'load',
  'share',
  'limits',
  'keys',
  'bad-link',
]

test('in a language that is two fifths longer every screen has room, and every word comes from a catalog', async () => {
  const corpus = clinical()
  const context = await workbench.browser.newContext({
    viewport: { width: 1366, height: 768 },
    serviceWorkers: 'block',
  })
  await context.clock.setFixedTime(new Date('2026-11-25T10:00:00'))
  const page = await context.newPage()
  await page.goto(`${workbench.served.address}?lang=pseudo`)
  await page.locator('#plan-title').waitFor()
  await typePatient(page, patient)
  for (const [id, answer] of [
    ['crampsPersist', 1],
    ['baclofenSideEffects', 2],
  ] as const) {
    await page.locator(`#fact-${id} input:checked`).focus()
    for (let step = 0; step < answer; step++) await page.keyboard.press('ArrowRight')
  }
  await page.locator('#fact-liverDisease').selectOption('none')
  const faults: string[] = []
  for (const screen of screens) {
    await goToScreen(page, screen)
    await page.evaluate(() => {
      document.querySelectorAll('details').forEach((one) => {
        one.open = true
      })
    })
    if (screen === 'what-if') {
      await page.locator('[aria-label*="next"], [aria-label*="néxt"]').nth(6).click()
    }
    faults.push(...(await strangers(page, corpus)).map((fault) => `${screen}: ${fault}`))
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wider, `${screen} scrolls sideways`).toBeLessThanOrEqual(0)
  }
  expect(faults).toEqual([])
  await context.close()
})

test('a word that is in no catalog is found', async () => {
  const context = await workbench.browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(`${workbench.served.address}?lang=pseudo`)
  await page.locator('#plan-title').waitFor()
  await page.evaluate(() => {
    document.querySelector('main')?.append('Forgotten here')
    document.querySelector('main')?.setAttribute('aria-label', 'Forgotten there')
  })
  const found = (await strangers(page, clinical())).map((fault) => fault.split(' | ')[0])
  expect(found).toEqual(['Forgotten here', 'Forgotten there'])
  await context.close()
})
