import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { staticFolder } from '../../src/apps/server/static.ts'
import { strictHeaders } from '../../src/apps/server/trust/headers.ts'
import { startSmartServer } from './smart-server.test-support.ts'
import type { SmartServer } from './smart-server.test-support.ts'
import { serveWorkbench, startChromium, typePatient } from './workbench.test-support.ts'
import type { Served } from './workbench.test-support.ts'

let served: Served
let system: SmartServer
let service: Server
let page: Page
let context: BrowserContext | undefined
let browser: Browser
let launchPage: string

beforeAll(async () => {
  served = await serveWorkbench(inject('builtPage'))
  system = await startSmartServer()
  const app = new Hono()
  app.use('*', strictHeaders({ origins: [], isHttps: false }))
  app.route(
    '/',
    staticFolder(served.folder, {
      servers: [
        {
          iss: system.iss,
          clientId: 'crampwise',
          name: 'Synthetic hospital',
          origins: [system.authOrigin],
        },
      ],
      frameAncestors: [system.authOrigin],
    }),
  )
  const answer = getRequestListener(app.fetch)
  service = createServer((request, response) => {
    void answer(request, response)
  })
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  launchPage = `http://127.0.0.1:${String((service.address() as AddressInfo).port)}/launch.html`
  browser = await startChromium()
})

afterAll(async () => {
  await browser.close()
  service.closeAllConnections()
  await new Promise((resolve) => service.close(resolve))
  await system.stop()
  await served.stop()
})

const newPage = async (): Promise<Page> => {
  const opened = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  context = opened
  await opened.clock.setFixedTime(new Date('2026-11-25T10:00:00'))
  page = await opened.newPage()
  return page
}

afterEach(async () => {
  system.faults = {}
  await context?.close()
})

/** A launch from the record system. */
const launch = async (patient: string, iss = system.iss): Promise<void> => {
  const query = new URLSearchParams({ iss, launch: system.launchOf(patient) })
  await page.goto(`${launchPage}?${query.toString()}`)
}

const strip = () => page.locator('.patient-strip')

/** What the window and the browser hold beside the page itself. */
const kept = (): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify([
      window.location.href,
      document.cookie,
      Object.entries(window.localStorage),
      Object.entries(window.sessionStorage),
      window.history.state,
    ]),
  )

test('the service serves every file that the worker keeps, to the byte', async () => {
  const of = (file: string) => new URL(file, launchPage).href
  const worker = await (await fetch(of('sw.js'))).text()
  const files = [...worker.matchAll(/\["([^"]+)","([A-Za-z0-9+/=]{44})"\]/g)]
  expect(files.length).toBeGreaterThan(20)
  for (const [, file = '', hash] of files) {
    const content = Buffer.from(await (await fetch(of(file))).arrayBuffer())
    expect(createHash('sha256').update(content).digest('base64'), file).toBe(hash)
  }
})

describe('a launch from the record system', () => {
  test('fills the plan, each value with its source and date, and says whose record it is', async () => {
    await newPage()
    await launch('ada')
    await strip().waitFor()
    expect(await strip().innerText()).toMatch(
      /Ada Synthetic\s+born 01-Mar-1968\s+id ada\s+Synthetic hospital/,
    )
    expect(await page.locator('#fact-eGfr').inputValue()).toBe('78')
    expect(await page.locator('#fact-baclofenDose').inputValue()).toBe('20')
    const field = page.locator('.field:has(#fact-eGfr)')
    expect(await field.innerText()).toContain('Observation/egfr-ada')
    expect(await field.innerText()).toContain('20-Nov-2026')
  })

  test('leaves nothing behind: no token, code, state or patient in storage or address', async () => {
    await newPage()
    await launch('ada')
    await strip().waitFor()
    expect(page.url()).toBe(launchPage)
    const held = await kept()
    expect(held).toContain('[],[],null')
    expect(held).not.toMatch(/secret-|ada|code|state=/i)
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0)
    await page.reload()
    await page.getByText('Sign in at a record system').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('Ada')
  })

  test('of another patient starts from nothing, and going back shows nobody', async () => {
    await newPage()
    await launch('ada')
    await strip().waitFor()
    await typePatient(page, { fields: { potassium: '2.9' } })
    await launch('ben')
    await page.locator('.patient-strip', { hasText: 'Ben Synthetic' }).waitFor()
    expect(await page.locator('#fact-eGfr').inputValue()).toBe('24')
    expect(await page.locator('#fact-potassium').inputValue()).not.toBe('2.9')
    expect(await page.locator('body').innerText()).not.toMatch(/Ada|egfr-ada/)
    await page.goBack()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(/Ada|egfr-ada/)
  })

  test('is not put into a link, and "New patient" takes its name away', async () => {
    await newPage()
    await launch('ada')
    await strip().waitFor()
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByText('is not put into a link').waitFor()
    await page.getByRole('button', { name: 'New patient' }).click()
    await strip().waitFor({ state: 'detached' })
    expect(await page.locator('#fact-eGfr').inputValue()).toBe('')
  })

  test('takes what may not be read as not known, never as "none"', async () => {
    system.faults = { closed: 'Condition' }
    await newPage()
    await launch('ada')
    await strip().waitFor()
    const because = page.locator('main')
    await expect
      .poll(() => because.innerText())
      .toMatch(/the record is not whole|part of the record is missing/)
  })

  test('can be shown in a frame by the record system, and by nobody else', async () => {
    await newPage()
    const query = new URLSearchParams({ iss: system.iss, launch: system.launchOf('ada') })
    const framed = encodeURIComponent(`${launchPage}?${query.toString()}`)
    await page.goto(`${system.authOrigin}/frame?of=${framed}`)
    await page.frameLocator('iframe').locator('.patient-strip').waitFor()
    const refused = page.waitForEvent('console', (message) =>
      message.text().includes('frame-ancestors'),
    )
    await page.goto(`${new URL(system.iss).origin}/frame?of=${framed}`)
    await refused
  })
})

describe('a launch that stands alone', () => {
  test('asks where to sign in, lets a patient be chosen there, and reads the record', async () => {
    await newPage()
    await page.goto(launchPage)
    await page.getByRole('button', { name: 'Sign in at Synthetic hospital' }).click()
    await page.getByRole('heading', { name: 'Choose a patient' }).waitFor()
    const asked = new URL(page.url()).searchParams
    expect(asked.get('scope')).toContain('launch/patient patient/Patient.read')
    expect(asked.get('launch')).toBeNull()
    await page.getByRole('link', { name: 'ben' }).click()
    await page.locator('.patient-strip', { hasText: 'Ben Synthetic' }).waitFor()
    await page.locator('#row-avoid-baclofen-severe-renal:not(.status-notIndicated)').waitFor()
  })
})

describe('a launch that cannot end well says why and what to do, and reads nothing:', () => {
  const failsWith = async (text: RegExp): Promise<void> => {
    const failure = page.getByRole('alert')
    await failure.waitFor()
    expect(await failure.innerText()).toMatch(text)
    expect(await strip().count()).toBe(0)
    expect(await kept()).not.toMatch(/secret-|code=|verifier/i)
  }

  test('a record system that the site does not list, which is not even asked', async () => {
    await newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await launch('ada', `${system.iss}/other`)
    await failsWith(/not one of those that the site has set up/)
    expect(asked.filter((url) => !url.startsWith(launchPage.replace('launch.html', '')))).toEqual(
      [],
    )
  })

  test('a state that this window did not make', async () => {
    await newPage()
    await page.goto(`${launchPage}?code=stolen&state=made-up`)
    await failsWith(/did not ask for this launch[\s\S]*Open it again/)
    expect(system.requests.some((request) => request.includes('stolen'))).toBe(false)
  })

  test('an error in an address that somebody made up is not repeated', async () => {
    await newPage()
    await page.goto(`${launchPage}?error=x&error_description=Call+555&state=made-up`)
    await failsWith(/did not ask/)
    expect(await page.locator('body').innerText()).not.toContain('555')
  })

  test('access denied', async () => {
    system.faults = { denies: true }
    await newPage()
    await launch('ada')
    await failsWith(/Access to the record was denied[\s\S]*The user said no\.[\s\S]*Open it again/)
  })

  test('no token for the code', async () => {
    system.faults = { tokenFails: true }
    await newPage()
    await launch('ada')
    await failsWith(/gave no access/)
  })

  test('a code that was used already', async () => {
    await newPage()
    const back = page.waitForRequest((request) => request.url().includes('code='))
    await launch('ada')
    const used = (await back).url()
    await strip().waitFor()
    await page.goto(used)
    await failsWith(/was used already/)
  })

  test('no patient', async () => {
    system.faults = { namesNoPatient: true }
    await newPage()
    await launch('ada')
    await failsWith(/did not say which patient[\s\S]*Choose a patient/)
  })

  test('another patient than was named', async () => {
    system.faults = { sends: 'ben' }
    await newPage()
    await launch('ada')
    await failsWith(/another patient/)
  })

  test('a record system without PKCE', async () => {
    system.faults = { withoutPkce: true }
    await newPage()
    await launch('ada')
    await failsWith(/S256/)
  })

  test('a site that has set none up', async () => {
    await newPage()
    await page.goto(`${served.address}launch.html`)
    await failsWith(/No record system is set up/)
  })
})

test('the parts that speak to record systems are loaded by nobody who does not', async () => {
  await newPage()
  const loaded: string[] = []
  page.on('response', (response) => {
    void response.text().then(
      (text) => {
        if (/smart-configuration|code_challenge/.test(text)) loaded.push(response.url())
      },
      () => undefined,
    )
  })
  await page.goto(served.address)
  await page.locator('#plan-title').waitFor()
  await page.waitForLoadState('networkidle')
  // The worker that keeps the page offline fetches it too, but no page runs it.
  expect(loaded).toEqual([])
})
