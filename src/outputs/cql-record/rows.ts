import type { Fact } from '../../logic/fact.ts'
import type { Code, LaboratoryRule } from '../../logic/record-rules.ts'
import { decimal, text } from '../cql-text.ts'

/** The define that says what a record tells of a fact. */
export const recordName = (fact: Fact): string => `${fact.words}, from the record`

/** Rows as a CQL list, one a line. */
export const list = (rows: readonly string[], indent: number): string => {
  const start = `\n${' '.repeat(indent + 2)}`
  return `{${start}${rows.join(`,${start}`)}\n${' '.repeat(indent)}}`
}

/** Texts as a CQL list of text, as many on a line as fit. */
export const textList = (texts: readonly string[], indent = 6): string => {
  if (texts.length === 0) return 'List<String>{}'
  const lines: string[] = []
  for (const one of texts.map(text)) {
    const last = lines.at(-1)
    if (last === undefined || indent + 2 + last.length + one.length + 2 > 100) lines.push(one)
    else lines[lines.length - 1] = `${last}, ${one}`
  }
  const [first = ''] = lines
  return lines.length === 1 && first.length + indent < 96 ? `{ ${first} }` : list(lines, indent)
}

/** Codes as keys: the terminology, a bar, and the code. */
export const keys = (codes: readonly Code[]): readonly string[] =>
  codes.map(({ system, code }) => `${system}|${code}`)

const isMass = (unit: string): boolean => /^[munk]?c?g\b/i.test(unit)

/** Other units of a concentration, by the molar mass and the charge of the substance. */
const converted = ({
  molarMass,
  charge,
}: LaboratoryRule): readonly (readonly [string, number])[] => [
  ...(molarMass === undefined
    ? []
    : ([
        ['mg/dL', 10 / molarMass],
        ['mg/dl', 10 / molarMass],
        ['mg/L', 1 / molarMass],
        ['mg/l', 1 / molarMass],
        ['ug/mL', 1 / molarMass],
      ] as const)),
  ...(charge === undefined
    ? []
    : ([
        ['umol/L', 0.001],
        ['meq/L', 1 / charge],
        ['meq/l', 1 / charge],
        ['mEq/L', 1 / charge],
        ['mEq/l', 1 / charge],
      ] as const)),
]

/** Every unit of a quantity that is read, with its factor to the canonical one. */
export const unitRows = (rule: LaboratoryRule): readonly string[] => {
  const same = [...new Set([rule.fact.unit, ...rule.spellings])].map((unit) => [unit, 1] as const)
  return [...same, ...converted(rule)].map(
    ([unit, factor]) =>
      `Tuple { unit: ${text(unit)}, factor: ${decimal(Number(factor.toFixed(8)))}, mass: ${String(isMass(unit))} }`,
  )
}

/** The keys of codes that stand for all that begins so. */
export const classes = (codes: readonly Code[]): readonly string[] =>
  keys(codes.filter(({ andBelow }) => andBelow === true))

/** The keys of codes that stand for themselves. */
export const exact = (codes: readonly Code[]): readonly string[] =>
  keys(codes.filter(({ andBelow }) => andBelow !== true))
