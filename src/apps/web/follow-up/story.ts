import { pathway } from '../../../guideline/pathway.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import type { followUpWords } from '../messages/follow-up.ts'
import { clinicianDate } from '../parts/dates.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { patientWay } from '../pathway/patient-way.ts'
import { planChanges } from '../what-if/plan-changes.ts'
import type { Derived } from '../state/derive.ts'
import { factChanges } from './compare-visits.ts'
import { usedWords } from './visit.ts'
import type { Visit } from './visit.ts'

type Words = typeof followUpWords

/** "On 30 mg per day for 21 days, cramps 5 → 4 per week: cramps persist." */
export const storyOf = (before: Visit, now: Visit, words: Words): string => {
  const dose = usedWords('baclofenDose', now.facts['baclofenDose'])
  const days = usedWords('daysAtDose', now.facts['daysAtDose'])
  const persist = now.facts['crampsPersist']?.value
  const parts = [
    ...(dose === undefined || days === undefined ? [] : [words.story(dose, days)]),
    ...(before.crampsPerWeek === undefined || now.crampsPerWeek === undefined
      ? []
      : [words.crampsFromTo(formatNumber(before.crampsPerWeek), formatNumber(now.crampsPerWeek))]),
    persist === true ? words.persist : persist === false ? words.persistNot : words.persistUnknown,
  ]
  const text = parts.join(', ')
  return clinicalText(`${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`)
}

/** Where the way to the dose ends today. */
export const nextStep = (derived: Derived): string => {
  const lane = pathway.lanes[0]
  const last = lane && patientWay(lane, derived.picture).steps.find(({ isLast }) => isLast)
  return last === undefined ? '' : last.step.kind === 'question' ? last.step.asks : last.step.title
}

/** The comparison as plain text, for the record. */
export const comparisonText = (
  [before, now]: readonly [Visit, Visit],
  next: string,
  advised: readonly (readonly [title: string, done: string])[],
  words: Words,
): string => {
  const day = ({ on }: Visit): string => (on === undefined ? words.noDate : clinicianDate(on))
  const facts = factChanges(before, now, words).filter(({ kind }) => kind !== 'same')
  const block = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', title.toUpperCase(), ...lines.map((line) => `- ${line}`)]
  return clinicalText(
    [
      words.copyHead(day(before), day(now)),
      storyOf(before, now, words),
      words.next(next),
      ...block(
        words.facts,
        facts.map(
          ({ label, before: was, now: is }) =>
            `${label}: ${was ?? words.notKnown} -> ${is ?? words.notKnown}`,
        ),
      ),
      ...block(
        words.plan,
        planChanges(before, now).changes.map(({ kind, title }) => `${words.kinds[kind]}: ${title}`),
      ),
      ...block(
        words.advised,
        advised.map(([title, done]) => `${title}: ${words.done} ${done}`),
      ),
    ].join('\n'),
  )
}
