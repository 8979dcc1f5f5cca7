import { describe, expect, test } from 'vitest'
import type { Calendar } from './calendar.ts'
import {
  everyCalendar,
  magnesiumNights,
  monitored,
  tapered,
  titrated,
} from './calendars.test-support.ts'
import { calendarText } from './text.ts'

describe('a calendar that a patient reads with the prescriber', () => {
  test('titration: steps, doses, tablets, what to check, and what not to do', () => {
    expect(calendarText(titrated(5, 10))).toBe(`BACLOFEN: UP STEP BY STEP
Made from the assessment of Wednesday 25 November 2026.

CONFIRM WITH PRESCRIBER before you start. Until then this is only a proposal.
  Confirmed by: ____________________________   Date: ______________________
  Phone for questions: _____________________

NEVER STOP THIS MEDICINE SUDDENLY
  Do not stop baclofen from one day to the next, and do not miss doses. A sudden
  stop can make you very ill.

BEFORE EACH STEP UP
  Check again for side effects: dizziness, sleepiness, weak muscles or trouble
  passing water, or anything else that is new.
  If there are any, do not go up. Stay at the dose that you take now, do not
  stop the medicine, and call the prescriber.

Until Sunday 27 December 2026: 15 mg per day, as now.
Tablets at hand for the steps below: 10 mg tablets, 5 mg tablets, whole or cut
in half.

STEP 1: 20 mg per day
  Monday 28 December 2026 to Sunday 3 January 2027
  Before this step: check for side effects. If there are any, do not go up.
  Morning  10 mg per dose: one 10 mg tablet
  Midday   none
  Bedtime  10 mg per dose: one 10 mg tablet
  Tablets per week: 10 mg tablets: 14.
  [ ] Mon 28 [ ] Tue 29 [ ] Wed 30 [ ] Thu 31 [ ] Fri  1 [ ] Sat  2 [ ] Sun  3

STEP 2: 25 mg per day
  Monday 4 January to Sunday 10 January 2027
  Before this step: check for side effects. If there are any, do not go up.
  Morning  10 mg per dose: one 10 mg tablet
  Midday   none
  Bedtime  15 mg per dose: one 10 mg tablet and one 5 mg tablet
  Tablets per week: 10 mg tablets: 14; 5 mg tablets: 7.
  [ ] Mon  4 [ ] Tue  5 [ ] Wed  6 [ ] Thu  7 [ ] Fri  8 [ ] Sat  9 [ ] Sun 10

STEP 3: 30 mg per day
  From Monday 11 January 2027 on
  Before this step: check for side effects. If there are any, do not go up.
  Measure the eGFR before this step: the last result counts only until Sunday 10
  January 2027.
  Morning  15 mg per dose: one 10 mg tablet and one 5 mg tablet
  Midday   none
  Bedtime  15 mg per dose: one 10 mg tablet and one 5 mg tablet
  Tablets per week: 10 mg tablets: 14; 5 mg tablets: 14.

AFTER THE LAST STEP
  Stay at that dose, and do not go above 30 mg per day. The prescriber decides
  what follows.

GET MEDICAL HELP AT ONCE
  for new confusion, being hard to wake, slow breathing, jerking or a seizure;
  and, after a stop or missed doses, for seeing or hearing things that are not
  there, great unrest, fever or new stiffness.

FOR THE PRESCRIBER
  A clinician has checked.

Basis: increase-baclofen (S08; source).
Guideline muscle-cramps 1.0.0. Not signed off.
`)
  })

  test('taper by a step that no tablets make: nobody may use it yet', () => {
    expect(calendarText(tapered(12))).toBe(`BACLOFEN: DOWN STEP BY STEP
Made from the assessment of Wednesday 25 November 2026.

CONFIRM WITH PRESCRIBER before you start. Until then this is only a proposal.
  Confirmed by: ____________________________   Date: ______________________
  Phone for questions: _____________________

DO NOT USE THIS CALENDAR YET
  Tablets do not make step 1, step 2. Nobody may leave out a step: the
  prescriber changes the plan first.

NEVER STOP THIS MEDICINE SUDDENLY
  Do not stop baclofen from one day to the next, and do not miss doses. A sudden
  stop can make you very ill.

BEFORE EACH STEP DOWN
  If you feel unwell since the last step, do not go down further. Stay at the
  dose that you take now, do not stop the medicine, and call the prescriber.

Until Sunday 13 December 2026: 30 mg per day, as now.
Tablets at hand for the steps below: 10 mg tablets, whole or cut in half.

STEP 1: 18 mg per day
  Monday 14 December to Wednesday 23 December 2026
  Before this step: if you feel unwell, do not go down; call.
  THIS STEP CANNOT BE TAKEN AS IT IS. No whole or half tablets of 10 mg per
  tablet make 18 mg per day. Nothing was rounded. The nearest that they make:
  below, 15 mg per day; above, 20 mg per day.
  The prescriber decides; do not choose a dose yourself.

STEP 2: 6 mg per day
  Thursday 24 December 2026 to Saturday 2 January 2027
  Before this step: if you feel unwell, do not go down; call.
  THIS STEP CANNOT BE TAKEN AS IT IS. No whole or half tablets of 10 mg per
  tablet make 6 mg per day. Nothing was rounded. The nearest that they make:
  below, 5 mg per day; above, 10 mg per day.
  The prescriber decides; do not choose a dose yourself.

STEP 3: NO MORE BACLOFEN
  From Sunday 3 January 2027 on
  Before this step: if you feel unwell, do not go down; call.

GET MEDICAL HELP AT ONCE
  for new confusion, being hard to wake, slow breathing, jerking or a seizure;
  and, after a stop or missed doses, for seeing or hearing things that are not
  there, great unrest, fever or new stiffness.

HOW THIS TAPER WAS SET
  The prescriber chose 12 mg per day less every 10 days. The source gives no
  schedule. Commonly printed elsewhere (outside evidence): 5 to 10 mg per day
  less every 7 days.
  OUTSIDE THAT RANGE: The step of 12 mg per day is larger than 5 to 10 mg per
  day.
  OUTSIDE THAT RANGE: The steps are 10 days apart, later than 7 days.

Basis: increase-baclofen (S08; source).
Guideline muscle-cramps 1.0.0. Not signed off.
`)
  })

  test('magnesium of a tablet that does not make the dose: three figures for each amount', () => {
    expect(calendarText(magnesiumNights('400 mg oxide'))).toBe(`MAGNESIUM OXIDE AT NIGHT
Made from the assessment of Wednesday 25 November 2026.

CONFIRM WITH PRESCRIBER before you start. Until then this is only a proposal.
  Confirmed by: ____________________________   Date: ______________________
  Phone for questions: _____________________

EACH NIGHT, AT BEDTIME
  12 mmol = 484 mg magnesium oxide = 292 mg elemental magnesium per night.
  One tablet (400 mg oxide) is 9.92 mmol = 400 mg magnesium oxide = 241 mg
  elemental magnesium.
  THIS TABLET DOES NOT MAKE THE DOSE. No whole or half tablets of 400 mg oxide
  make 12 mmol. Nothing was rounded. The amount above would be a step of the
  clinician.
  Nearest below: tablets: 1; 9.92 mmol = 400 mg magnesium oxide = 241 mg
  elemental magnesium.
  Nearest above: tablets: 1.5; 14.89 mmol = 600 mg magnesium oxide = 362 mg
  elemental magnesium.
  The prescriber decides.

Monday 28 December 2026 to Wednesday 6 January 2027: 10 nights
  [ ] Mon 28 [ ] Tue 29 [ ] Wed 30 [ ] Thu 31 [ ] Fri  1 [ ] Sat  2 [ ] Sun  3
  [ ] Mon  4 [ ] Tue  5 [ ] Wed  6

Basis: increase-baclofen (S08; source).
Guideline muscle-cramps 1.0.0. Not signed off.
`)
  })

  test('monitoring: each day with its reason', () => {
    expect(calendarText(monitored())).toBe(`BLOOD TESTS: CREATININE, SODIUM, POTASSIUM
Made from the assessment of Wednesday 25 November 2026.

CONFIRM WITH PRESCRIBER before you start. Until then this is only a proposal.
  Confirmed by: ____________________________   Date: ______________________
  Phone for questions: _____________________

Before each change of dose, then every 7 days for 28 days. Each further change
starts this again.

  [ ] Monday 14 December 2026 (baseline, before change 1)
  [ ] Monday 21 December 2026 (7 days after change 1; baseline, before change 2)
  [ ] Monday 28 December 2026 (14 days after change 1; 7 days after change 2)
  [ ] Monday 4 January 2027 (21 days after change 1; 14 days after change 2)
  [ ] Monday 11 January 2027 (28 days after change 1; 21 days after change 2)
  [ ] Monday 18 January 2027 (28 days after change 2)

Basis: increase-baclofen (S08; source).
Guideline muscle-cramps 1.0.0. Not signed off.
`)
  })
})

describe.each(everyCalendar())('the text of a %s', (_name, calendar: Calendar) => {
  const text = calendarText(calendar)

  test('fits 80 columns, in plain ASCII', () => {
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    expect(text).toMatch(/^[\n\x20-\x7e]*$/)
  })

  test('asks the prescriber to confirm it, and says whose word it is', () => {
    expect(text).toContain('CONFIRM WITH PRESCRIBER')
    expect(text).toContain('Not signed off.')
  })

  test('never gives a mass without saying of what, or for how long', () => {
    const sentence = text.replace(/\s+/g, ' ')
    expect(sentence).not.toMatch(/\d mg(?! (?:per|tablets?|magnesium|elemental|oxide))/)
  })

  test('warns never to stop suddenly, when it is about baclofen', () => {
    const baclofen = calendar.kind === 'titration' || calendar.kind === 'taper'
    expect(text.includes('NEVER STOP THIS MEDICINE SUDDENLY')).toBe(baclofen)
  })
})

test('before each step up the side effects are checked, and when there are any only the raising ends', () => {
  const sentence = calendarText(titrated(5, 10)).replace(/\s+/g, ' ')
  expect(sentence.match(/Before this step: check for side effects\./g)).toHaveLength(3)
  expect(sentence).toContain(
    'If there are any, do not go up. Stay at the dose that you take now, do not stop the medicine, and call the prescriber.',
  )
})

test('a calendar with a step that cannot be taken has no boxes to tick', () => {
  expect(calendarText(tapered(12))).not.toContain('[ ]')
  expect(calendarText(tapered(10))).toContain('[ ]')
})
