import { parsed } from './rejected.ts'

/** The first of several objects on one line, and where the next begins; undefined where there is none. */
export const joined = (
  line: string,
): { readonly value: unknown; readonly end: number } | undefined => {
  for (let at = line.indexOf('{', 1); at > 0; at = line.indexOf('{', at + 1)) {
    if (!/\}\s?$/.test(line.slice(at - 2, at))) continue
    const value = parsed(line.slice(0, at))
    if (!(value instanceof Error)) return { value, end: at }
  }
  return undefined
}
