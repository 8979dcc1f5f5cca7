import type { Command } from 'commander'
import { refuseTroubles } from './options-problems.ts'
import { bashCompletion } from './shell/bash.ts'
import { fishCompletion } from './shell/fish.ts'
import { shapeOf } from './shell/shape.ts'
import { zshCompletion } from './shell/zsh.ts'

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const

/** `crampwise completion`: the script that completes commands, options, ids and files in a shell. */
export const runCompletion = (shell: string, program: Command): number => {
  if (!Object.hasOwn(scripts, shell)) {
    return refuseTroubles('a problem in the arguments; nothing was printed.', [
      {
        where: '<shell>',
        message: `There is no completion for ${JSON.stringify(shell)}.`,
        remedy: `Give one of ${Object.keys(scripts).join(', ')}.`,
      },
    ])
  }
  process.stdout.write(scripts[shell as keyof typeof scripts](shapeOf(program)))
  return 0
}
