import type { CommandShape } from './shape.ts'
import { allOf } from './shape.ts'
import { quoted, takesPath, wordsAfter, wordsFor } from './words.ts'

const place = ({ path }: CommandShape): string => path.map((word) => `/${word}`).join('')

const list = (words: readonly string[]): string => quoted(words.join(' '))

const optionsOf = (command: CommandShape): readonly string[] =>
  command.options.flatMap(({ names }) => names)

/** What comes after an option that takes a value. */
const values = (command: CommandShape): readonly string[] =>
  command.options.flatMap(({ names, value }) =>
    value === undefined
      ? []
      : names.map(
          (name) =>
            `    ${quoted(`${place(command)} ${name}`)}) options='' paths=${value === 'path' ? 'yes' : "''"} words=${list(wordsFor(value))} ;;`,
        ),
  )

/** A completion script for bash 3.2 and newer. */
export const bashCompletion = (program: CommandShape): string => {
  const all = allOf(program)
  const places = all.flatMap((one) => (one.path.length === 0 ? [] : [place(one)]))
  return [
    '# Completion of crampwise for bash, made by "crampwise completion bash".',
    '_crampwise() {',
    "  local IFS=$' \\t\\n'",
    '  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}',
    "  # bash splits --option=value at the sign: what comes after it completes the option's value.",
    "  if [ \"$current\" = '=' ]; then current=''; fi",
    '  if [ "$before" = \'=\' ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi',
    "  local place='' index",
    '  for ((index = 1; index < COMP_CWORD; index++)); do',
    '    case "$place/${COMP_WORDS[index]}" in',
    `      ${places.join(' | ')}) place=$place/\${COMP_WORDS[index]} ;;`,
    '    esac',
    '  done',
    "  local options='' words='' paths=''",
    '  case $place in',
    ...all.map(
      (one) =>
        `    ${quoted(place(one))}) options=${list(optionsOf(one))} words=${list(wordsAfter(one))} paths=${takesPath(one) ? 'yes' : "''"} ;;`,
    ),
    '  esac',
    '  case "$place $before" in',
    ...all.flatMap(values),
    '  esac',
    '  case $current in',
    "    -*) words=$options paths='' ;;",
    '  esac',
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '  if [ -n "$paths" ]; then',
    '    compopt -o filenames 2>/dev/null',
    "    IFS=$'\\n'",
    '    COMPREPLY+=($(compgen -f -- "$current"))',
    '  fi',
    '}',
    'complete -F _crampwise crampwise',
    '',
  ].join('\n')
}
