import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../src/apps/server/app.ts'
import { parts, stubServer, today } from '../../src/apps/server/cds/call.test-support.ts'
import { breaches } from '../../src/apps/server/cds/conform.test-support.ts'

interface Case {
  readonly title: string
  readonly why: string
  readonly hook: string
  readonly request?: unknown
  readonly raw?: string
  readonly contentType?: string
  readonly server?: Readonly<Record<string, unknown>>
  readonly expect: {
    readonly status: number | readonly number[]
    readonly cards?: 'none' | 'some'
    readonly indicator?: string
    readonly names?: readonly string[]
    readonly never?: readonly string[]
    readonly called?: readonly string[]
  }
  readonly crampwise?: { readonly summaries: readonly string[] }
}

const folder = new URL('../cds-hooks-corpus/cases/', import.meta.url)
const fhirServer = 'https://ehr.example.org/fhir'

const cases = readdirSync(folder)
  .sort()
  .map((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8')
      .replaceAll('{{fhirServer}}', fhirServer)
      .replace(/\{\{daysAgo:(-?\d+)\}\}/g, (_whole, days: string) =>
        new Date(Date.parse(`${today}T12:00:00Z`) - Number(days) * 86_400_000)
          .toISOString()
          .slice(0, 10),
      )
    return { file, ...(JSON.parse(text) as Case) }
  })

const run = async (one: Case) => {
  const server = stubServer((url) => one.server?.[url.pathname.replace('/fhir/', '')])
  const response = await createApp(
    parts(one.server === undefined ? {} : { fetchFhir: server.fetchFhir }),
  ).request(`/cds-services/crampwise-${one.hook}`, {
    method: 'POST',
    headers: { 'Content-Type': one.contentType ?? 'application/json' },
    body: one.raw ?? JSON.stringify(one.request),
  })
  return { status: response.status, text: await response.text(), asked: server.asked }
}

interface Answer {
  readonly cards?: readonly { readonly summary: string; readonly indicator: string }[]
}

describe('the corpus of tricky requests', () => {
  test.each(cases)('$file: $title', async (one) => {
    const { status, text, asked } = await run(one)
    const { cards, indicator, names = [], never = [], called } = one.expect
    expect([one.expect.status].flat()).toContain(status)
    const answer = JSON.parse(text) as Answer
    if (status === 200) expect(breaches(answer)).toEqual([])
    if (cards === 'none') expect(answer).toEqual({ cards: [] })
    if (cards === 'some') expect(answer.cards).not.toEqual([])
    if (indicator !== undefined) expect(answer.cards?.[0]?.indicator).toBe(indicator)
    for (const word of names) expect(text).toContain(word)
    for (const word of never) expect(text).not.toContain(word)
    if (called !== undefined) expect(asked).toEqual(called)
    expect((answer.cards ?? []).map(({ summary }) => summary)).toEqual(
      one.crampwise?.summaries ?? [],
    )
  })
  test('every file says what it is about, and is about something of its own', () => {
    const titles = cases.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(cases.every(({ why }) => why.endsWith('.'))).toBe(true)
  })
})
