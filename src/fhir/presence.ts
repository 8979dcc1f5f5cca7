import type { Given } from '../logic/given.ts'
import type { PresenceRule, RecordRules } from '../logic/record-rules.ts'
import type { Truth } from '../logic/truth.ts'
import type { Found, ListName } from './code-index.ts'
import type { Moment } from './day.ts'
import type { Placed } from './flatten.ts'
import { objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'

/** What one entry says of a fact. */
export interface Said {
  readonly fact: string
  readonly given: Given
}

const codeOf = (concept: unknown): string | undefined => {
  for (const coding of objectsOf(objectOf(concept)?.['coding'])) {
    const code = textOf(coding['code'])
    if (code !== undefined) return code
  }
  return undefined
}

/** How far an entry of the problem or allergy list says that it is so now. */
export const standing = (resource: Json): Truth => {
  const verified = codeOf(resource['verificationStatus'])
  if (verified === 'entered-in-error' || verified === 'refuted') return 'false'
  const clinical = codeOf(resource['clinicalStatus'])
  if (clinical === 'inactive' || clinical === 'remission' || clinical === 'resolved') return 'false'
  if (clinical === undefined && hasEnded(resource)) return 'false'
  return verified === 'unconfirmed' || verified === 'provisional' || verified === 'differential'
    ? 'unknown'
    : 'true'
}

const hasEnded = (resource: Json): boolean =>
  Object.keys(resource).some((name) => name.startsWith('abatement'))

/** How far a procedure counts as still going on. */
export const procedureStanding = (
  resource: Json,
  done: Moment | undefined,
  on: Moment,
  countsForDays: number,
): Truth => {
  const status = resource['status']
  if (status === 'in-progress' || status === 'on-hold') return 'true'
  if (status !== 'completed') return 'false'
  if (done === undefined) return 'unknown'
  return done.day <= on.day && on.day - done.day <= countsForDays ? 'true' : 'false'
}

/** What the codes of an entry say, each rule once; an entry without a code of ours may be named in words. */
export const saidBy = (
  list: ListName,
  rules: readonly PresenceRule[],
  codes: readonly Found[],
  names: string,
  { at }: Placed,
  stands: Truth,
  moment: Moment | undefined,
): readonly Said[] => {
  if (stands === 'false') return []
  const said: Said[] = []
  const say = (rule: PresenceRule, is: Truth, note: string | undefined): void => {
    said.push({
      fact: rule.fact,
      given: {
        finding: stands === 'unknown' ? 'unknown' : is,
        from: at,
        ...(moment === undefined ? {} : { date: moment.date }),
        ...(note === undefined ? {} : { note }),
      },
    })
  }
  const met = new Set<PresenceRule>()
  for (const { meaning, display } of codes) {
    if (meaning.is !== list || met.has(meaning.rule)) continue
    const { rule } = meaning
    met.add(rule)
    const doubtful =
      rule.saidAs !== undefined &&
      display !== undefined &&
      !rule.saidAs.some((word) => display.toLowerCase().includes(word))
    if (doubtful)
      say(rule, 'unknown', `its code means ${meaning.code.means}, its words say "${display}"`)
    else say(rule, rule.is, rule.is === 'unknown' ? meaning.code.means : undefined)
  }
  for (const rule of rules) {
    if (met.has(rule) || rule.names === undefined) continue
    const name = rule.names.find((one) => names.includes(one))
    if (name !== undefined) say(rule, 'unknown', 'named in words only: its code is not known here')
  }
  return said
}

const weight: Readonly<Record<string, number>> = { true: 2, unknown: 1, false: 0 }

/** Puts together what several entries say: what is so goes before what must be asked. */
export const strongest = (said: readonly Said[]): Readonly<Record<string, Given>> => {
  const best: Record<string, Given> = {}
  for (const { fact, given } of said) {
    const other = best[fact]
    if (
      other === undefined ||
      (weight[String(given.finding)] ?? 0) > (weight[String(other.finding)] ?? 0)
    ) {
      best[fact] = given
    }
  }
  return best
}

/** The rules whose set of codes is complete enough that a supplied list without any of them makes the fact false. */
export const reliable = (rules: RecordRules, list: ListName): readonly PresenceRule[] => {
  const of = {
    problem: rules.problems,
    medicine: rules.medicines,
    allergy: rules.allergies,
    procedure: rules.procedures,
  }[list]
  return of.filter(({ complete }) => complete)
}
