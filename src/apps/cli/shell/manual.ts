import type { CommandShape } from './shape.ts'
import { allOf } from './shape.ts'

/** Text as roff reads it: no hyphen turns into another sign, and no line begins a request. */
const plain = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', '...')
    .replace(/^([.'])/gm, '\\&$1')

const bold = (text: string): string => `\\fB${plain(text)}\\fR`
const italic = (text: string): string => `\\fI${plain(text)}\\fR`

/** An option's flags: names in bold, what is to be replaced in italics. */
const flagsOf = (flags: string): string =>
  flags
    .split(/([<[][^>\]]+[>\]])/)
    .map((part) => (/^[<[]/.test(part) ? italic(part.slice(1, -1)) : bold(part)))
    .join('')

const item = (term: string, text: string): readonly string[] => ['.TP', term, plain(text)]

const usage = ({ path, arguments: words, options }: CommandShape): string =>
  [
    bold(['crampwise', ...path].join(' ')),
    ...(options.length > 1 ? ['[' + italic('options') + ']'] : []),
    ...words.map(({ name, required }) => (required ? italic(name) : `[${italic(name)}]`)),
  ].join(' ')

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const section = (command: CommandShape): readonly string[] => [
  `.SS ${plain(command.path.join(' '))}`,
  usage(command),
  '.PP',
  plain(sentence(command.description)),
  ...command.arguments.flatMap(({ name, description }) => item(italic(name), description)),
  ...command.options
    .filter(({ names }) => !names.includes('--help'))
    .flatMap(({ flags, description }) => item(flagsOf(flags), description)),
]

/** Variables of the environment that a command reads. */
const environment = [
  ['DATABASE_URL', 'A PostgreSQL server that holds feedback in place of the embedded store.'],
  ['STATE_DIRECTORY', 'Folder of the embedded store where no other is given; systemd sets it.'],
  ['NO_COLOR', 'When set, nothing is colored.'],
  ['CRAMPWISE_DEBUG', 'When set, an internal error is printed with its trace.'],
] as const

const exits = [
  ['0', 'Done.'],
  ['1', 'The answer is "no": a proof failed, or a difference was found.'],
  ['2', 'Bad input. Problems are on standard error, each with its place and remedy.'],
  ['70', 'An internal error: a bug.'],
] as const

/** The manual page crampwise(1), in roff's man macros. It carries no date, so that it is made the same twice. */
export const manualPage = (program: CommandShape, version: string): string => {
  const [, ...commands] = allOf(program)
  return [
    '.\\" Made by "crampwise man" from the definitions of the commands.',
    `.TH CRAMPWISE 1 "" "crampwise ${plain(version)}" "User commands"`,
    '.SH NAME',
    'crampwise \\- decision support for muscle cramps that persist despite baclofen',
    '.SH SYNOPSIS',
    `${bold('crampwise')} ${italic('command')} [${italic('options')}] [${italic('file')}]`,
    '.SH DESCRIPTION',
    ...program.description.split('\n').map(plain),
    '.PP',
    'A file of \\fB\\-\\fR is standard input.',
    '.SH COMMANDS',
    ...commands.filter(({ commands: below }) => below.length === 0).flatMap(section),
    '.SH EXIT STATUS',
    ...exits.flatMap(([code, text]) => item(bold(code), text)),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, text]) => item(bold(name), text)),
    '.SH EXAMPLES',
    ...[
      ['crampwise assess patient.json', 'The plan for one patient, as text.'],
      ['crampwise assess patient.json --json', 'The same with every truth and trace.'],
      ['crampwise explain increase-baclofen', 'What a statement says, and when it holds.'],
      ['crampwise serve', 'The workbench and the service on this machine.'],
    ].flatMap(([command = '', text = '']) => item(bold(command), text)),
    '',
  ].join('\n')
}
