import type { QuantityFact, PresenceFact } from '../../../logic/fact.ts'
import { canonicalBase } from '../../../guideline/codes/index.ts'
import {
  age,
  daysAtDose,
  eGfr,
  magnesium,
  onDialysis,
  potassium,
} from '../../../guideline/facts.ts'
import { guideline } from '../../../guideline/index.ts'
import { outOfDate } from '../../../assess/status.ts'
import { fitSummary, overrideReasons } from '../../../outputs/cards.ts'
import type { Card, CardLink } from '../../../outputs/cards.ts'
import { factsBehind, statementBy } from '../evaluation.ts'
import type { Evaluation } from '../evaluation.ts'
import type { IssuedCard, ServiceConfig } from '../parts.ts'
import { detailOf } from './detail.ts'
import { uuidOf } from './identity.ts'
import { compareIndicators } from './line.ts'
import type { Line, Topic } from './line.ts'
import { proposalsFor } from './suggestions.ts'
import type { Ground, Proposal } from './suggestions.ts'

/** What the cards of a call are made from. */
export interface CardsInput {
  readonly service: string
  readonly config: ServiceConfig
  readonly ground: Ground
  readonly lines: readonly Line[]
}

/** Cards with what feedback on them is about. */
export interface MadeCards {
  readonly cards: readonly Card[]
  readonly issued: readonly IssuedCard[]
}

/** How many cards of one call may interrupt. */
export const mostWarnings = 2

interface Draft {
  readonly topics: readonly Topic[]
  readonly lines: readonly Line[]
}

const order: readonly Topic[] = ['baclofen', 'medicines', 'electrolytes', 'cramps']

/** One card for each topic; what would be a third warning is told in the second. */
export const cardsOf = (input: CardsInput): MadeCards => {
  const made = withinLimit(byTopic(input.lines)).map((draft) => cardOf(draft, input))
  return { cards: made.map(({ card }) => card), issued: made.map(({ issued }) => issued) }
}

const byTopic = (lines: readonly Line[]): readonly Draft[] => {
  const told = new Set<string>()
  const distinct = lines.filter(({ statement }) => {
    const fresh = !told.has(statement)
    told.add(statement)
    return fresh
  })
  const urgent = (topic: Topic): boolean =>
    distinct.some((line) => line.topic === topic && line.indicator !== 'info')
  // What is not urgent about electrolytes belongs to what is told of the cramps.
  const topicOf = ({ topic }: Line): Topic =>
    topic === 'electrolytes' && !urgent('electrolytes') ? 'cramps' : topic
  return order
    .map((topic): Draft => ({
      topics: [topic],
      lines: distinct
        .filter((line) => topicOf(line) === topic)
        .toSorted((one, other) => compareIndicators(other.indicator, one.indicator)),
    }))
    .filter((draft) => draft.lines.length > 0)
    .toSorted((one, other) => compareIndicators(leading(other).indicator, leading(one).indicator))
}

const leading = ({ lines }: Draft): Line => lines[0] as Line

const withinLimit = (drafts: readonly Draft[]): readonly Draft[] => {
  const warnings = drafts.filter((draft) => leading(draft).indicator !== 'info')
  if (warnings.length <= mostWarnings) return drafts
  const joined = warnings.slice(mostWarnings - 1)
  return [
    ...warnings.slice(0, mostWarnings - 1),
    {
      topics: joined.flatMap(({ topics }) => topics),
      lines: joined
        .flatMap(({ lines }) => lines)
        .toSorted((one, other) => compareIndicators(other.indicator, one.indicator)),
    },
    ...drafts.filter((draft) => leading(draft).indicator === 'info'),
  ]
}

/** Statements whose doubt is told, by topic. */
const watched: Readonly<Record<Topic, readonly string[]>> = {
  baclofen: [
    'avoid-baclofen-severe-renal',
    'no-increase-moderate-renal',
    'reduce-baclofen-moderate-renal',
    'increase-baclofen',
    'increase-baclofen-older-adult',
    'review-before-exceeding-15-mg',
    'wait-before-next-increase',
    'taper-baclofen',
  ],
  medicines: [],
  electrolytes: ['magnesium-oxide-at-night', 'correct-depletion-first'],
  cramps: [
    'consider-albumin',
    'consider-orphenadrine',
    'consider-methocarbamol',
    'consider-benzodiazepine-trial',
    'refer-to-specialist',
    'refer-no-option-left',
  ],
}

const always: Readonly<Record<Topic, readonly (QuantityFact | PresenceFact)[]>> = {
  baclofen: [eGfr, onDialysis],
  medicines: [],
  electrolytes: [potassium, magnesium],
  cramps: [],
}

const cardOf = (
  { topics, lines }: Draft,
  { service, config, ground }: CardsInput,
): { readonly card: Card; readonly issued: IssuedCard } => {
  const { person } = ground
  const lead = lines[0] as Line
  const statements = lines.map(({ statement }) => statement)
  const undecided = topics
    .flatMap((topic) => watched[topic])
    .filter((id) => person.truth(id) === 'unknown' && !statements.includes(id))
  const uuid = uuidOf(
    config.salt,
    [
      service,
      ground.whom.patientId,
      ...lines.map(({ statement, indicator, head }) => `${statement} ${indicator} ${head}`),
      ...undecided,
      ...inputsOf(person, [...statements, ...undecided]),
    ].join('\n'),
  )
  const proposals = topics.flatMap((topic) => proposalsFor(topic, lines, ground))
  const suggestions = proposals.map((proposal, index) => suggestion(proposal, index, uuid, config))
  const warnings = lines.filter(({ indicator }) => indicator !== 'info').length
  const more = warnings > 1 ? ` (+${String(warnings - 1)} more)` : ''
  return {
    card: {
      uuid,
      summary: `${fitSummary(lead.head).slice(0, 139 - more.length)}${more}`,
      indicator: lead.indicator,
      detail: detailOf({
        person,
        lines,
        undecided: undecided.filter((id) => !watched.cramps.includes(id)),
        later: undecided.filter((id) => watched.cramps.includes(id)),
        always: topics.flatMap((topic) => always[topic]),
      }),
      source: sourceOf(lead.statement, config, person.on),
      ...(suggestions.length === 0
        ? {}
        : { suggestions, selectionBehavior: behaviorOf(proposals) }),
      ...(lead.indicator === 'info' && suggestions.length === 0 ? {} : { overrideReasons }),
      links: linksOf(config),
    },
    issued: {
      uuid,
      service,
      indicator: lead.indicator,
      statements,
      suggestions: suggestions.map(({ uuid: id, label }) => ({ uuid: id, label })),
    },
  }
}

/** What the same advice rests on: values and dates; not what changes from day to day by itself. */
const inputsOf = ({ picture }: Evaluation, statements: readonly string[]): readonly string[] =>
  factsBehind(statements).flatMap(({ id }) => {
    const given = picture.given[id]
    if (given === undefined || id === daysAtDose.id || id === age.id) return []
    const { finding, date } = given
    const value =
      typeof finding === 'string'
        ? finding
        : [finding.low, finding.high, finding.lowerLimit ?? ''].join(' ')
    return [`${id} ${value} ${date ?? ''}`]
  })

/** One of the dose suggestions at most; tests and referrals as many as wanted. */
const behaviorOf = (proposals: readonly Proposal[]): 'at-most-one' | 'any' =>
  proposals.filter(({ recommended }) => recommended === true).length === 1 &&
  proposals.every(({ actions }) =>
    actions.every(({ type }) => type !== 'create' || proposals.length === 1),
  )
    ? 'at-most-one'
    : 'any'

const suggestion = (
  { label, actions, recommended }: Proposal,
  index: number,
  card: string,
  { salt }: ServiceConfig,
) => ({
  label,
  uuid: uuidOf(salt, `${card} ${String(index)} ${label}`),
  ...(recommended === true ? { isRecommended: true } : {}),
  actions,
})

/** Who speaks, as many records show it on a card that is not opened: past the review date it says so. */
export const sourceLabel = (on: string): string =>
  `crampwise, ${guideline.title.toLowerCase()}, version ${guideline.version}${outOfDate(on) === undefined ? '' : ', PAST ITS REVIEW DATE'}`

const sourceOf = (statement: string, { baseUrl }: ServiceConfig, on: string): Card['source'] => ({
  label: sourceLabel(on),
  url: baseUrl,
  topic: {
    system: `${canonicalBase}/CodeSystem/statements`,
    code: statement,
    display: statementBy(statement).title,
  },
})

const linksOf = ({ baseUrl, smartLaunchUrl }: ServiceConfig): readonly CardLink[] => [
  { label: 'Open the workbench', url: `${baseUrl}/`, type: 'absolute' },
  ...(smartLaunchUrl === undefined
    ? []
    : [
        {
          label: 'Open the plan for this patient',
          url: smartLaunchUrl,
          type: 'smart' as const,
        },
      ]),
]
