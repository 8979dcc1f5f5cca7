import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { serveFolder, startChromium } from './workbench.test-support.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'crampwise-docs-'))
let browser: Browser
let served: { readonly server: Server; readonly address: string }

beforeAll(async () => {
  const { buildSite } = (await import(
    pathToFileURL(join(root, 'scripts/site/build.mjs')).href
  )) as { readonly buildSite: (from: string, out: string) => unknown }
  buildSite(root, folder)
  served = await serveFolder(folder)
  browser = await startChromium()
})

afterAll(async () => {
  await browser.close()
  served.server.close()
  rmSync(folder, { recursive: true })
})

const open = async (
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ readonly page: Page; readonly troubles: string[] }> => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(served.address) && !request.url().startsWith('file:')) {
      troubles.push(request.url())
    }
  })
  await page.goto(address)
  return { page, troubles }
}

const searchFor = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('/')
  await page.keyboard.type(words)
  await page.locator('#results a').first().waitFor()
}

describe('the documentation in a browser', () => {
  const pages = ['index.html', 'docs/integrating.html', 'exports/book/kidneys.html']
  const looks = [
    { colorScheme: 'light', viewport: { width: 1366, height: 768 } },
    { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  ] as const

  test.each(pages.flatMap((name) => looks.map((look) => ({ name, look, is: look.colorScheme }))))(
    '$name can be read by everyone, in $is, and fits its window',
    async ({ name, look }) => {
      const { page, troubles } = await open(`${served.address}${name}`, look)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      ).toEqual([])
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over).toBe(0)
      expect(troubles).toEqual([])
      await page.context().close()
    },
  )

  test('is searched by keyboard alone, without a network', async () => {
    const { page, troubles } = await open(`${served.address}docs/architecture.html`)
    await searchFor(page, 'token kid')
    expect(await page.locator('#found').textContent()).toMatch(/place/)
    const first = page.locator('#results a').first()
    expect(await first.textContent()).toContain('Integrating crampwise')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/docs\/integrating\.html#/)
    expect(troubles).toEqual([])
    await page.context().close()
  })

  test('says when nothing is found', async () => {
    const { page } = await open(`${served.address}index.html`)
    await page.locator('#query').fill('zebra crossing')
    await page.getByText('Nothing has all of these words.').waitFor()
    await page.context().close()
  })

  test('works from a folder of files as well, such as from a USB stick', async () => {
    const { page, troubles } = await open(pathToFileURL(join(folder, 'index.html')).href)
    await searchFor(page, 'increase-baclofen')
    expect(troubles).toEqual([])
    await page.context().close()
  })

  test('is printed without what is for the screen only', async () => {
    const { page } = await open(`${served.address}docs/integrating.html`)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.locator('body > nav').isVisible()).toBe(false)
    expect(await page.locator('search').isVisible()).toBe(false)
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(paper).toBe('rgb(255, 255, 255)')
    await page.context().close()
  })
})
