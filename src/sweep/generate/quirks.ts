import type { Quirk } from './quirk.ts'
import { generalQuirks } from './quirks-general.ts'
import { medicineQuirks } from './quirks-medicines.ts'
import { otherQuirks, resultQuirks } from './quirks-results.ts'
import type { Random } from './random.ts'
import { resourceTypes } from './settings.ts'
import type { ResourceType } from './settings.ts'
import { writeJson } from './write-json.ts'
import type { Resource, Style } from './write-json.ts'

/** Every quirk that is generated. */
export const quirks: readonly Quirk[] = [
  ...generalQuirks,
  ...medicineQuirks,
  ...resultQuirks,
  ...otherQuirks,
]

const byType = new Map<ResourceType, readonly Quirk[]>(
  resourceTypes.map((type) => [
    type,
    quirks.filter(({ types }) => types === undefined || types.includes(type)),
  ]),
)

/** A resource with these quirks: the lines that stand in place of its plain line. */
export const applied = (
  chosen: readonly Quirk[],
  plain: string,
  random: Random,
): readonly string[] => {
  const resource = JSON.parse(plain) as Resource
  const beside: Resource[] = []
  let style: Style = {}
  for (const quirk of chosen) {
    beside.push(...(quirk.change?.(resource, random) ?? []))
    style = { ...style, ...quirk.style }
  }
  const end = style.carriageReturn === true ? '\r' : ''
  const lines = [resource, ...beside].map((one) => writeJson(one, style, random) + end)
  return random.chance(0.5) ? lines : lines.reverse()
}

/** A resource with one to three of the quirks of its type. */
export const withQuirks = (type: ResourceType, plain: string, random: Random): readonly string[] =>
  applied(
    Array.from({ length: 1 + random.below(3) }, () => random.pick(byType.get(type) ?? quirks)),
    plain,
    random,
  )
