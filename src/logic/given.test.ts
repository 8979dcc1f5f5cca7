import { describe, expect, test } from 'vitest'
import { refuses } from './given.ts'
import type { ProblemKind } from './given.ts'

const problem = (kind: ProblemKind) => ({ kind, where: 'eGfr', message: '', remedy: '' })

describe('a problem', () => {
  test.each<ProblemKind>([
    'not-json',
    'too-large',
    'wrong-shape',
    'unknown-name',
    'wrong-unit',
    'impossible',
    'contradiction',
    'no-patient',
    'several-patients',
  ])('of kind %s leaves nothing to assess', (kind) => {
    expect(refuses(problem(kind))).toBe(true)
  })

  test.each<ProblemKind>(['unlikely', 'set-aside'])('of kind %s is only shown', (kind) => {
    expect(refuses(problem(kind))).toBe(false)
  })
})
