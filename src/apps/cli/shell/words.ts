import { facts } from '../../../guideline/facts.ts'
import { guideline } from '../../../guideline/index.ts'
import { promises } from '../../../guideline/promises.ts'
import type { CommandShape, Stands } from './shape.ts'

const words: Readonly<Record<Stands, readonly string[]>> = {
  path: [],
  id: [...guideline.statements, ...facts].map(({ id }) => id),
  promise: promises.map(({ id }) => id),
  shell: ['bash', 'zsh', 'fish'],
  free: [],
}

/** What may be typed for a word of this sort; none where it is a path or free. */
export const wordsFor = (stands: Stands): readonly string[] => words[stands]

/** What may be typed after a command, apart from options and paths. */
export const wordsAfter = (command: CommandShape): readonly string[] => [
  ...command.commands.map(({ path }) => path.at(-1) ?? ''),
  ...command.arguments.flatMap(({ stands }) => words[stands]),
]

/** Whether a path may be typed after a command. */
export const takesPath = (command: CommandShape): boolean =>
  command.arguments.some(({ stands }) => stands === 'path')

/** Text between single quotes, as shells of all three kinds read it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", '’')}'`
