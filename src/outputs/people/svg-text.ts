import type { BoxLine } from './flow.ts'

/** How each kind of line is set: size in pixels, weight, and the distance to the next line. */
export const faces = {
  title: { size: 14, weight: 700, leading: 19 },
  body: { size: 13, weight: 600, leading: 18 },
  small: { size: 12, weight: 400, leading: 16 },
} as const

/** A line that fits into its box. */
export interface SetLine extends BoxLine {
  readonly y: number
}

const narrow = new Set("ijltfrI.,;:!|()[]'’·- ")
const wide = new Set('mwMW@%')

/** About how wide a text is drawn: wide enough for any common sans-serif face. */
export const widthOf = (text: string, size: number, weight: number): number => {
  const per = (letter: string): number =>
    narrow.has(letter) ? 0.4 : wide.has(letter) ? 0.98 : /[A-Z]/.test(letter) ? 0.72 : 0.61
  const letters = Array.from(text).reduce((sum, letter) => sum + per(letter), 0)
  return letters * size * (weight > 500 ? 1.1 : 1)
}

/** Breaks text into lines of at most a width; a word is never broken. */
export const broken = (text: string, as: BoxLine['as'], width: number): readonly string[] => {
  const { size, weight } = faces[as]
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = `${last ?? ''} ${word}`
    if (last !== undefined && widthOf(longer, size, weight) <= width)
      lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Sets lines one below the other; a statement within a box keeps its distance from the one above. */
export const setLines = (
  lines: readonly BoxLine[],
  width: number,
): { readonly lines: readonly SetLine[]; readonly height: number } => {
  const made: SetLine[] = []
  let y = 0
  lines.forEach((line, at) => {
    if (at > 0 && line.as === 'body') y += 6
    for (const text of broken(line.text, line.as, width)) {
      y += faces[line.as].leading
      made.push({ text, as: line.as, y })
    }
  })
  return { lines: made, height: y }
}

/** Text that XML must not take for its own signs. */
export const xml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
