import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The folder of the checkout. */
export const root = join(import.meta.dirname, '..')

/** The text of a file of the repository. */
export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** What a checkout without git holds, apart from what others made in it. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !['node_modules', 'dist', 'coverage', 'reports'].includes(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesIn(path) : [relative(root, path)]
    })

const tracked = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })

/** Every file of the repository. */
export const files =
  tracked.status === 0
    ? tracked.stdout.split('\0').filter((file) => file !== '' && existsSync(join(root, file)))
    : filesIn(root)

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
