import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linesOf } from './part-of-file.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crampwise-parts-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('the parts of a file hold each of its lines once, whole, and tell where it begins', () => {
  const path = join(folder, 'lines')
  const line = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 12 })
  fc.assert(
    fc.property(
      fc.array(line),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      (lines, ends, part) => {
        const text = lines.join('\n') + (ends ? '\n' : '')
        const all = Buffer.from(text)
        writeFileSync(path, all)
        let read = Buffer.alloc(0)
        const room = { bytes: Buffer.alloc(0) }
        for (let from = 0; from < all.length; from += part) {
          const to = Math.min(all.length, from + part)
          const { bytes, offset, tooLong } = linesOf({ path, from, to, size: all.length }, room)
          expect(tooLong).toBeUndefined()
          if (bytes.length === 0) continue
          expect(offset).toBe(read.length)
          expect(offset >= from && offset < to).toBe(true)
          read = Buffer.concat([read, bytes])
        }
        expect(read.toString()).toBe(text)
      },
    ),
    { numRuns: 300 },
  )
})
