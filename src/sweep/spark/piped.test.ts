import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from './piped.ts'
import type { Take } from './piped.ts'

/** A stream that gives so many bytes at a time. */
const stream = (text: string, sizes: readonly number[]): Take => {
  const bytes = Buffer.from(text)
  let [at, turn] = [0, 0]
  return (into, from) => {
    const size = Math.min(sizes[turn++ % sizes.length] ?? 1, into.length - from)
    const got = bytes.copy(into, from, at, at + size)
    at += got
    return got
  }
}

const all = (take: Take, longest: number) =>
  [...linesOf(take, longest)].map(({ bytes, length }) => [bytes.length, length] as const)

test('a stream comes out line by line, however it was cut', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\t') })
  fc.assert(
    fc.property(
      fc.array(word),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      (lines, sizes) => {
        const text = lines.map((line) => `${line}\n`).join('')
        const found: string[] = []
        for (const { bytes } of linesOf(stream(text, sizes), 1000)) found.push(bytes.toString())
        expect(found).toEqual(lines)
      },
    ),
  )
})

test('a last line without its end is a line', () => {
  expect(all(stream('a\nbc', [3]), 10)).toEqual([
    [1, 1],
    [2, 2],
  ])
})

test('of a line that is too long the beginning is given and how long it is, and memory stays small', () => {
  const [long, longer] = ['x'.repeat(300_000), 'y'.repeat(5_000_000)]
  const text = `a\n${long}\n${longer}\nb\n${longer}`
  expect(all(stream(text, [65_536]), 400_000)).toEqual([
    [1, 1],
    [300_000, 300_000],
    [4096, 5_000_000],
    [1, 1],
    [4096, 5_000_000],
  ])
})
