/** A CQL expression whose parts are not yet laid out in lines. */
export type CqlExpression =
  | { readonly op: 'atom'; readonly text: string }
  | { readonly op: 'and' | 'or'; readonly of: readonly CqlExpression[] }
  | { readonly op: 'not'; readonly of: CqlExpression }
  /** Something is known of what a name stands for. */
  | { readonly op: 'known'; readonly name: string }
  /** What is stated; where nothing is, what follows from a condition. */
  | {
      readonly op: 'drawn'
      readonly stated: string
      readonly when: CqlExpression
      readonly is: 'true' | 'false'
    }

const width = 100

/** An expression that is one name or literal. */
export const atom = (text: string): CqlExpression => ({ op: 'atom', text })

/** Parts joined by `and` or `or`; parts joined by the same word are taken in. Of no parts: its neutral truth. */
export const joined = (op: 'and' | 'or', parts: readonly CqlExpression[]): CqlExpression => {
  const of = parts.flatMap((part) => (part.op === op ? part.of : [part]))
  const [first, second] = of
  if (first === undefined) return atom(op === 'and' ? 'true' : 'false')
  return second === undefined ? first : { op, of }
}

/** The opposite of an expression. */
export const negated = (of: CqlExpression): CqlExpression =>
  of.op === 'known' ? atom(`(${of.name} is null)`) : { op: 'not', of }

/** A name that may hold spaces and signs. */
export const identifier = (name: string): string => `"${escaped(name, '"')}"`

/** A text in quotes. */
export const text = (value: string): string => `'${escaped(value, "'")}'`

const escaped = (value: string, mark: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`)

/** A number that CQL takes as a decimal and never as an integer. */
export const decimal = (value: number): string =>
  Number.isInteger(value) ? `${String(value)}.0` : String(value)

/** An expression without a line break. */
export const oneLine = (expression: CqlExpression): string => {
  switch (expression.op) {
    case 'atom':
      return expression.text
    case 'known':
      return `(${expression.name} is not null)`
    case 'not':
      return `not ${grouped(expression.of, oneLine)}`
    case 'and':
    case 'or':
      return expression.of.map((part) => grouped(part, oneLine)).join(` ${expression.op} `)
    case 'drawn':
      return `Coalesce(${expression.stated}, ${drawnFrom(expression, oneLine)})`
  }
}

/** Parentheses always around a group within a group, precedence never. */
const grouped = (expression: CqlExpression, write: (of: CqlExpression) => string): string =>
  expression.op === 'and' || expression.op === 'or' ? `(${write(expression)})` : write(expression)

/** Lays an expression out: on one line where it fits, else one part a line. */
export const laidOut = (expression: CqlExpression, indent: number): string => {
  const line = oneLine(expression)
  if (indent + line.length <= width) return line
  const inner = indent + 2
  const start = `\n${' '.repeat(inner)}`
  switch (expression.op) {
    case 'atom':
    case 'known':
      return line
    case 'not':
      return `not ${grouped(expression.of, (of) => laidOut(of, inner))}`
    case 'drawn':
      return `Coalesce(${expression.stated},${start}${drawnFrom(expression, (of) => laidOut(of, inner))})`
    case 'and':
    case 'or':
      return expression.of
        .map((part) => grouped(part, (of) => laidOut(of, inner)))
        .join(`${start}${expression.op} `)
  }
}

const drawnFrom = (
  { when, is }: Extract<CqlExpression, { op: 'drawn' }>,
  write: (of: CqlExpression) => string,
): string => `if ${write(when)} then ${is} else null`

/** Words as comment lines, none longer than a line. */
export const comment = (words: string): string => {
  const lines: string[] = []
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(`// ${word}`)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join('\n')
}

/** One definition of a library. */
export interface CqlDefine {
  readonly name: string
  readonly expression: CqlExpression
  /** Stands above it. */
  readonly comment?: string
  /** Stands behind it, on its last line. */
  readonly aside?: string
}

/** A definition as text: on one line where it fits. */
export const define = ({ name, expression, comment: words, aside }: CqlDefine): string => {
  const start = `define ${identifier(name)}:`
  const line = laidOut(expression, start.length + 1)
  const body = line.includes('\n') ? `\n  ${laidOut(expression, 2)}` : ` ${line}`
  const fits = start.length + line.length < width || line.includes('\n')
  return [
    ...(words === undefined ? [] : [comment(words)]),
    `${start}${fits ? body : `\n  ${line}`}${aside === undefined ? '' : ` // ${aside}`}`,
  ].join('\n')
}

/** Definitions one below the other; one that has a comment above it stands apart. */
export const defines = (of: readonly CqlDefine[]): string =>
  of
    .map((one, at) => `${one.comment === undefined || at === 0 ? '' : '\n'}${define(one)}`)
    .join('\n')
