/** A numbered citation of the source. Its reference list was not supplied: what stands here is inferred. */
export interface Citation {
  readonly number: number
  readonly inferred: string
  /** How sure the inferred identity is. */
  readonly confidence: 'high' | 'medium' | 'low'
  /** What a reader should know of it. */
  readonly note?: string
}

/** The source's citations 1 to 7, with the identity inferred for each. */
export const citations: readonly Citation[] = [
  {
    number: 1,
    inferred:
      'A bundle: EASL 2018 (doi:10.1016/j.jhep.2018.03.024), AASLD 2021 (doi:10.1002/hep.31884), American Geriatrics Society 2009 (doi:10.1111/j.1532-5415.2009.02376.x)',
    confidence: 'low',
    note: 'Cannot be one document: it stands behind liver, geriatric and first-aid advice alike.',
  },
  {
    number: 2,
    inferred:
      'A bundle: AASLD 2021 (doi:10.1002/hep.31884), American Geriatrics Society 2009, first aid guidelines of the American Heart Association and Red Cross 2010 (doi:10.1161/CIRCULATIONAHA.110.971150)',
    confidence: 'low',
  },
  {
    number: 3,
    inferred:
      'Nightingale 2006, guidelines for patients with a short bowel (doi:10.1136/gut.2006.091108)',
    confidence: 'high',
    note: 'High for the magnesium statements S21 to S26, low for the dose range of S07.',
  },
  {
    number: 4,
    inferred: 'Wolf 2018, baclofen toxicity in kidney disease (doi:10.1053/j.ajkd.2017.07.005)',
    confidence: 'high',
    note: 'A case report with a review, neither a trial nor a guideline.',
  },
  {
    number: 5,
    inferred:
      "D'Aleo 2007, hallucinations after abrupt withdrawal of oral and intrathecal baclofen (PMID 17637210)",
    confidence: 'low',
  },
  {
    number: 6,
    inferred: 'Nielsen 2002, tolerance to intrathecal baclofen (doi:10.1016/S0303-8467(02)00009-4)',
    confidence: 'high',
    note: 'A study of intrathecal baclofen in spasticity: for oral use it is information only.',
  },
  {
    number: 7,
    inferred: 'Portenoy 2020, adjuvant analgesics in older adults (doi:10.1111/jgs.16340)',
    confidence: 'medium',
  },
]

/** Evidence from outside the source, used only to make the tool safer. */
export interface OutsideReference {
  readonly reference: string
  readonly shows: string
  /** `read`: read in the document itself. `second-hand`: reported by another. `general`: general knowledge, to be checked. */
  readonly confidence: 'read' | 'second-hand' | 'general'
}

/** Every piece of outside evidence, by the key that statements name. */
export const outsideReferences = {
  'half-dose-teaching-case': {
    reference: 'A nephrology teaching case on Wolf 2018',
    shows: 'Half the dose at a GFR of 30 to 60: half of 30 mg/day is 15 mg/day.',
    confidence: 'second-hand',
  },
  'vlavonou-2014': {
    reference: 'Vlavonou 2014, J Clin Pharmacol 54(5):584, doi:10.1002/jcph.247',
    shows:
      'Modelled reductions of a third, a half and two thirds at creatinine clearances of 50 to 80, 30 to 50 and below 30 mL/min.',
    confidence: 'read',
  },
  'muanda-2019': {
    reference: 'Muanda 2019, JAMA 322(20):1987, doi:10.1001/jama.2019.17725',
    shows:
      'Encephalopathy within 30 days in 1.11 % at 20 mg/day or more against 0.42 % below, in chronic kidney disease; a low dose was not safe either.',
    confidence: 'read',
  },
  'cheong-2020': {
    reference: 'Cheong 2020, Nefrologia 40(5):543',
    shows: 'Neurotoxicity in 7 % with severe kidney disease, from 5 mg a day on dialysis.',
    confidence: 'read',
  },
  'el-husseini-2011': {
    reference: 'El-Husseini 2011, Am J Nephrol 34(6):491',
    shows:
      'Signs of poisoning: altered consciousness, slow breathing, slow pulse, slack muscles, jerks, seizures; typically 2 to 3 days after the start.',
    confidence: 'read',
  },
  'baclofen-label': {
    reference: 'FDA baclofen label; Ozobax and pms-Baclofen product information',
    shows:
      'Sudden stop: hallucinations, seizures, serious harm. Reduce slowly except for serious adverse reactions. Additive with other depressants and alcohol. No driving until effects are known. Neonatal withdrawal.',
    confidence: 'read',
  },
  'baclofen-uk': {
    reference: 'UK baclofen product information',
    shows: 'Epilepsy may worsen: supervision. Caution in respiratory disease and substance misuse.',
    confidence: 'read',
  },
  'taper-practice': {
    reference: 'Common practice, no document confirmed',
    shows: 'Tapers of 5 to 10 mg/day each week; slower with symptoms, age, long use or epilepsy.',
    confidence: 'general',
  },
  'toxicity-or-withdrawal': {
    reference: 'Common knowledge, no document confirmed',
    shows:
      'Poisoning and withdrawal can look alike: ask for the last dose, the last change and the eGFR.',
    confidence: 'general',
  },
  'beers-2023': {
    reference: 'American Geriatrics Society Beers Criteria 2023, doi:10.1111/jgs.18372',
    shows:
      'From 65 on: avoid muscle relaxants and benzodiazepines; avoid baclofen at an eGFR below 60.',
    confidence: 'second-hand',
  },
  'encephalopathy-trial': {
    reference: 'Trial record NCT02298868; PMID 24926632',
    shows: 'Active encephalopathy was excluded; baclofen can bring it on.',
    confidence: 'read',
  },
  'acute-kidney-injury': {
    reference: 'Common knowledge, no document confirmed',
    shows: 'In acute kidney injury an eGFR from creatinine overstates the function.',
    confidence: 'general',
  },
  'hypokalemia-bands': {
    reference: 'NHS Borders; Royal College of Emergency Medicine; Concord renal unit',
    shows:
      'Low below 3.5, moderate 2.5 to 3.0, severe below 2.5 mmol/L; ECG below 3.0. Often it does not yield until magnesium is corrected.',
    confidence: 'read',
  },
  'magnesium-bands': {
    reference: 'Working values, no document confirmed',
    shows: 'Low below 0.70, urgent below 0.50 mmol/L.',
    confidence: 'second-hand',
  },
  'severe-hypomagnesemia': {
    reference: 'UK magnesium product text (emc 11577)',
    shows: 'Severe deficiency with symptoms is treated by vein first.',
    confidence: 'read',
  },
  'magnesium-uk': {
    reference: 'UK oral magnesium product texts (emc 2678, 4841)',
    shows: 'Diarrhea; 2 to 4 hours apart from several other drugs.',
    confidence: 'read',
  },
  'red-flags': {
    reference: 'Allen 2012, Am Fam Physician 86(4):350; common clinical knowledge',
    shows: 'Signs that cramps come from something else than simple cramps.',
    confidence: 'general',
  },
  'diuretics-garrison': {
    reference: 'Garrison 2012, Arch Intern Med 172(2):120, doi:10.1001/archinternmed.2011.1029',
    shows: 'Cramp treatment follows diuretics more often than chance (ratio 1.47).',
    confidence: 'read',
  },
  'albumin-label': {
    reference: 'Buminate label text',
    shows:
      'Circulatory overload, severe heart failure, severe anemia and allergy speak against albumin; renal insufficiency is at special risk.',
    confidence: 'read',
  },
  'orphenadrine-label': {
    reference: 'US orphenadrine labels; MIMS; UK product information',
    shows:
      'Not in glaucoma, obstruction of bowel or bladder, myasthenia; caution with arrhythmia, here read as a block.',
    confidence: 'read',
  },
  'methocarbamol-label': {
    reference: 'US methocarbamol labels',
    shows: 'Sedation adds up; caution in myasthenia gravis on treatment, here read as a block.',
    confidence: 'read',
  },
  'benzodiazepine-warnings': {
    reference:
      'FDA communication of 23 September 2020; Gronbaek 2018, doi:10.1177/2050640617727179',
    shows: 'Dependence, danger with opioids; first encephalopathy about five-fold in ascites.',
    confidence: 'read',
  },
  'quinidine-label': {
    reference: 'US quinidine label',
    shows: 'Dangerous rhythms, more so with low potassium or magnesium; diarrhea in 35 %.',
    confidence: 'read',
  },
} as const satisfies Record<string, OutsideReference>

/** The key of an outside reference. */
export type OutsideKey = keyof typeof outsideReferences
