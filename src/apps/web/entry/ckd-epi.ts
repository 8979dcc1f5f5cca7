/** Which of the two equations is meant. */
export type Sex = 'female' | 'male'

/** Units in which creatinine is reported, each with its factor to mg/dL. */
export const creatinineUnits = { 'mg/dL': 1, 'umol/L': 1 / 88.4 } as const

/** A unit of creatinine. */
export type CreatinineUnit = keyof typeof creatinineUnits

/** Outside this range, in mg/dL, a creatinine is a slip of the key or of the unit. */
export const possibleCreatinine = [0.1, 25] as const

const terms = {
  female: { kappa: 0.7, alpha: -0.241, times: 1.012 },
  male: { kappa: 0.9, alpha: -0.302, times: 1 },
} as const

/**
 * eGFR in mL/min/1.73 m² by the CKD-EPI equation of 2021 (Inker and others, New England Journal of
 * Medicine 2021; 385:1737), from creatinine in mg/dL and age in years. With one decimal and not
 * rounded to a whole number: at 29.6 the kidneys are below 30 (R03). Adults only.
 */
export const ckdEpi2021 = (creatinine: number, age: number, sex: Sex): number => {
  const { kappa, alpha, times } = terms[sex]
  const ratio = creatinine / kappa
  const value =
    142 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.2 * 0.9938 ** age * times
  return Math.round(value * 10) / 10
}
