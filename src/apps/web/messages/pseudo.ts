import type { Language } from './words.ts'

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
}

/** A message as a longer language would have it: accented, and two fifths longer. */
const stretch = (text: string): string => {
  const accented = text.replace(/[aeiouAEIOU]/g, (letter) => accents[letter] ?? letter)
  return `[${accented}${'·'.repeat(Math.ceil(text.length * 0.4))}]`
}

const pseudo = (value: unknown): unknown => {
  if (typeof value === 'string') return stretch(value)
  if (typeof value === 'function') {
    const say = value as (...of: readonly unknown[]) => string
    return (...of: readonly unknown[]) => stretch(say(...of))
  }
  if (Array.isArray(value)) return value.map(pseudo)
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, unknown>>).map(([name, one]) => [
      name,
      pseudo(one),
    ]),
  )
}

const made = new WeakMap<object, object>()

/** No language at all, to find what does not come from a catalog and what has no room to grow. */
export const pseudoLanguage: Language = <C extends object>(catalog: C): C => {
  const known = made.get(catalog)
  if (known !== undefined) return known as C
  const stretched = pseudo(catalog) as C
  made.set(catalog, stretched)
  return stretched
}
