import { describe, expect, test } from 'vitest'
import { fold } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import { statements } from './index.ts'

/** What stops the pathway. */
const halts = 'suspected-neurotoxicity suspected-withdrawal critical-hypokalemia red-flags'

/** What forbids an increase. */
const blocks = [
  'avoid-baclofen-severe-renal no-increase-acute-kidney-injury no-increase-encephalopathy',
  'no-increase-moderate-renal no-increase-side-effects taper-baclofen',
  halts,
].join(' ')

/** Each statement: its kind, what it carries out, what it rests on from outside, and what defeats it. */
const table = `
suspected-neurotoxicity         | emergency        | S15 R09 R27                      | el-husseini-2011 toxicity-or-withdrawal |
suspected-withdrawal            | emergency        | S39 R27                          | baclofen-label toxicity-or-withdrawal |
critical-hypokalemia            | emergency        | R14 R27                          | hypokalemia-bands |
red-flags                       | urgent           | R27                              | red-flags |
outside-guideline               | scope            | S01 S02 R07 R24                  |  |
avoid-baclofen-severe-renal     | contraindication | S11 S13 S14 S15 R01 R03          | cheong-2020 |
no-increase-acute-kidney-injury | precaution       |                                  | acute-kidney-injury |
no-increase-encephalopathy      | precaution       |                                  | encephalopathy-trial |
no-increase-moderate-renal      | precaution       | S11 S12 R02 R03                  | beers-2023 muanda-2019 |
reduce-baclofen-moderate-renal  | recommendation   | S12 R02                          | half-dose-teaching-case vlavonou-2014 muanda-2019 | outside-guideline taper-baclofen halts
check-renal-function            | recommendation   | S11 R04                          |  |
check-dose-adequacy             | information      | S06 S07                          |  | avoid-baclofen-severe-renal no-increase-moderate-renal
no-increase-side-effects        | precaution       | S09 R08                          |  |
increase-baclofen               | recommendation   | S03 S06 S07 S08 S09 S48 R06      |  | blocks
increase-baclofen-older-adult   | recommendation   | S40 R05 R06                      |  | blocks
review-before-exceeding-15-mg   | consider         | S40 S41 R05 R06                  |  | blocks
wait-before-next-increase       | information      | S08 R06                          |  | blocks
baclofen-at-ceiling             | information      | S09 S27                          |  | avoid-baclofen-severe-renal reduce-baclofen-moderate-renal taper-baclofen halts
monitor-side-effects            | monitoring       | S10                              | baclofen-label |
monitor-older-adult             | monitoring       | S41                              |  |
older-adult-starting-dose       | information      | S40                              |  | avoid-baclofen-severe-renal halts
never-stop-abruptly             | precaution       | S38 S39                          | baclofen-label |
taper-baclofen                  | recommendation   | S38 S39 R01 R10                  | taper-practice baclofen-label baclofen-uk |
tolerance                       | information      | S42                              |  |
sedative-interaction            | precaution       |                                  | baclofen-label beers-2023 benzodiazepine-warnings |
seizure-caution                 | precaution       |                                  | baclofen-uk baclofen-label |
ask-about-diuretic              | information      |                                  | diuretics-garrison |
stretch-and-massage             | recommendation   | S04 S16 S49 R11                  |  | red-flags
apply-ice                       | recommendation   | S04 S17 S49 R11                  |  | red-flags
rest-and-avoid-triggers         | recommendation   | S18                              |  |
check-potassium-and-magnesium   | recommendation   | S05 S19 S20 S50 R12              |  |
correct-hypokalemia             | recommendation   | S05 S19 S20 S50 R13 R14          | hypokalemia-bands |
correct-hypomagnesemia          | recommendation   | S05 S19 S20 S50 R13 R14          | magnesium-bands severe-hypomagnesemia |
magnesium-oxide-at-night        | recommendation   | S21 S22 S23 R15 R16 R17          | magnesium-uk | correct-depletion-first magnesium-renal-caution
correct-depletion-first         | recommendation   | S24 S25 R18                      |  |
magnesium-renal-caution         | precaution       | S26 R17                          | acute-kidney-injury |
consider-albumin                | consider         | S27 S28 S29 S30 S51 R19 R20      | albumin-label | albumin-contraindicated
albumin-contraindicated         | contraindication |                                  | albumin-label |
consider-orphenadrine           | consider         | S27 S28 S31 R20                  | orphenadrine-label | orphenadrine-contraindicated muscle-relaxant-older-adult no-increase-encephalopathy avoid-baclofen-severe-renal
orphenadrine-contraindicated    | contraindication |                                  | orphenadrine-label |
monitor-first-month             | monitoring       | S32 R25                          |  |
consider-methocarbamol          | consider         | S27 S33 S34 S35 S52 R20 R21      | methocarbamol-label | muscle-relaxant-older-adult methocarbamol-contraindicated no-increase-encephalopathy avoid-baclofen-severe-renal
methocarbamol-contraindicated   | contraindication |                                  | methocarbamol-label |
muscle-relaxant-older-adult     | precaution       |                                  | beers-2023 |
consider-benzodiazepine-trial   | consider         | S27 S33 S36 R20 R22              |  | benzodiazepine-risk avoid-baclofen-severe-renal
benzodiazepine-risk             | precaution       | S37                              | benzodiazepine-warnings beers-2023 |
avoid-cyclobenzaprine           | contraindication | S43 S44 S45                      | beers-2023 |
avoid-quinidine                 | contraindication | S46 S47                          | quinidine-label |
refer-to-specialist             | recommendation   | S53 R23                          |  |
refer-no-option-left            | recommendation   | S53 R23                          |  | consider-albumin consider-orphenadrine consider-methocarbamol consider-benzodiazepine-trial refer-to-specialist
`

/** What each statement does, without its words: its terms, and when a sentence is added. */
const actions = `
suspected-neurotoxicity         | emergency
suspected-withdrawal            | emergency
critical-hypokalemia            | emergency
red-flags                       | review
outside-guideline               | inform | also when baclofenDose > 30 | also when (baclofenDose > 30 and not eGfr <= 60 and not onDialysis)
avoid-baclofen-severe-renal     | avoid | what baclofen | also when (takesBaclofen or intrathecalBaclofen)
no-increase-acute-kidney-injury | avoid | what an increase of baclofen
no-increase-encephalopathy      | avoid | what an increase of baclofen
no-increase-moderate-renal      | avoid | what an automatic increase of baclofen | also when baclofenDose > 30 | also when (age >= 65 and eGfr < 60)
reduce-baclofen-moderate-renal  | reduce | to 15 mg/d
check-renal-function            | measure | what creatinine, eGFR
check-dose-adequacy             | inform
no-increase-side-effects        | review | also when not (stoppingBaclofen or eGfr <= 60 or onDialysis or neurotoxicitySigns or withdrawalSigns)
increase-baclofen               | titrate | step 10 mg/d | everyDays 7 | ceiling 30 mg/d
increase-baclofen-older-adult   | titrate | step 5 mg/d | everyDays 7 | ceiling 15 mg/d
review-before-exceeding-15-mg   | titrate | step 5 mg/d | everyDays 7 | ceiling 30 mg/d | afterReview weakness, urinary function, cognition, sedation
wait-before-next-increase       | wait | days 7 | also when (age >= 65 and baclofenDose >= 15)
baclofen-at-ceiling             | inform
monitor-side-effects            | monitor | what dizziness, somnolence, cognitive impairment, muscle weakness
monitor-older-adult             | monitor | what weakness, urinary function, cognition, sedation
older-adult-starting-dose       | inform
never-stop-abruptly             | avoid | what a sudden stop of baclofen
taper-baclofen                  | taper | commonStep 5 mg/d, 10 mg/d | commonEveryDays 7 | notWhile (withdrawalSigns or neurotoxicitySigns) | also when (withdrawalSigns or neurotoxicitySigns) | also when epilepsy
tolerance                       | inform
sedative-interaction            | review
seizure-caution                 | review
ask-about-diuretic              | inform
stretch-and-massage             | self-care
apply-ice                       | self-care
rest-and-avoid-triggers         | self-care
check-potassium-and-magnesium   | measure | what potassium, magnesium
correct-hypokalemia             | correct | what potassium | also when potassium < 3
correct-hypomagnesemia          | correct | what magnesium | also when (eGfr <= 60 or onDialysis or acuteKidneyInjury) | also when waterAndSodiumDepletion | also when magnesium < 0.5
magnesium-oxide-at-night        | supplement | substance magnesium oxide | mmolPerDay 12 | mmolPerDayAtMost 24 | at bedtime
correct-depletion-first         | correct | what water and sodium depletion | also when (cirrhosis or fluidOverload)
magnesium-renal-caution         | avoid | what magnesium without a clinician’s decision | also when ((eGfr < 30 or onDialysis) or acuteKidneyInjury) | also when ((eGfr >= 30 and eGfr <= 60) and not onDialysis and not acuteKidneyInjury)
consider-albumin                | consider | what human albumin | perWeek 20 40 g | also when (eGfr < 30 or onDialysis)
albumin-contraindicated         | avoid | what albumin
consider-orphenadrine           | consider | what orphenadrine
orphenadrine-contraindicated    | avoid | what orphenadrine | also when takesOrphenadrine
monitor-first-month             | monitor | what creatinine, sodium, potassium | schedule 7 28
consider-methocarbamol          | consider | what methocarbamol | reviewAfterDays 14
methocarbamol-contraindicated   | avoid | what methocarbamol | also when takesMethocarbamol
muscle-relaxant-older-adult     | avoid | what methocarbamol, orphenadrine and cyclobenzaprine
consider-benzodiazepine-trial   | consider | what a benzodiazepine, short trial
benzodiazepine-risk             | avoid | what benzodiazepines | also when takesBenzodiazepine
avoid-cyclobenzaprine           | avoid | what cyclobenzaprine | also when takesCyclobenzaprine | also when (takesCyclobenzaprine and age >= 65)
avoid-quinidine                 | avoid | what quinidine | also when takesQuinidine
refer-to-specialist             | refer | to hepatology cirrhosis, neurology
refer-no-option-left            | refer | to hepatology cirrhosis, neurology
`

const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

const line = (condition: Condition): string =>
  fold<string>(condition, {
    is: ({ id }) => id,
    compare: ({ id }, by, { value }) => `${id} ${by} ${String(value)}`,
    known: ({ id }) => `${id} known`,
    all: (of) => `(${of.join(' and ')})`,
    any: (of) => `(${of.join(' or ')})`,
    not: (of) => `not ${of}`,
  })

/** A term as it stands in the table. */
const termOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(termOf).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  if ('op' in value) return line(value as Condition)
  return Object.values(value).map(termOf).join(' ')
}

const byId = new Map(statements.map((statement) => [statement.id, statement]))

test('the statements stand in the order of the pathway, none missing and none more', () => {
  expect(statements.map(({ id }) => id)).toEqual(rowsOf(table).map(([id]) => id))
  expect(rowsOf(actions).map(([id]) => id)).toEqual(rowsOf(table).map(([id]) => id))
})

describe('each statement carries out, rests on and yields to', () => {
  test.each(rowsOf(table))('%s: %s, %s', (id = '', kind, numbers, outside, defeats = '') => {
    const statement = byId.get(id)
    expect(statement?.kind).toBe(kind)
    expect(statement?.implements.join(' ')).toBe(numbers)
    expect(statement?.outside.join(' ')).toBe(outside)
    const expected = defeats.replace('halts', halts).replace('blocks', blocks)
    expect((statement?.unless ?? []).map((defeat) => defeat.id).join(' ')).toBe(expected)
  })
})

test.each(statements)('$id cites each work once, in order', ({ references }) => {
  expect(references).toEqual([...new Set(references)].sort((one, other) => one - other))
})

describe('each statement does', () => {
  test.each(rowsOf(actions))('%s: %s', (id = '', ...terms) => {
    const { words: _words, also = [], ...action } = byId.get(id)?.action ?? { words: '' }
    const shown = Object.entries(action).map(([name, value]) =>
      name === 'kind' ? termOf(value) : `${name} ${termOf(value)}`,
    )
    const added = also.map(({ when }) => `also when ${line(when)}`)
    expect([...shown, ...added]).toEqual(terms)
  })
})

describe('words', () => {
  const leaves = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(leaves)
        : []

  test.each(statements)('$id has words wherever a reader looks for them', (statement) => {
    const { title, says, action } = statement
    expect(leaves([title, says, action]).filter((words) => words.trim() === '')).toEqual([])
    expect(new Set(leaves([title, says, action.words])).size).toBeGreaterThanOrEqual(2)
  })
})
