/** A coding as a card carries it. */
export interface CardCoding {
  readonly system: string
  readonly code: string
  readonly display: string
}

/** One change that a suggestion makes when it is accepted. Its resource is a draft, never an order. */
export type CardAction =
  | { readonly type: 'create' | 'update'; readonly description: string; readonly resource: object }
  | { readonly type: 'delete'; readonly description: string; readonly resourceId: string }

/** Something that the reader may accept. */
export interface Suggestion {
  readonly label: string
  readonly uuid: string
  readonly isRecommended?: boolean
  readonly actions: readonly CardAction[]
}

/** A link out of a card. Only a SMART launch carries context. */
export type CardLink =
  | { readonly label: string; readonly url: string; readonly type: 'absolute' }
  | {
      readonly label: string
      readonly url: string
      readonly type: 'smart'
      readonly appContext?: string
    }

/** A card of CDS Hooks 2.0. */
export interface Card {
  readonly uuid: string
  readonly summary: string
  readonly detail: string
  readonly indicator: 'info' | 'warning' | 'critical'
  readonly source: { readonly label: string; readonly url: string; readonly topic: CardCoding }
  readonly suggestions?: readonly Suggestion[]
  readonly selectionBehavior?: 'at-most-one' | 'any'
  readonly overrideReasons?: readonly CardCoding[]
  readonly links: readonly CardLink[]
}

/** A summary has fewer than 140 characters. */
export const longestSummary = 139

/** A summary that fits: cut after a whole word, with a sign that it was cut. */
export const fitSummary = (text: string): string => {
  if (text.length <= longestSummary) return text
  const cut = text.slice(0, longestSummary - 1)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space < longestSummary / 2 ? cut.length : space)}…`
}

const reasons = 'http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes'

/** Why a reader may put a card aside: codes of HL7. */
export const overrideReasons: readonly CardCoding[] = [
  { system: reasons, code: 'risk-benefit-ratio', display: 'Benefit outweighs the risk' },
  {
    system: reasons,
    code: 'patient-contraindication',
    display: 'Contraindicated for this patient',
  },
  { system: reasons, code: 'action-completed', display: 'Already done' },
  { system: reasons, code: 'need-more-info', display: 'More information is needed' },
  { system: reasons, code: 'patient-refuses', display: 'The patient does not want it' },
]
