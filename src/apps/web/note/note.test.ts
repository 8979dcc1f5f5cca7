import { describe, expect, test } from 'vitest'
import { derived } from '../plan/plan.test-support.ts'
import { ascii, briefNote, fullNote } from './note.ts'

const first = derived()
const open = derived({ eGfr: '', magnesium: '0.6' })
const time = '10:00'

describe.each([
  ['the first worked example', first],
  ['an eGFR that nobody measured and a low magnesium', open],
  ['dialysis', derived({}, { onDialysis: 'yes' })],
])('the note of %s', (_who, of) => {
  const notes = [briefNote(of.plan, of, time), fullNote(of.plan, of, time, true)]

  test('is plain ASCII, and no dose stands without "per"', () => {
    for (const note of notes) {
      expect(note).toMatch(/^[\n -~]+$/)
      expect(note.replace(/\s+/g, ' ')).not.toMatch(
        /\d mg(?!\/dL| per| to| of| magnesium| elemental)/,
      )
    }
  })

  test('in full has at most 72 columns, in brief at most six lines', () => {
    expect(
      Math.max(...(notes[1] ?? '').split('\n').map((line) => line.length)),
    ).toBeLessThanOrEqual(72)
    expect((notes[0] ?? '').trim().split('\n').length).toBeLessThanOrEqual(6)
  })

  test('never tells anyone to stop baclofen', () => {
    for (const note of notes) expect(note).not.toMatch(/(?<!not |never )stop baclofen(?! sudd)/i)
  })
})

test('the brief note of the first worked example', () => {
  expect(briefNote(first.plan, first, time)).toMatchInlineSnapshot(`
    "O: Age: 58 years; Baclofen by mouth, in all: 20 mg per day; Days at this dose: 14 days; eGFR: 78 mL/min/1.73 m2; Potassium: 4.1 mmol/L; Magnesium: 0.82 mmol/L; takes baclofen by mouth; cramps persist at the present dose.
    A: Do not stop baclofen suddenly.
    P: Increase baclofen to 30 mg per day; Stretch and massage; Apply ice; Rest and avoid triggers.
    crampwise rules 1.0.0, 25-Nov-2026 10:00; not clinically signed off.
    "
  `)
})

test('the full note says what is missing, and why something is not done', () => {
  const note = fullNote(open.plan, open, time, false)
  expect(note).toContain('NEED DATA')
  expect(note).toContain('NOT DONE BECAUSE')
  expect(note).toContain('TAKEN AS ABSENT, NOT ASKED')
  expect(note).not.toContain('WHAT WOULD CHANGE THIS')
})

test('no character is lost without a trace', () => {
  expect(ascii('eGFR 78 mL/min/1.73 m²')).toBe('eGFR 78 mL/min/1.73 m2')
  expect(ascii('é')).toBe('?')
})
