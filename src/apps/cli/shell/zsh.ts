import type { CommandShape, OptionShape, Stands } from './shape.ts'
import { allOf } from './shape.ts'
import { quoted, wordsFor } from './words.ts'

const nameOf = ({ path }: CommandShape): string => ['_crampwise', ...path].join('_')

/** Text within the brackets of a specification: what means something there is escaped. */
const plain = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&').replaceAll('\n', ' ')

const completes = (stands: Stands): string => {
  if (stands === 'path') return '_files'
  return stands === 'free' ? ' ' : `(${wordsFor(stands).join(' ')})`
}

const option = ({ names, description, value }: OptionShape): readonly string[] =>
  names.map((name) =>
    quoted(
      `${name}[${plain(description)}]${value === undefined ? '' : `:value:${completes(value)}`}`,
    ),
  )

const leaf = (command: CommandShape): readonly string[] => [
  `${nameOf(command)}() {`,
  `  _arguments \\`,
  [
    ...command.options.flatMap(option),
    ...command.arguments.map(({ name, required, stands }) =>
      quoted(`${required ? ':' : '::'}${plain(name)}:${completes(stands)}`),
    ),
  ]
    .map((line) => `    ${line}`)
    .join(' \\\n'),
  '}',
]

const branch = (command: CommandShape): readonly string[] => [
  `${nameOf(command)}() {`,
  '  local curcontext=$curcontext state line',
  '  local -a commands',
  '  commands=(',
  ...command.commands.map(
    ({ path, description }) =>
      `    ${quoted(`${path.at(-1) ?? ''}:${description.replaceAll('\n', ' ')}`)}`,
  ),
  '  )',
  '  _arguments -C \\',
  ...command.options.flatMap(option).map((line) => `    ${line} \\`),
  "    '1:command:->command' '*::argument:->rest'",
  '  case $state in',
  "    command) _describe -t commands 'command' commands ;;",
  '    rest)',
  '      case $words[1] in',
  ...command.commands.map((below) => `        ${below.path.at(-1) ?? ''}) ${nameOf(below)} ;;`),
  '      esac ;;',
  '  esac',
  '}',
]

/** A completion script for zsh: a file of its own named _crampwise on the path of functions, or sourced. */
export const zshCompletion = (program: CommandShape): string =>
  [
    '#compdef crampwise',
    '# Completion of crampwise for zsh, made by "crampwise completion zsh".',
    ...allOf(program).flatMap((one) => (one.commands.length === 0 ? leaf(one) : branch(one))),
    'if [ "$funcstack[1]" = _crampwise ]; then _crampwise "$@"; else compdef _crampwise crampwise; fi',
    '',
  ].join('\n')
