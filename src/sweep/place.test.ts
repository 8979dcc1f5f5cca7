import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { placeFor, writeJson } from './place.ts'

let parent = ''
let out = ''
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'crampwise-place-'))
  out = join(parent, 'out')
})
afterEach(() => {
  rmSync(parent, { recursive: true, force: true })
})

const finished = (word: string): void => {
  const place = placeFor(out)
  writeJson(place.kept, 'summary.json', { format: 'crampwise-sweep/1', word })
  place.finish()
}
const word = (): string =>
  (JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as { readonly word: string }).word

describe('the folder of the results', () => {
  test('appears whole, and replaces the results of an earlier screen whole', () => {
    const place = placeFor(out)
    expect(existsSync(out)).toBe(false)
    place.abandon()
    expect(readdirSync(parent)).toEqual([])
    finished('first')
    finished('second')
    expect(word()).toBe('second')
    expect(readdirSync(parent)).toEqual(['out'])
  })
  test('is never one that holds anything else', () => {
    mkdirSync(out)
    writeFileSync(join(out, 'thesis.doc'), 'years of work')
    expect(() => placeFor(out)).toThrow('holds something else')
    rmSync(out, { recursive: true })
    writeFileSync(out, '')
    expect(() => placeFor(out)).toThrow('a file, not a folder')
  })
  test('is cleared of what a dead process left, and its old results are put back', () => {
    finished('old')
    const dead = join(parent, '.out.crampwise-999999999')
    mkdirSync(join(dead, 'work'), { recursive: true })
    expect(placeFor(out).wasCutOff).toBe(true)
    rmSync(join(parent, `.out.crampwise-${String(process.pid)}`), { recursive: true })
    // Killed between taking the old results away and putting the new in place.
    mkdirSync(join(dead, 'replaced'), { recursive: true })
    writeJson(join(dead, 'replaced'), 'summary.json', { format: 'crampwise-sweep/1', word: 'old' })
    rmSync(out, { recursive: true })
    expect(placeFor(out).wasCutOff).toBe(true)
    expect(word()).toBe('old')
  })
  test('is refused while another screen writes there', () => {
    mkdirSync(join(parent, `.out.crampwise-${String(process.ppid)}`))
    expect(() => placeFor(out)).toThrow('is writing there')
  })
})
