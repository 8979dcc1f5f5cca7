import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The folder of the checkout. */
export const root = join(import.meta.dirname, '..')

/** The text of a file of the repository. */
export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const ignored = new Set([
  '.git',
  ...read('.gitignore')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''))
    .filter((line) => line !== ''),
])

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !ignored.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesIn(path) : [relative(root, path)]
    })

/** Every file of the repository, leaving out what git is told to ignore. */
export const files = filesIn(root)

/** The lines of the code blocks of a Markdown file that are written in a language. */
export const blocks = (file: string, language: string): readonly string[] =>
  [...read(file).matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
    .filter(([, written]) => written === language)
    .map(([, , text]) => text ?? '')

/** The commands that a Markdown file tells its reader to type, without their comments. */
export const commandsOf = (file: string): readonly string[] =>
  blocks(file, 'sh')
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
