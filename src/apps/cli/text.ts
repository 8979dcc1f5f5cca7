import { styleText } from 'node:util'

export { wrap } from '../../logic/wrap.ts'

const colored = (): boolean =>
  process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb'

type Style = Parameters<typeof styleText>[0]

/** Adds color on a terminal that wants it. No meaning rests on it. */
export const style = (how: Style, text: string): string => (colored() ? styleText(how, text) : text)
