import { mix } from './random.ts'

const hex4 = Array.from({ length: 0x1_0000 }, (_none, number) =>
  number.toString(16).padStart(4, '0'),
)

/** Eight hexadecimal digits of a whole number below 2³². */
export const hexOf = (number: number): string =>
  `${String(hex4[number >>> 16])}${String(hex4[number & 0xffff])}`

/** The id of one resource of a person: as servers make them, and never the same twice. */
export const resourceId = (key: string, type: number, number: number): string =>
  `${key}-${String(hex4[type * 1000 + number])}-4b00-9b00-${hexOf(mix(type * 1000 + number))}0000`
