import type { Random } from './random.ts'

/** A resource that may be changed before it is written. */
export type Resource = Record<string, unknown>

/** How a sender writes JSON. All of it means the same. */
export interface Style {
  readonly shuffled?: true
  readonly escaped?: true
  readonly spaced?: true
  readonly exponents?: true
  readonly carriageReturn?: true
}

const shuffle = <T>(list: readonly T[], random: Random): readonly T[] => {
  const shuffled = [...list]
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1)
    const moved = shuffled[last] as T
    shuffled[last] = shuffled[other] as T
    shuffled[other] = moved
  }
  return shuffled
}

const escape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

const text = (value: string, style: Style, random: Random): string => {
  const plain = JSON.stringify(value)
  if (style.escaped !== true || plain.includes('\\')) return plain
  return plain.replaceAll(/[^"]/gu, (character) => {
    if (character === '/') return random.chance(0.5) ? '\\/' : '/'
    return random.chance(0.08)
      ? Array.from({ length: character.length }, (_none, at) =>
          escape(character[at] as string),
        ).join('')
      : character
  })
}

const number = (value: number, { exponents }: Style): string => {
  const exponential = value.toExponential()
  return exponents === true && Number(exponential) === value ? exponential : String(value)
}

/** Writes a value as one line of JSON in the style of a sender. */
export const writeJson = (value: unknown, style: Style, random: Random): string => {
  const space = style.spaced === true ? ' ' : ''
  if (typeof value === 'string') return text(value, style, random)
  if (typeof value === 'number') return number(value, style)
  if (Array.isArray(value)) {
    const written = value.map((one) => writeJson(one, style, random))
    return `[${space}${written.join(`,${space}`)}${space}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  const members = (style.shuffled === true ? shuffle(entries, random) : entries).map(
    ([key, held]) =>
      `${text(key, style, random)}${space}:${space}${writeJson(held, style, random)}`,
  )
  return `{${space}${members.join(`,${space}`)}${space}}`
}
