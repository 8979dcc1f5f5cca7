import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { firstExample, serveFolder, typePatient } from './workbench.test-support.ts'
import { withWorkbench } from './with-workbench.test-support.ts'

const workbench = withWorkbench()

/** A web server with the workbench in a folder below its root, as it may be anywhere. */
let parent: string
let folder: string
let server: Server
let address: string
let context: BrowserContext
let page: Page
/** Every request that reached the server. */
let reached: string[]

beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), 'crampwise-offline-'))
  folder = join(parent, 'some', 'where')
  cpSync(workbench.served.folder, folder, { recursive: true })
  const started = await serveFolder(parent)
  server = started.server
  reached = []
  server.on('request', ({ url }) => reached.push(url ?? ''))
  address = `${started.address}some/where/`
  context = await workbench.browser.newContext({ viewport: { width: 1366, height: 768 } })
  page = await context.newPage()
  await page.goto(address)
  await page.locator('#plan-title').waitFor()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
})

const stopServer = async (): Promise<void> => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

afterEach(async () => {
  await context.close()
  await stopServer()
  rmSync(parent, { recursive: true, force: true })
})

const hash = (content: string): string => createHash('sha256').update(content).digest('base64')

/** Puts another build into the folder: its page has another title. */
const release = (title: string, { whole }: { readonly whole: boolean }): void => {
  const file = join(folder, 'index.html')
  const before = readFileSync(file, 'utf8')
  const after = before.replace(/<title>.*<\/title>/, `<title>${title}</title>`)
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8')
  expect(worker).toContain(hash(before))
  writeFileSync(join(folder, 'sw.js'), worker.replace(hash(before), hash(after)))
  if (whole) writeFileSync(file, after)
}

describe('after one visit', () => {
  test('the page and all its screens open without a network, from any folder', async () => {
    await stopServer()
    await page.getByRole('button', { name: /Dose calendar/ }).click()
    await page.getByRole('heading', { name: 'Dose calendar' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Back to the plan' }).click()
    await typePatient(page, firstExample)
    await page.locator('#row-increase-baclofen').waitFor()
    for (const screen of ['note', 'calendar', 'pathway', 'what-if', 'logic', 'load', 'limits']) {
      await page.evaluate((name) => {
        window.location.hash = `#/${name}`
      }, screen)
      await page.locator(`.screen-${screen} > :nth-child(3)`).waitFor()
      expect(await page.getByText('Part of this page failed').count(), screen).toBe(0)
    }
  })

  test('nothing more is asked of the server, and nothing typed is kept', async () => {
    const before = reached.length
    const canary = '61.73'
    await typePatient(page, { ...firstExample, fields: { ...firstExample.fields, eGfr: canary } })
    await page.getByRole('button', { name: /Copy note/ }).click()
    await page.locator('textarea').waitFor()
    expect(await page.locator('textarea').inputValue()).toContain(canary)
    expect(reached.slice(before)).toEqual([])
    const kept = await page.evaluate(async () => {
      const texts: string[] = []
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) {
          texts.push(request.url, await ((await cache.match(request)) ?? new Response()).text())
        }
      }
      return texts
    })
    expect(kept.length).toBeGreaterThan(20)
    expect(kept.filter((text) => text.includes(canary))).toEqual([])
    expect(kept.filter((text) => /launch\.html|smart\.json/.test(text.slice(0, 200)))).toEqual([])
  })

  test('the browser takes it for an application that can be installed', async () => {
    const session = await context.newCDPSession(page)
    const { errors, data } = (await session.send('Page.getAppManifest')) as {
      readonly errors: readonly unknown[]
      readonly data?: string
    }
    expect(errors).toEqual([])
    expect(data).toContain('crampwise')
    const { installabilityErrors } = (await session.send('Page.getInstallabilityErrors')) as {
      readonly installabilityErrors: readonly { readonly errorId: string }[]
    }
    // A context of its own counts as private browsing, where nothing can be installed.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito'])
  })
})

describe('a newer build', () => {
  test('is announced, changes nothing by itself, and is used when the reader says so', async () => {
    release('Newer', { whole: true })
    await page.reload()
    await typePatient(page, { fields: { age: '58' } })
    const line = page.locator('.update-line')
    await line.waitFor()
    expect(await line.innerText()).toContain('A newer version of this page is ready')
    expect(await page.title()).not.toBe('Newer')
    expect(await page.locator('#fact-age').inputValue()).toBe('58')
    await line.getByRole('button').click()
    await page.waitForFunction(() => document.title === 'Newer')
    await page.locator('#plan-title').waitFor()
    expect(await page.locator('#fact-age').inputValue()).toBe('')
    expect(await page.locator('.update-line').count()).toBe(0)
  })

  test('in another window leaves this one whole: its screens still open', async () => {
    const other = await context.newPage()
    release('Newer', { whole: true })
    await other.goto(address)
    await typePatient(page, { fields: { age: '58' } })
    await other.locator('.update-line button').click()
    await other.waitForFunction(() => document.title === 'Newer')
    await stopServer()
    expect(await page.locator('#fact-age').inputValue()).toBe('58')
    await page.getByRole('button', { name: /Dose calendar/ }).click()
    await page.getByRole('heading', { name: 'Dose calendar' }).waitFor()
    expect(await page.getByText('Part of this page failed').count()).toBe(0)
  })

  test('that is there by half is not taken: the page stays as it was', async () => {
    release('Half', { whole: false })
    await page.reload()
    await page.locator('#plan-title').waitFor()
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update().catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, 1500))
      return registration.waiting === null && registration.installing === null
    })
    expect(state).toBe(true)
    expect(await page.locator('.update-line').count()).toBe(0)
    await stopServer()
    await page.reload()
    await page.locator('#plan-title').waitFor()
  })
})

test('past the review date of the compiled rules the page says so above everything', async () => {
  await context.clock.setFixedTime(new Date('2031-01-01T10:00:00'))
  await page.reload()
  const due = page.getByRole('alert').filter({ hasText: 'past their review date' })
  await due.waitFor()
  const place = await due.boundingBox()
  expect(place?.y ?? 999).toBeLessThan(250)
  expect(await page.locator('.top .rules').innerText()).toMatch(/Rules \d+\.\d+\.\d+ · review by/)
})
