import { formatNumber } from '../logic/quantity.ts'

/** A quantity as it was typed, for the reader to recognize: "<15 mL/min/{1.73_m2}", "10 to 20 mg/d". */
export const asTyped = (input: Readonly<Record<string, unknown>>): string => {
  const number = (value: unknown): string => formatNumber(value as number)
  const amount =
    'value' in input
      ? `${typeof input['comparator'] === 'string' ? input['comparator'] : ''}${number(input['value'])}`
      : `${number(input['low'])} to ${number(input['high'])}`
  return `${amount} ${String(input['unit'])}`
}
