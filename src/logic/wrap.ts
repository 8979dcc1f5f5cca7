/** Breaks a text into lines of at most `width` columns, each after the first indented as told. */
export const wrap = (
  text: string,
  first = '',
  rest = ' '.repeat(first.length),
  width = 80,
): string => {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (!empty && line.length + 1 + word.length > width) {
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
