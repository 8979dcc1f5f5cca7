import type { Command, Option } from 'commander'

/** What a word on the command line stands for: a path, something with a list of its own, or what is typed freely. */
export type Stands = 'path' | 'id' | 'promise' | 'shell' | 'free'

/** An option as it is typed. */
export interface OptionShape {
  readonly names: readonly string[]
  readonly flags: string
  readonly description: string
  readonly value?: Stands
}

/** A command with the words that lead to it: "plan titration". */
export interface CommandShape {
  readonly path: readonly string[]
  readonly description: string
  readonly arguments: readonly {
    readonly name: string
    readonly description: string
    readonly required: boolean
    readonly stands: Stands
  }[]
  readonly options: readonly OptionShape[]
  readonly commands: readonly CommandShape[]
}

const paths = ['file', 'folder', 'dir', 'old', 'new', 'inputs']

const standsFor = (name: string): Stands => {
  if (['id', 'promise', 'shell'].includes(name)) return name as Stands
  return paths.includes(name) ? 'path' : 'free'
}

const optionShape = ({ flags, short, long, description }: Option): OptionShape => {
  const valueName = /[<[]([\w,-]+)/.exec(flags)?.[1]
  return {
    names: [short, long].filter((name) => name !== undefined),
    flags,
    description,
    ...(valueName === undefined ? {} : { value: standsFor(valueName) }),
  }
}

/** Commander's definition of a command and of all below it, as data. */
export const shapeOf = (command: Command, path: readonly string[] = []): CommandShape => {
  const help = command.createHelp()
  return {
    path,
    description: command.description(),
    arguments: help.visibleArguments(command).map((argument) => ({
      name: argument.name(),
      description: argument.description,
      required: argument.required,
      stands: standsFor(argument.name()),
    })),
    options: help.visibleOptions(command).map(optionShape),
    commands: help
      .visibleCommands(command)
      .filter((below) => below.name() !== 'help')
      .map((below) => shapeOf(below, [...path, below.name()])),
  }
}

/** A command and all below it, each before its own. */
export const allOf = (shape: CommandShape): readonly CommandShape[] => [
  shape,
  ...shape.commands.flatMap(allOf),
]
