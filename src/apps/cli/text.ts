import { styleText } from 'node:util'

/** The width of every text output, in columns. */
export const columns = 80

/** Breaks a text into lines of at most 80 columns, each after the first indented as told. */
export const wrap = (text: string, first = '', rest = ' '.repeat(first.length)): string => {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (!empty && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = rest
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  lines.push(line)
  return lines.map((one) => one.trimEnd()).join('\n')
}

const colored = (): boolean =>
  process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb'

type Style = Parameters<typeof styleText>[0]

/** Adds color on a terminal that wants it. No meaning rests on it. */
export const style = (how: Style, text: string): string => (colored() ? styleText(how, text) : text)
