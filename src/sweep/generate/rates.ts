/** How often a situation of the guideline stands in what is generated. */
export interface Rate {
  /** Of whom: everyone, or those to whom it can apply. */
  readonly of: string
  readonly rate: number
}

const everyone = (rate: number): Rate => ({ of: 'everyone', rate })
const takers = (rate: number): Rate => ({ of: 'those who take it by mouth', rate })
const measured = (rate: number): Rate => ({ of: 'those with a current result', rate })

/** The situations of the guideline and their rates; what is drawn for one person is independent. */
export const rates = {
  'aged 65 or over': everyone(0.42),
  'aged below 18': everyone(0.02),
  'died (not to be assessed)': everyone(0.005),
  'takes baclofen by mouth': everyone(0.64),
  'baclofen stopped, no active order': everyone(0.05),
  'baclofen for a pump': everyone(0.01),
  'baclofen above 30 mg/day': takers(0.06),
  'dose changed in the last 7 days': takers(0.12),
  'two active orders of baclofen': takers(0.05),
  'baclofen in a statement, not an order': takers(0.06),
  'baclofen as needed': takers(0.03),
  'baclofen without a dose': takers(0.05),
  'an order of baclofen for 30 days, not renewed': takers(0.08),
  'an older, completed order of baclofen': takers(0.35),
  'eGFR never measured': everyone(0.1),
  'eGFR older than 90 days': everyone(0.15),
  'eGFR below 30': measured(0.06),
  'eGFR 30 to 60': measured(0.2),
  'eGFR reported as ">60" or ">90"': measured(0.1),
  'potassium not measured or old': everyone(0.25),
  'potassium low (3.0 to 3.4 mmol/L)': measured(0.08),
  'potassium urgent (2.5 to 2.9 mmol/L)': measured(0.012),
  'potassium critical (below 2.5 mmol/L)': measured(0.004),
  'magnesium not measured or old': everyone(0.4),
  'magnesium low (0.50 to 0.69 mmol/L)': measured(0.1),
  'magnesium urgent (below 0.50 mmol/L)': measured(0.01),
  'muscle cramps on the problem list': everyone(0.55),
  cirrhosis: everyone(0.05),
  'another liver disease': everyone(0.04),
  'dialysis on the problem list': everyone(0.015),
  'dialysis as a procedure': everyone(0.015),
  'acute kidney injury': everyone(0.01),
  'kidney disease stage 4 or 5 as a diagnosis': everyone(0.02),
  'each other diagnosis that the guideline reads': everyone(0.02),
  cyclobenzaprine: everyone(0.03),
  quinidine: everyone(0.005),
  'a diuretic': everyone(0.15),
  'each other medicine that the guideline reads': everyone(0.025),
} as const satisfies Readonly<Record<string, Rate>>

/** The name of a situation. */
export type Situation = keyof typeof rates

/** The rate of a situation. */
export const rateOf = (situation: Situation): number => rates[situation].rate
