/** One assertion of the source, in our own words, with the numbers of the citations it gives. */
export interface SourceStatement {
  readonly section: string
  readonly says: string
  readonly cites: readonly number[]
}

const from =
  (section: string) =>
  (says: string, ...cites: readonly number[]): SourceStatement => ({ section, says, cites })

const title = from('Title')
const overview = from('Overview')
const dose = from('Optimize the dose')
const kidney = from('Kidney function')
const physical = from('Physical measures')
const electrolytes = from('Electrolytes')
const secondLine = from('Second line')
const safety = from('Safety of baclofen')
const avoid = from('What to avoid')
const pathway = from('Pathway')

/** Every assertion of the source, S01 to S53. The source itself is not carried. */
export const source = {
  S01: title('The subject is muscle cramps that persist although baclofen is taken.', 1, 2),
  S02: overview('It is for people with cramps who already take baclofen.', 1, 2),
  S03: overview('The dose comes first: 10 mg/day more every week, to 30 mg/day at the most.', 1, 2),
  S04: overview('Cramps in spite of the right dose: stretching, massage and ice as well.', 1, 2),
  S05: overview(
    'Cramps in spite of the right dose: put electrolytes right too, first of all low magnesium and low potassium.',
    1,
    2,
  ),
  S06: dose('Find out whether the dose taken now is enough.', 1, 3),
  S07: dose('Cramps respond to between 10 and 30 mg/day.', 1, 3),
  S08: dose('Under 30 mg/day the dose goes up by 10 mg/day each week.', 1, 2),
  S09: dose('Raising ends at 30 mg/day, or when a side effect appears.', 1, 2),
  S10: dose(
    'While the dose is raised, look for side effects, dizziness, sleepiness, impaired thinking and weak muscles among them.',
    1,
  ),
  S11: kidney('The kidneys do most of the work of clearing baclofen.', 4),
  S12: kidney(
    'With an eGFR of 30 to 60 mL/min/1.73 m² a lower dose is required; how much lower is not said.',
    4,
  ),
  S13: kidney('With an eGFR under 30, baclofen is not to be used.', 4),
  S14: kidney('In dialysis, baclofen is not to be used.', 4),
  S15: kidney('What is feared there is damage to the nervous system.', 4),
  S16: physical('Stretching and massaging the muscle is the first measure to add.', 1, 2),
  S17: physical('Ice may be put on the muscle.', 1, 2),
  S18: physical('Rest, and leave what sets the cramps off.', 2),
  S19: electrolytes('Measure potassium and magnesium, and correct what is low.', 3, 2),
  S20: electrolytes('Low potassium and magnesium are said to matter much in cramps.', 3, 2),
  S21: electrolytes('When magnesium is shown to be low, magnesium oxide is given.', 3),
  S22: electrolytes('The amount is 12 to 24 mmol a day, printed also as 480 to 960 mg.', 3),
  S23: electrolytes('It is taken at night.', 3),
  S24: electrolytes('A lack of water and sodium is put right beforehand.', 3),
  S25: electrolytes('For the aldosterone that answers it drives magnesium out.', 3),
  S26: electrolytes('With failing kidneys, magnesium asks for the greatest care.', 3),
  S27: secondLine('The second line begins where 30 mg/day does not suffice.'),
  S28: secondLine('One branch is for people with liver disease.'),
  S29: secondLine('There, 20 to 40 g of human albumin a week by infusion.', 1, 2),
  S30: secondLine('It is said to have worked in cirrhosis.', 1, 2),
  S31: secondLine('There, orphenadrine is another choice.', 2),
  S32: secondLine(
    'There, creatinine, sodium and potassium are followed in the first month of treatment.',
    1,
    2,
  ),
  S33: secondLine('The other branch is for all others.'),
  S34: secondLine('There, methocarbamol may be added when skeletal muscle hurts.', 1, 2),
  S35: secondLine(
    'Its effect is said to be unspecific, and not to come from relaxing muscle.',
    1,
    2,
  ),
  S36: secondLine(
    'There, a short trial of a benzodiazepine when anxiety, spasm and pain come together.',
    1,
  ),
  S37: secondLine('Benzodiazepines are risky, above all in older people.', 1),
  S38: safety('Nobody who has taken baclofen for long stops it from one day to the next.', 1, 5),
  S39: safety(
    'The dose is brought down slowly, or withdrawal follows: hallucinations and an irritable nervous system, for instance.',
    1,
    5,
  ),
  S40: safety(
    'From 65 on one begins with 5 mg one to three times a day, and at first stays within 15 mg/day.',
    1,
  ),
  S41: safety('From 65 on, follow weakness, passing of urine, thinking and sedation.', 1),
  S42: safety('Tolerance can develop, mainly within 12 to 18 months.', 6),
  S43: avoid('Cyclobenzaprine is not given in the belief that it relieves spasm.', 7, 2),
  S44: avoid('Nothing shows that it helps in chronic pain.', 7, 2),
  S45: avoid('Older people fall more often with it.', 7, 2),
  S46: avoid('Quinidine is to be avoided, even though 400 mg/day has an effect.', 1, 2),
  S47: avoid('About one in three gives it up because of diarrhea.', 1, 2),
  S48: pathway('First step: baclofen up to 30 mg/day, 10 mg/day a week.', 1, 3),
  S49: pathway('Second step: stretching, massage, ice.', 1, 2),
  S50: pathway('Third step: measure magnesium and potassium and replace them.', 3, 2),
  S51: pathway('Fourth step, in liver disease: 20 to 40 g of albumin a week.', 1, 2),
  S52: pathway('Fifth step, if cramps still persist: methocarbamol for a short time.', 1, 2),
  S53: pathway('Sixth step, if the combination fails: a specialist.', 1),
} as const satisfies Record<string, SourceStatement>

/** The number of an assertion of the source. */
export type SourceNumber = keyof typeof source
