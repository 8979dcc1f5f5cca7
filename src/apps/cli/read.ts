import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { isUtf8 } from 'node:buffer'
import type { ParseError } from 'jsonc-parser'
import type { Problem } from '../../logic/given.ts'

/** The largest single patient that is read; a population is for the screen. */
export const mostBytes = 64 * 1024 * 1024

/** A text that was read, or why it was not. */
export type ReadText = { readonly text: string } | { readonly problems: readonly Problem[] }

const refused = (where: string, message: string, remedy: string): ReadText => ({
  problems: [
    { kind: message.includes('larger') ? 'too-large' : 'not-json', where, message, remedy },
  ],
})

/** Reads a file, or standard input for `-`, as UTF-8 text of bounded size. */
export const readText = async (file: string): Promise<ReadText> => {
  const name = file === '-' ? 'standard input' : file
  const megabytes = String(mostBytes / 1024 / 1024)
  const tooLarge = refused(
    name,
    `The input is larger than ${megabytes} MB.`,
    'Give one patient at a time.',
  )
  try {
    if (file !== '-') {
      const { size } = await stat(file)
      if (size > mostBytes) return tooLarge
    }
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      const bytes = chunk as Buffer
      size += bytes.length
      if (size > mostBytes) return tooLarge
      chunks.push(bytes)
    }
    const bytes = Buffer.concat(chunks)
    if (!isUtf8(bytes)) {
      return refused(
        `${name}, byte ${String(firstInvalid(bytes))}`,
        'The input is not valid UTF-8.',
        'Save the file as UTF-8.',
      )
    }
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
    return text.trim() === ''
      ? refused(name, 'The input is empty.', 'Give facts as JSON, or a FHIR record.')
      : { text }
  } catch (error) {
    return refused(name, reasonOf(error), 'Check the path and the permissions.')
  }
}

const reasonOf = (error: unknown): string => {
  const code = (error as { code?: string }).code
  switch (code) {
    case 'ENOENT':
      return 'There is no such file.'
    case 'EISDIR':
      return 'This is a folder, not a file.'
    case 'EACCES':
      return 'The file may not be read.'
    default:
      return `The file cannot be read (${code ?? String(error)}).`
  }
}

/** The first byte that no valid UTF-8 text has there, by halving. */
const firstInvalid = (bytes: Buffer): number => {
  let valid = 0
  let invalid = bytes.length
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2)
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      valid = middle
    } catch {
      invalid = middle
    }
  }
  return invalid - 1
}

/** Parses JSON; what is wrong is named by line and column. */
export const parseJson = async (
  text: string,
  name: string,
): Promise<{ readonly value: unknown } | { readonly problems: readonly Problem[] }> => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const at = await faultIn(text)
    return {
      problems: [
        {
          kind: 'not-json',
          where: at === undefined ? name : `${name}, ${place(text, at)}`,
          message: `Not JSON: ${message.replace(/ in JSON at position \d+.*/, '').replaceAll(/\s+/g, ' ')}.`,
          remedy: 'Correct the JSON there.',
        },
      ],
    }
  }
}

/** Where a text stops being JSON: the engine's own message does not always say. Loaded only then. */
const faultIn = async (text: string): Promise<number | undefined> => {
  const { parse } = await import('jsonc-parser')
  try {
    const faults: ParseError[] = []
    parse(text, faults, { disallowComments: true, allowTrailingComma: false })
    return faults[0]?.offset
  } catch {
    // Nested too deep for a second look.
    return undefined
  }
}

const place = (text: string, at: number): string => {
  const before = text.slice(0, at).split('\n')
  return `line ${String(before.length)}, column ${String((before.at(-1) ?? '').length + 1)}`
}
