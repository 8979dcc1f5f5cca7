import { guideline } from '../../../guideline/index.ts'
import type { UsedFact } from '../../../assess/facts-json.ts'
import { isCivilDate } from '../../../plan/dates.ts'
import { draftOf } from '../share/link.ts'
import { derive, isPlan } from '../state/derive.ts'
import type { followUpWords } from '../messages/follow-up.ts'
import { visitOf } from './visit.ts'
import type { Visit, VisitStatement } from './visit.ts'

type Words = typeof followUpWords

/** An earlier visit, or why the text holds none. */
export type ReadVisit = { readonly visit: Visit } | { readonly problem: string }

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value)

const comparators = ['<', '<=', '>', '>=']

const isUsed = (value: unknown): value is UsedFact =>
  isObject(value) &&
  (typeof value['value'] === 'boolean' ||
    value['value'] === 'unknown' ||
    isNumber(value['value']) ||
    (isNumber(value['low']) && isNumber(value['high']))) &&
  (value['comparator'] === undefined || comparators.includes(value['comparator'] as string))

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 2000 ? value : undefined

const truths = ['true', 'false', 'unknown'] as const

const statementOf = (value: unknown): VisitStatement | undefined => {
  if (!isObject(value)) return undefined
  const [id, title, kind, urgency] = ['id', 'title', 'kind', 'urgency'].map((name) =>
    text(value[name]),
  )
  const holds = truths.find((one) => one === value['holds'])
  if (id === undefined || title === undefined || holds === undefined) return undefined
  const action = isObject(value['action']) ? text(value['action']['words']) : undefined
  return {
    id,
    title,
    holds,
    kind: kind ?? '',
    urgency: urgency ?? '',
    ...(action === undefined ? {} : { action: { words: action } }),
  }
}

const ofAssessment = (json: Json, on: string, words: Words): ReadVisit => {
  const { problems } = words
  const about = isObject(json['guideline']) ? json['guideline'] : {}
  const [id, version] = [text(about['id']), text(about['version'])]
  if (id === undefined || version === undefined) return { problem: problems.shape('guideline') }
  if (id !== guideline.id) return { problem: problems.other(id) }
  const day = text(json['on'])
  if (day === undefined || !isCivilDate(day)) return { problem: problems.shape('on') }
  if (day > on) return { problem: problems.future(day) }
  if (!isObject(json['facts'])) return { problem: problems.shape('facts') }
  const wrong = Object.entries(json['facts']).find(([, used]) => !isUsed(used))
  if (wrong !== undefined) return { problem: problems.shape(`facts.${wrong[0]}`) }
  if (!Array.isArray(json['statements'])) return { problem: problems.shape('statements') }
  const statements = json['statements'].map(statementOf)
  const bad = statements.indexOf(undefined)
  if (bad !== -1) return { problem: problems.shape(`statements[${String(bad)}]`) }
  const cramps = isObject(json['visit']) ? json['visit']['crampsPerWeek'] : undefined
  return {
    visit: {
      on: day,
      version,
      facts: json['facts'] as Readonly<Record<string, UsedFact>>,
      statements: statements as readonly VisitStatement[],
      ...(isNumber(cramps) && cramps >= 0 ? { crampsPerWeek: cramps } : {}),
    },
  }
}

const ofLink = (fragment: string, on: string, words: Words): ReadVisit => {
  const draft = draftOf(fragment)
  if (draft === undefined) return { problem: words.problems.link }
  const { plan } = derive(draft, on)
  if (!isPlan(plan)) return { problem: words.problems.contradiction }
  // A link does not say when it was made.
  const { on: _today, ...visit } = visitOf(plan)
  return { visit }
}

/** Reads an earlier visit: a file of this page, an assessment, a saved answer, or a link of this page. */
export const readVisit = (content: string, on: string, words: Words): ReadVisit => {
  const trimmed = content.trim()
  const [fragment] = /#v1\.[\w-]*$/.exec(trimmed) ?? []
  if (fragment !== undefined && !trimmed.startsWith('{')) return ofLink(fragment, on, words)
  let parsed: unknown
  try {
    parsed = JSON.parse(trimmed)
  } catch {
    return { problem: words.problems.notJson }
  }
  if (!isObject(parsed)) return { problem: words.problems.shape('guideline') }
  const answer = isObject(parsed['answer']) ? parsed['answer'] : parsed
  return ofAssessment(answer, on, words)
}
