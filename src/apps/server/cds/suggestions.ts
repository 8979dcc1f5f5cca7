import type { Json } from '../../../fhir/json.ts'
import type { CardAction } from '../../../outputs/cards.ts'
import type { Evaluation } from '../evaluation.ts'
import type { Draft } from './drafts.ts'
import { exactValue } from '../../../logic/interval.ts'
import { idOf } from './ids.ts'
import { intervalOf } from './line.ts'
import type { Line, Topic } from './line.ts'
import {
  doseProposal,
  isOrdered,
  perDay,
  referralProposal,
  revisedDraft,
  testProposal,
  tests,
} from './proposals.ts'
import type { For } from './proposals.ts'

/** A suggestion before it has its identity. */
export interface Proposal {
  readonly label: string
  readonly actions: readonly CardAction[]
  readonly recommended?: true
}

/** What suggestions are made from. */
export interface Ground {
  readonly whom: For
  /** As things stand before any order is signed. */
  readonly before: Evaluation
  /** As they will stand once the orders are signed. */
  readonly person: Evaluation
  readonly drafts: readonly Draft[]
  /** The active orders of baclofen, found when they are asked for. */
  readonly present: () => readonly Json[]
  /** A draft of baclofen comes beside present orders and does not say that it replaces them. */
  readonly beside: boolean
  /** The orders end baclofen. */
  readonly stops: boolean
  /** A draft of baclofen should not stand as it is. */
  readonly tooMuch: boolean
  /** Drafts may be taken away; not at a refill, where that would be a sudden stop. */
  readonly mayRemove: boolean
  readonly ordered: ReadonlySet<string>
}

/** What may be accepted from the card of a topic that tells these lines. */
export const proposalsFor = (
  topic: Topic,
  lines: readonly Line[],
  ground: Ground,
): readonly Proposal[] => {
  switch (topic) {
    case 'baclofen':
      return [...doseProposals(ground), ...removals(ground), ...renalTest(ground)]
    case 'medicines':
      return otherRemovals(lines, ground)
    case 'electrolytes':
      return []
    case 'cramps':
      return [...electrolyteTests(ground), ...referral(ground)]
  }
}

const increases = ['increase-baclofen', 'increase-baclofen-older-adult']

/** The next dose, where one step up is advised outright and from an exact dose. */
const nextStep = (ground: Ground): { readonly to: number; readonly id: string } | undefined => {
  const { before, stops } = ground
  if (stops) return undefined
  for (const id of increases) {
    if (before.truth(id) !== 'true') continue
    const to = before.stated(id).action?.['to']
    if (typeof to === 'number') return { to, id }
  }
  return undefined
}

const doseProposals = (ground: Ground): readonly Proposal[] => {
  const { drafts, whom, tooMuch, before } = ground
  const ofBaclofen = drafts.filter(({ baclofen, ends }) => baclofen && !ends)
  const next = nextStep(ground)
  if (next === undefined) return []
  const { to, id } = next
  const present = ground.present()
  const [draft, anotherDraft] = ofBaclofen
  if (draft !== undefined) {
    if (!tooMuch || anotherDraft !== undefined) return []
    const replaces = ground.beside && present.length === 1 ? idOf(present[0]?.['id']) : undefined
    const resource = revisedDraft(draft.resource, to, whom, replaces)
    if (resource === undefined) return []
    const already = draft.dose !== undefined && exactValue(draft.dose) === to
    return [
      {
        label:
          already && replaces !== undefined
            ? `Let this order of ${perDay(to)} replace the present one`
            : `Change this order to ${perDay(to)} baclofen`,
        recommended: true,
        actions: [
          {
            type: 'update',
            description: `The same order with ${perDay(to)}, one step above the present dose; its supply is to be set anew`,
            resource,
          },
        ],
      },
    ]
  }
  const [order, another] = present
  if (order === undefined || another !== undefined) return []
  const numbers = before.stated(id).statement.implements.join(', ')
  const from = exactValue(
    intervalOf(before.picture.findings, 'baclofenDose') ?? { low: 0, high: 1 },
  )
  return [
    {
      label: `Draft the next step: ${perDay(to)} baclofen`,
      recommended: true,
      actions: [
        {
          type: 'create',
          description: `A draft of ${perDay(to)} in place of the present ${from === undefined ? 'dose' : perDay(from)}`,
          resource: doseProposal(order, to, whom, `One step by the guideline (${numbers}).`),
        },
      ],
    },
  ]
}

const remove = ({ id, resource }: Draft, label: string): readonly Proposal[] =>
  // A revised order that is active already is not taken away: that would be a sudden stop.
  id === undefined || resource['status'] !== 'draft'
    ? []
    : [
        {
          label,
          actions: [
            {
              type: 'delete',
              description: 'Takes this draft away; what is taken now is not touched',
              resourceId: `MedicationRequest/${id}`,
            },
          ],
        },
      ]

const removals = ({ drafts, tooMuch, mayRemove }: Ground): readonly Proposal[] =>
  tooMuch && mayRemove
    ? drafts
        .filter(({ baclofen, ends }) => baclofen && !ends)
        .flatMap((draft) => remove(draft, 'Take this draft of baclofen away'))
    : []

const otherRemovals = (
  lines: readonly Line[],
  { drafts, mayRemove }: Ground,
): readonly Proposal[] => {
  const against = new Set(
    lines.filter(({ indicator }) => indicator !== 'info').map(({ medicine }) => medicine),
  )
  return drafts
    .filter(
      ({ ends, medicines }) => mayRemove && !ends && medicines.some((one) => against.has(one)),
    )
    .flatMap((draft) => remove(draft, 'Take this draft away'))
}

const renalTest = ({ person, whom, ordered }: Ground): readonly Proposal[] => {
  const known = intervalOf(person.picture.findings, 'eGfr')
  return known !== undefined || isOrdered('renal', ordered) ? [] : [testOf('renal', whom)]
}

const electrolyteTests = ({ person, whom, ordered }: Ground): readonly Proposal[] =>
  person.truth('check-potassium-and-magnesium') !== 'true'
    ? []
    : (['potassium', 'magnesium'] as const)
        .filter(
          (test) =>
            intervalOf(person.picture.findings, test) === undefined && !isOrdered(test, ordered),
        )
        .map((test) => testOf(test, whom))

const testOf = (test: keyof typeof tests, whom: For): Proposal => ({
  label: `Order ${tests[test].text.replace(/^[CPM]/, (first) => first.toLowerCase())}`,
  actions: [
    {
      type: 'create',
      description: `A draft order: ${tests[test].text}`,
      resource: testProposal(test, whom),
    },
  ],
})

const referral = ({ person, whom }: Ground): readonly Proposal[] =>
  ['refer-to-specialist', 'refer-no-option-left']
    .filter((id) => person.truth(id) === 'true')
    .flatMap((id): readonly Proposal[] => {
      const to = person.stated(id).action?.['to']
      return typeof to !== 'string'
        ? []
        : [
            {
              label: `Refer to ${to}`,
              actions: [
                {
                  type: 'create',
                  description: `A draft referral to ${to}`,
                  resource: referralProposal(
                    to,
                    'Muscle cramps that persist despite baclofen',
                    whom,
                  ),
                },
              ],
            },
          ]
    })
