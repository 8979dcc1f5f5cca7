import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { files, read, root } from './repository.test-support.ts'

/** What the comment right above a block asks of the test. */
export type Mark =
  | { readonly kind: 'none' }
  /** The block is for the reader alone; why. */
  | { readonly kind: 'not run'; readonly why: string }
  /** The block is the content of a file that later blocks use. */
  | { readonly kind: 'file'; readonly name: string }
  /** What the block before it prints; a line of … stands for any lines. */
  | { readonly kind: 'output' }
  /** The last command ends with this exit code. */
  | { readonly kind: 'exits'; readonly code: number }
  /** The command goes on until the end of the page. */
  | { readonly kind: 'serves' }
  | { readonly kind: 'unknown'; readonly words: string }

/** A code block of a document. */
export interface Block {
  readonly file: string
  readonly line: number
  readonly language: string
  readonly text: string
  readonly mark: Mark
}

const markOf = (words: string | undefined): Mark => {
  if (words === undefined) return { kind: 'none' }
  const [, kind = '', rest = ''] = /^([a-z ]+?)(?:: (.*))?$/.exec(words) ?? []
  if (kind === 'not run' && rest !== '') return { kind, why: rest }
  if (kind === 'file' && rest !== '') return { kind, name: rest }
  if (kind === 'exits' && /^\d+$/.test(rest)) return { kind, code: Number(rest) }
  if ((kind === 'output' || kind === 'serves') && rest === '') return { kind }
  return { kind: 'unknown', words }
}

/** Every code block of a Markdown text, with its mark. */
export const blocksIn = (file: string, text: string): readonly Block[] =>
  [...text.matchAll(/(?:^<!-- (.*) -->\n)?^( *)```(\w*)\n([\s\S]*?)^\2```$/gm)].map(
    ({ 1: words, 2: indent = '', 3: language = '', 4: body = '', index }) => ({
      file,
      line: text.slice(0, index).split('\n').length,
      language,
      text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      mark: markOf(words),
    }),
  )

/** The documents whose blocks are run: all that are written by hand. */
export const documents = files.filter(
  (file) => file.endsWith('.md') && !file.startsWith('exports/') && !file.startsWith('test/'),
)

/** The blocks of each document. */
export const blocksOf = (file: string): readonly Block[] => blocksIn(file, read(file))

/** Lays the checkout, as it is now, into a new folder, with the dependencies that are installed here. */
export const layCheckout = (folder: string): void => {
  const untracked = spawnSync('git', ['ls-files', '-z', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  const more = untracked.status === 0 ? untracked.stdout.split('\0').filter(Boolean) : []
  for (const file of new Set([...files, ...more])) {
    if (!existsSync(join(root, file))) continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

/** Compiles a laid checkout to its `dist`, as the build does, without the page. */
export const compile = (folder: string): string => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  chmodSync(join(folder, 'dist/apps/cli/main.js'), 0o755)
  return stdout
}

/** Puts `crampwise` on a path of its own, as an installed package does; hands back that path. */
export const installCommand = (folder: string): string => {
  const bin = join(folder, '.bin')
  mkdirSync(bin)
  writeFileSync(
    join(bin, 'crampwise'),
    `#!/bin/sh\nexec node "${folder}/dist/apps/cli/main.js" "$@"\n`,
  )
  chmodSync(join(bin, 'crampwise'), 0o755)
  return bin
}

/** The first line that an output lacks, in order; a line of … stands for any lines. */
export const missingFrom = (expected: string, printed: string): string | undefined => {
  const lines = printed.split('\n').map((line) => line.trim())
  let at = 0
  for (const wanted of expected.split('\n').map((line) => line.trim())) {
    if (wanted === '' || wanted === '…') continue
    const found = lines.indexOf(wanted, at)
    if (found < 0) return wanted
    at = found + 1
  }
  return undefined
}
