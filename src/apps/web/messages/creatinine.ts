/** What the creatinine calculator says of itself, in English. */
export const creatinineWords = {
  creatinine: 'Creatinine',
  spoken: { 'mg/dL': 'milligrams per deciliter', 'umol/L': 'micromoles per liter' },
  unit: 'Unit of creatinine',
  units: { 'mg/dL': 'mg/dL', 'umol/L': 'micromol/L' },
  same: (value: string, unit: string) => `= ${value} ${unit}`,
  sex: 'Sex',
  sexes: { female: 'Female', male: 'Male' },
  ageFirst: 'Enter an age of 18 or more first: the estimate needs it.',
  notNumber: 'Write the creatinine in digits, such as 0.9.',
  impossible: (least: string, most: string, unit: string) =>
    `A creatinine lies between ${least} and ${most} ${unit}: check the number and its unit.`,
  estimated: (value: string) => `Estimated eGFR: ${value} mL/min/1.73 m²`,
  how: 'by CKD-EPI 2021, from creatinine, age and sex; not a measured value. Not for acute kidney injury, where creatinine still changes.',
  accept: (value: string) => `Use ${value} as the eGFR`,
  note: (creatinine: string, sex: string) =>
    `Estimated by CKD-EPI 2021 from creatinine ${creatinine}, ${sex}`,
}
