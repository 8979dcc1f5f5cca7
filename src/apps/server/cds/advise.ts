import { recordRules } from '../../../guideline/codes/index.ts'
import type { Problem } from '../../../logic/given.ts'
import { readingMemory } from '../../../fhir/memory.ts'
import { refuses } from '../../../logic/given.ts'
import type { Card } from '../../../outputs/cards.ts'
import type { AppParts, IssuedCard } from '../parts.ts'
import type { Refused } from '../refusal.ts'
import { cardsOf } from './cards.ts'
import { changeOf } from './change.ts'
import { orderedCodes, readDrafts } from './drafts.ts'
import type { Draft } from './drafts.ts'
import type { Gathered } from './gather.ts'
import type { Line } from './line.ts'
import { medicineLines } from './medicine-lines.ts'
import { noticeCard } from './notice.ts'
import { changeLines } from './order-lines.ts'
import { evaluatePerson, readPerson, recordOf } from './person.ts'
import type { Day, PersonRecord, ReadPerson } from './person.ts'
import type { HookRequest } from './request.ts'
import type { HookName } from './services.ts'
import { activeOrders, readSigned } from './signed.ts'
import { ofSteadyUse, stateLines } from './state-lines.ts'

/** The cards of a call, or why there are none. */
export type Advice =
  | { readonly cards: readonly Card[]; readonly issued: readonly IssuedCard[] }
  | { readonly refused: Refused }

const silence: Advice = { cards: [], issued: [] }

/** Advises on a call from everything that is known of it. */
export const advise = (
  request: HookRequest,
  gathered: Gathered,
  { config }: AppParts,
  on: string,
): Advice => {
  const day: Day = { on, policy: config.policy }
  const known = recordOf(gathered, request.patientId)
  // With orders at hand it is read more than once.
  const record = request.orders.length === 0 ? known : { ...known, memory: readingMemory() }
  const read = readPerson(record, day)
  const another = read.problems.find(({ kind }) => kind === 'several-patients')
  if (another !== undefined || isAnother(gathered, request.patientId)) return ofAnother
  const orders = readDrafts(request, day, record.memory)
  if ('refused' in orders) return orders
  const { drafts, unnamedOnly } = orders
  if (unnamedOnly && request.service.hook === 'order-select') return silence
  if (!concerns(read, drafts)) {
    return listFailed(record) ? noticeCard('list', request, config, on) : silence
  }
  const refusing = read.problems.filter(refuses)
  if (refusing.length > 0) return noticeCard(noticeOf(refusing), request, config, on)
  return decide(request, record, read, drafts, day, config)
}

/** Baclofen is taken, or may be by what the record names. */
const takes = ({ given, named }: ReadPerson): boolean =>
  named && given[recordRules.drug.takes]?.finding !== 'false'

/** Whether there is anybody to advise: who takes baclofen, is being ordered it, or has cramps. */
const concerns = (read: ReadPerson, drafts: readonly Draft[]): boolean =>
  takes(read) ||
  read.given['crampsPersist']?.finding === 'true' ||
  drafts.some(({ baclofen }) => baclofen)

/** A list that could not be read is not a list without baclofen. Null is: the client holds none. */
const listFailed = ({ notWhole }: PersonRecord): boolean =>
  notWhole.medicine !== undefined && !notWhole.medicine.startsWith('the client has no data')

const noticeOf = (problems: readonly Problem[]): 'died' | 'contradiction' =>
  problems.some(({ kind }) => kind === 'contradiction') ? 'died' : 'contradiction'

const isAnother = (gathered: Gathered, patientId: string): boolean =>
  (gathered.get('patient')?.resources ?? []).some(({ id }) => id !== undefined && id !== patientId)

const ofAnother: Advice = {
  refused: {
    status: 400,
    code: 'business-rule',
    message:
      'The data is not that of the patient of the context, or of more than one person, or holds versions of one that contradict each other.',
    remedy: 'Send the data of context.patientId only, and of the Patient the version that counts.',
  },
}

const decide = (
  request: HookRequest,
  record: PersonRecord,
  read: ReadPerson,
  drafts: readonly Draft[],
  day: Day,
  config: AppParts['config'],
): Advice => {
  const before = evaluatePerson(read, day)
  if ('refused' in before) return noticeCard('contradiction', request, config, day.on)
  const signed = drafts.length === 0 ? undefined : readSigned(request, record, drafts, day)
  const after = signed === undefined ? before : evaluatePerson(signed.read, day)
  if ('refused' in after) return noticeCard('contradiction', request, config, day.on)
  const ends = drafts.some(({ baclofen, ends: does }) => baclofen && does)
  const stops = ends && takes(read) && signed !== undefined && !takes(signed.read)
  // Whoever is to stop is at risk as the one who takes it.
  const person = stops ? before : after
  const taking = stops || takes(signed?.read ?? read)
  const change = changeOf(before, after, takes(read), drafts, signed?.beside ?? false)
  const changes = change === undefined ? [] : changeLines(change, before, after)
  const lines: readonly Line[] = [
    ...(stops ? stopLines : []),
    ...changes,
    ...medicineLines(person, drafts),
    ...stateLines(person, taking, stops || change?.starts === true ? ofSteadyUse : undefined),
  ].filter(tellsAt(request.service.hook))
  return cardsOf({
    service: request.service.id,
    config,
    lines,
    ground: {
      whom: request,
      before,
      person,
      drafts,
      present: () => signed?.present ?? activeOrders(record, request.patientId, day),
      stops,
      beside: signed?.beside ?? false,
      tooMuch: changes.some(({ indicator }) => indicator !== 'info'),
      mayRemove: request.service.hook !== 'medication-refill',
      ordered: orderedCodes(request),
    },
  })
}

/** While orders are at hand, only what interrupts is told of the cramps and electrolytes. */
const tellsAt =
  (hook: HookName) =>
  ({ topic, indicator }: Line): boolean =>
    hook === 'patient-view' ||
    indicator !== 'info' ||
    (topic !== 'cramps' && topic !== 'electrolytes')

const stopLines: readonly Line[] = [
  {
    topic: 'baclofen',
    statement: 'never-stop-abruptly',
    indicator: 'warning',
    head: 'This order ends baclofen: it is never stopped suddenly; withdraw it gradually',
    words:
      'After this order nothing of baclofen is left. A gradual withdrawal is planned by the prescriber, who sets step and interval.',
  },
]
