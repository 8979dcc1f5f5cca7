import type { Words } from '../logic/record-rules.ts'
import { allObjectsOf, objectsOf } from './json.ts'
import type { Json } from './json.ts'
import { holdsWords, namesOf, quoted } from './names.ts'

/** The first of some texts or concepts that holds one of these words, quoted. */
const firstHolding = (values: readonly unknown[], words: Words): string | undefined => {
  const found = values.find((value) => holdsWords(namesOf(value), words))
  return found === undefined ? undefined : quoted(found)
}

/** What an instruction says in words: its text, what the patient is told, and what is added. */
const wordsIn = (instruction: Json): readonly unknown[] => [
  instruction['text'],
  instruction['patientInstruction'],
  ...objectsOf(instruction['additionalInstruction']),
]

/** Words of an instruction by which it is taken as needed, quoted. */
export const asNeededWords = (instruction: Json, words: Words): string | undefined =>
  firstHolding(wordsIn(instruction), words)

/** Words of the text of an instruction by which its amount changes, quoted. */
export const changingWords = ({ text }: Json, words: Words): string | undefined =>
  firstHolding([text], words)

/** Words of an order for a pump: in its instructions, their route, or its notes; quoted. */
export const pumpWords = (
  order: Json,
  {
    pumpNames,
    routes,
  }: { readonly pumpNames: Words; readonly routes: { readonly pumpNames: Words } },
): string | undefined => {
  for (const instruction of allObjectsOf(order['dosageInstruction'] ?? order['dosage']) ?? []) {
    const { route } = instruction
    const found =
      firstHolding([route], pumpNames) ??
      firstHolding([route], routes.pumpNames) ??
      firstHolding(wordsIn(instruction), pumpNames)
    if (found !== undefined) return found
  }
  return firstHolding(
    objectsOf(order['note']).map(({ text }) => text),
    pumpNames,
  )
}

/** Words of the text of an instruction for other times a day than these, quoted. */
export const otherTimesWords = (
  { text }: Json,
  [low, high]: readonly [low: number, high: number],
  groups: readonly { readonly times: number; readonly names: Words }[],
): string | undefined => {
  const others = groups.filter(({ times }) => times < low || times > high)
  return others.map(({ names }) => firstHolding([text], names)).find((words) => words !== undefined)
}
