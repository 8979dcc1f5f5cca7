/** How a question that the source leaves open is read, and why. */
export interface Reading {
  readonly question: string
  readonly reading: string
  readonly because: string
}

/** Our readings, R01 to R27. No clinician has signed them off. */
export const readings = {
  R01: {
    question: 'The kidneys say "avoid" (S13, S14), the nerves say "never suddenly" (S38). Which?',
    reading:
      'Both: do not start, raise or keep baclofen; a prescriber urgently plans a supervised gradual withdrawal. The person is never told to stop.',
    because: 'Each sentence stays true only so.',
  },
  R02: {
    question: 'How much lower is the dose at an eGFR of 30 to 60 (S12), and does titration know?',
    reading:
      'Kidneys are asked before the dose is raised. At 30 to 60 nothing is raised automatically; above 15 mg/day a prescriber reviews a gradual reduction to 15 mg/day or less.',
    because:
      'The source names no amount; 15 mg/day, half of 30, is outside evidence and labelled so.',
  },
  R03: {
    question: 'Do 30 and 60 belong to the middle band?',
    reading:
      'Yes: under 30 severe, 30 to 60 with both ends moderate, above 60 no renal rule. Values are not rounded. Dialysis outweighs any eGFR.',
    because: 'It is the literal reading and the safer one.',
  },
  R04: {
    question: 'What of an eGFR that is missing or old?',
    reading:
      'No increase until it is known. eGFR, potassium and magnesium older than 90 days count as not known.',
    because: 'No rule matters more than the renal one.',
  },
  R05: {
    question: 'What does "at first" (S40) mean for someone from 65 on who is already treated?',
    reading:
      'Steps of 5 mg/day, a week apart, to 15 mg/day; from there to 30 a clinician decides after the checks of S41. Nobody who is well above 15 is cut.',
    because: 'S40 speaks of the beginning.',
  },
  R06: {
    question: 'How big is the last step, and what is a week?',
    reading:
      'The next dose is the present one and a step, or the ceiling if that is lower. Seven whole days must have passed; when the days are not known, nothing is confirmed.',
    because: 'S08 and S09 together.',
  },
  R07: {
    question: 'What of doses above 30 mg/day?',
    reading:
      'They are outside this guideline and may serve spasticity: no titration and no advice to cut, but a review.',
    because: 'S09 ends at 30.',
  },
  R08: {
    question: 'Side effects end the raising (S09). And then?',
    reading:
      'Stay at the dose and have the prescriber review it, usually one step back. The words "stop" and "hold" are not used.',
    because: 'S38 forbids a sudden stop.',
  },
  R09: {
    question: 'And signs that the nervous system is poisoned?',
    reading: 'An emergency, whatever else is true.',
    because: 'S15.',
  },
  R10: {
    question: 'How long is "for long" (S38), and what schedule is "slowly" (S39)?',
    reading:
      'Any regular use is tapered. The prescriber sets step and interval; 5 to 10 mg/day each week is commonly printed elsewhere and shown as that.',
    because: 'The source gives no schedule, and the product says so.',
  },
  R11: {
    question: 'Do physical measures wait for the dose (S04, S49) or come first (S16)?',
    reading: 'They are offered at once.',
    because: 'They do no harm.',
  },
  R12: {
    question: 'Do electrolytes wait their turn as the third step?',
    reading: 'No: they are measured at once, and put right before baclofen is called a failure.',
    because: 'S05, S19.',
  },
  R13: {
    question: 'What is low?',
    reading:
      "Below the laboratory's own lower limit when the result carries one, else potassium below 3.5 and magnesium below 0.70 mmol/L. Potassium below 3.0 and magnesium below 0.50 are low whatever the limit says. Without a result nothing is documented.",
    because: 'The source gives no figure; a limit belongs to its result.',
  },
  R14: {
    question: 'How is low potassium corrected?',
    reading:
      'The product says that it must be corrected, and gives no dose. Below 3.0 mmol/L is urgent, below 2.5 an emergency that halts the pathway; magnesium below 0.50 is urgent.',
    because: 'The source names neither drug nor dose; the bands are outside evidence.',
  },
  R15: {
    question: 'Milligrams of what (S22)?',
    reading:
      'Of the oxide: 12 mmol are 484 mg of magnesium oxide and 292 mg of magnesium; 24 mmol are 967 and 583 mg. All is computed in mmol, all three are printed, and milligrams that do not say of what are refused.',
    because: 'Confusing them overdoses by about 65 %.',
  },
  R16: {
    question: '12 mmol or 24?',
    reading: '12 at night to begin with; more, up to 24, is for a clinician.',
    because: 'S22, S23.',
  },
  R17: {
    question: 'Which kidneys are too weak for magnesium (S26)?',
    reading:
      'An eGFR of 60 or less, dialysis, acute injury, or not known: nothing is suggested automatically. At 30 to 60 a clinician may give 12 mmol at most; under 30, in dialysis or acute injury never.',
    because: 'S26 asks for the greatest care and gives no number.',
  },
  R18: {
    question: 'For whom is water and sodium put right first (S24)?',
    reading:
      'For those who lack both magnesium and them; magnesium waits. Where it was not assessed, it is asked.',
    because: 'S24.',
  },
  R19: {
    question: 'Albumin: liver disease (S28) or cirrhosis (S30)? Added (S29) or considered (S51)?',
    reading:
      'Considered, in confirmed cirrhosis only, by a specialist where infusions can be given.',
    because: 'That is where it was studied.',
  },
  R20: {
    question: 'Some can never reach the 30 mg/day of S27. Is the second line closed to them?',
    reading:
      'The gate is a week at the highest dose the person may have, or a reason not to go up; with physical measures tried and potassium and magnesium not low. What is not known leaves it undecided; an emergency or a red flag closes it.',
    because: 'Otherwise they would be left with nothing.',
  },
  R21: {
    question: 'Methocarbamol for "all others" (S34) or for all whose cramps persist (S52)?',
    reading:
      'Without liver disease after the gate; with liver disease only once albumin or orphenadrine is in use. For a short time, with a review at 14 days, and with the caution of S35.',
    because: 'Both sentences hold so.',
  },
  R22: {
    question: 'When is a benzodiazepine tried (S36)?',
    reading:
      'When anxiety, spasm and pain are all present and there is no liver disease; short, with no drug or dose named.',
    because: 'It stands in the branch of S33.',
  },
  R23: {
    question: 'What is "the combination fails" (S53)?',
    reading:
      'Cramps persist, the gate is open, and a second-line treatment is in use or was tried, or none is open to this person.',
    because: 'S53.',
  },
  R24: {
    question: 'Who is outside?',
    reading:
      'Under 18, pregnancy, intrathecal baclofen, no baclofen by mouth, more than 30 mg/day, allergy to baclofen. They hear so and get no titration advice; what keeps them safe still speaks.',
    because: 'S02.',
  },
  R25: {
    question: 'The first month of which treatment, and how often (S32)?',
    reading:
      'In liver disease, the month after each change of baclofen and each start of albumin or orphenadrine: once before, then weekly. Weekly is outside evidence.',
    because: 'S32 stands among the second-line drugs.',
  },
  R26: {
    question: 'How is a result such as ">60" or "<15" read?',
    reading:
      'As a bound: what every value within it agrees on is decided, the rest is not. ">60" is above 60; ">=60" need not be.',
    because: 'Laboratories report eGFR so.',
  },
  R27: {
    question: 'And when an emergency and a step up are true at once?',
    reading:
      'Emergencies and red flags halt the pathway: nothing is raised and no second-line drug is offered.',
    because: 'Safety first.',
  },
} as const satisfies Record<string, Reading>

/** The number of a reading. */
export type ReadingNumber = keyof typeof readings
