import type { Comparison } from '../../../logic/interval.ts'

/** A number as it was typed, or why it is none. */
export type ReadNumber =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number; readonly comparator?: Comparison }
  /** "1,600" may be a decimal comma or a thousands mark: both readings. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
  | { readonly kind: 'unreadable' }

const comparisons: Readonly<Record<string, Comparison>> = {
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
}

/** Reads what was typed: a decimal point or comma, and a laboratory's bound such as ">60" (R26). */
export const readNumber = (text: string): ReadNumber => {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'blank' }
  const [, sign, digits = ''] = /^(<=|>=|[<>≤≥])?\s*(\S+)$/.exec(trimmed) ?? []
  if (/^[1-9]\d{0,2},\d{3}$/.test(digits)) {
    const [whole = '', part = ''] = digits.split(',')
    const before = sign ?? ''
    return {
      kind: 'ambiguous',
      readings: [`${before}${whole}.${part}`, `${before}${whole}${part}`],
    }
  }
  if (!/^(\d+([.,]\d*)?|[.,]\d+)$/.test(digits)) return { kind: 'unreadable' }
  const value = Number(digits.replace(',', '.'))
  const comparator = sign === undefined ? undefined : comparisons[sign]
  return comparator === undefined
    ? { kind: 'number', value }
    : { kind: 'number', value, comparator }
}
