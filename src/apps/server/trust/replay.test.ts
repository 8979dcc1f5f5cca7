import { describe, expect, test } from 'vitest'
import { memoryReplay, tokenHash } from './replay.ts'

const minute = 60_000
const start = Date.parse('2026-11-23T12:00:00Z')
const at = (minutes: number): Date => new Date(start + minutes * minute)

describe('used tokens in memory', () => {
  test('are known until they expire, and forgotten a minute later', async () => {
    let time = at(0)
    const { use } = memoryReplay(() => time, 1)
    expect(await use('a', at(5))).toBe('first')
    time = at(5)
    expect(await use('a', at(5))).toBe('again')
    expect(await use('b', at(9))).toBe('full')
    time = at(6)
    expect(await use('b', at(9))).toBe('first')
  })

  test('let nothing in when there is no room left to remember it', async () => {
    const { use } = memoryReplay(() => at(0), 2)
    expect(await use('a', at(5))).toBe('first')
    expect(await use('b', at(6))).toBe('first')
    expect(await use('c', at(5))).toBe('full')
    expect(await use('a', at(5))).toBe('again')
  })
})

test('what is remembered of a token tells nothing of it, and each token apart', () => {
  expect(tokenHash('https://ehr.example.org', 'jane-doe')).toMatch(/^[\w-]{27}$/)
  expect(tokenHash('a', 'bc')).not.toBe(tokenHash('ab', 'c'))
})
