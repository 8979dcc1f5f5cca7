import { afterEach, beforeEach, vi } from 'vitest'

/** What a command wrote. */
export interface Output {
  out: string
  err: string
}

/** Catches what commands write in each test of a file. */
export const catchOutput = (): Output => {
  const caught: Output = { out: '', err: '' }
  beforeEach(() => {
    caught.out = ''
    caught.err = ''
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      caught.out += String(text)
      return true
    })
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      caught.err += String(text)
      return true
    })
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })
  return caught
}
