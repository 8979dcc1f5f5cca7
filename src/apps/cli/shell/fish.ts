import type { CommandShape, OptionShape } from './shape.ts'
import { allOf } from './shape.ts'
import { quoted, takesPath, wordsFor } from './words.ts'

const option = ({ names, description, value }: OptionShape): string => {
  const spelled = names.map((name) =>
    name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
  )
  const words = value === undefined ? [] : wordsFor(value)
  const takes = [
    ...(value === undefined ? [] : [value === 'path' ? '-r -F' : '-x']),
    ...(words.length === 0 ? [] : [`-a ${quoted(words.join(' '))}`]),
  ]
  return [...spelled, ...takes, `-d ${quoted(description)}`].join(' ')
}

const linesOf = (command: CommandShape): readonly string[] => {
  const here = `complete -c crampwise -n ${quoted(`__crampwise_at ${command.path.length === 0 ? '/' : command.path.join('/')}`)}`
  return [
    ...command.commands.map(
      ({ path, description }) =>
        `${here} -a ${path.at(-1) ?? ''} -d ${quoted(description.replaceAll('\n', ' '))}`,
    ),
    ...command.arguments.flatMap(({ stands, description }) => {
      const words = wordsFor(stands)
      return words.length === 0
        ? []
        : [`${here} -a ${quoted(words.join(' '))} -d ${quoted(description)}`]
    }),
    ...(takesPath(command) ? [`${here} -F`] : []),
    ...command.options.map((one) => `${here} ${option(one)}`),
  ]
}

/** A completion script for fish. */
export const fishCompletion = (program: CommandShape): string => {
  const all = allOf(program)
  const places = all.flatMap(({ path }) => (path.length === 0 ? [] : [path.join('/')]))
  return [
    '# Completion of crampwise for fish, made by "crampwise completion fish".',
    'function __crampwise_at',
    '  set -l place',
    '  for word in (commandline -opc)[2..-1]',
    '    switch (string join / -- $place $word)',
    `      case ${places.map(quoted).join(' ')}`,
    '        set -a place $word',
    '    end',
    '  end',
    '  set -l joined (string join / -- $place)',
    '  test -z "$joined"; and set joined /',
    '  test "$joined" = $argv[1]',
    'end',
    'complete -c crampwise -f',
    ...all.flatMap(linesOf),
    '',
  ].join('\n')
}
