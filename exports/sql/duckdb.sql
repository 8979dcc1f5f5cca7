CREATE TABLE facts (
  patient VARCHAR, -- one row a patient
  age_low_years DOUBLE, -- age: not less than this; both ends NULL when not known
  age_high_years DOUBLE, -- age: not more than this
  age_low_open BOOLEAN, -- age: the low end itself is left out
  age_high_open BOOLEAN, -- age: the high end itself is left out
  baclofen_dose_low_mg_per_day DOUBLE, -- baclofen dose: not less than this; both ends NULL when not known
  baclofen_dose_high_mg_per_day DOUBLE, -- baclofen dose: not more than this
  baclofen_dose_low_open BOOLEAN, -- baclofen dose: the low end itself is left out
  baclofen_dose_high_open BOOLEAN, -- baclofen dose: the high end itself is left out
  days_at_dose_low_days DOUBLE, -- days at this dose: not less than this; both ends NULL when not known
  days_at_dose_high_days DOUBLE, -- days at this dose: not more than this
  days_at_dose_low_open BOOLEAN, -- days at this dose: the low end itself is left out
  days_at_dose_high_open BOOLEAN, -- days at this dose: the high end itself is left out
  e_gfr_low_ml_per_min_per_173m2 DOUBLE, -- eGFR: not less than this; both ends NULL when not known
  e_gfr_high_ml_per_min_per_173m2 DOUBLE, -- eGFR: not more than this
  e_gfr_low_open BOOLEAN, -- eGFR: the low end itself is left out
  e_gfr_high_open BOOLEAN, -- eGFR: the high end itself is left out
  potassium_low_mmol_per_l DOUBLE, -- potassium: not less than this; both ends NULL when not known
  potassium_high_mmol_per_l DOUBLE, -- potassium: not more than this
  potassium_low_open BOOLEAN, -- potassium: the low end itself is left out
  potassium_high_open BOOLEAN, -- potassium: the high end itself is left out
  potassium_lower_limit_mmol_per_l DOUBLE, -- potassium: the laboratory's own lower limit, if given
  magnesium_low_mmol_per_l DOUBLE, -- magnesium: not less than this; both ends NULL when not known
  magnesium_high_mmol_per_l DOUBLE, -- magnesium: not more than this
  magnesium_low_open BOOLEAN, -- magnesium: the low end itself is left out
  magnesium_high_open BOOLEAN, -- magnesium: the high end itself is left out
  magnesium_lower_limit_mmol_per_l DOUBLE, -- magnesium: the laboratory's own lower limit, if given
  takes_baclofen BOOLEAN, -- takes baclofen by mouth; NULL when not known
  cramps_persist BOOLEAN, -- cramps persist at the present dose; NULL when not known
  baclofen_side_effects BOOLEAN, -- has side effects of baclofen; NULL when not known
  physical_measures_tried BOOLEAN, -- stretching, massage and ice were tried; NULL when not known
  water_and_sodium_depletion BOOLEAN, -- is depleted of water and sodium; NULL when not known
  liver_disease BOOLEAN, -- has liver disease; NULL when not known
  cirrhosis BOOLEAN, -- has cirrhosis; NULL when not known
  anxiety BOOLEAN, -- has anxiety; NULL when not known
  muscle_spasm BOOLEAN, -- has muscle spasm; NULL when not known
  muscle_pain BOOLEAN, -- has muscle pain; NULL when not known
  on_dialysis BOOLEAN, -- is on dialysis; left unsaid it is FALSE, asked and not known it is NULL
  acute_kidney_injury BOOLEAN, -- has acute kidney injury; left unsaid it is FALSE, asked and not known it is NULL
  neurotoxicity_signs BOOLEAN, -- has signs of baclofen neurotoxicity; left unsaid it is FALSE, asked and not known it is NULL
  withdrawal_signs BOOLEAN, -- has signs of baclofen withdrawal; left unsaid it is FALSE, asked and not known it is NULL
  red_flags BOOLEAN, -- has a red flag for a cause other than simple cramps; left unsaid it is FALSE, asked and not known it is NULL
  baclofen_allergy BOOLEAN, -- is allergic to baclofen; left unsaid it is FALSE, asked and not known it is NULL
  pregnancy BOOLEAN, -- is pregnant; left unsaid it is FALSE, asked and not known it is NULL
  intrathecal_baclofen BOOLEAN, -- receives intrathecal baclofen; left unsaid it is FALSE, asked and not known it is NULL
  hepatic_encephalopathy BOOLEAN, -- has or recently had hepatic encephalopathy, or has a TIPS or hepatorenal syndrome; left unsaid it is FALSE, asked and not known it is NULL
  fluid_overload BOOLEAN, -- has fluid overload or heart failure; left unsaid it is FALSE, asked and not known it is NULL
  severe_anemia BOOLEAN, -- has severe anemia; left unsaid it is FALSE, asked and not known it is NULL
  albumin_allergy BOOLEAN, -- is allergic to human albumin; left unsaid it is FALSE, asked and not known it is NULL
  glaucoma BOOLEAN, -- has glaucoma; left unsaid it is FALSE, asked and not known it is NULL
  urinary_obstruction BOOLEAN, -- has urinary obstruction or retention; left unsaid it is FALSE, asked and not known it is NULL
  gastrointestinal_obstruction BOOLEAN, -- has gastrointestinal obstruction; left unsaid it is FALSE, asked and not known it is NULL
  myasthenia_gravis BOOLEAN, -- has myasthenia gravis; left unsaid it is FALSE, asked and not known it is NULL
  arrhythmia BOOLEAN, -- has a cardiac arrhythmia; left unsaid it is FALSE, asked and not known it is NULL
  epilepsy BOOLEAN, -- has epilepsy; left unsaid it is FALSE, asked and not known it is NULL
  sedative_use BOOLEAN, -- uses an opioid, alcohol or another sedative; left unsaid it is FALSE, asked and not known it is NULL
  respiratory_disease BOOLEAN, -- has respiratory disease or sleep apnea; left unsaid it is FALSE, asked and not known it is NULL
  substance_use_disorder BOOLEAN, -- has a substance use disorder; left unsaid it is FALSE, asked and not known it is NULL
  takes_cyclobenzaprine BOOLEAN, -- takes cyclobenzaprine; left unsaid it is FALSE, asked and not known it is NULL
  takes_quinidine BOOLEAN, -- takes quinidine; left unsaid it is FALSE, asked and not known it is NULL
  takes_orphenadrine BOOLEAN, -- takes orphenadrine; left unsaid it is FALSE, asked and not known it is NULL
  takes_methocarbamol BOOLEAN, -- takes methocarbamol; left unsaid it is FALSE, asked and not known it is NULL
  takes_benzodiazepine BOOLEAN, -- takes a benzodiazepine; left unsaid it is FALSE, asked and not known it is NULL
  receives_albumin BOOLEAN, -- receives albumin infusions; left unsaid it is FALSE, asked and not known it is NULL
  second_line_tried BOOLEAN, -- has tried a second-line treatment of this guideline before; left unsaid it is FALSE, asked and not known it is NULL
  stopping_baclofen BOOLEAN, -- baclofen is to be stopped; left unsaid it is FALSE, asked and not known it is NULL
  loss_of_benefit BOOLEAN, -- baclofen has lost its benefit over time; left unsaid it is FALSE, asked and not known it is NULL
  takes_diuretic BOOLEAN -- takes a diuretic; left unsaid it is FALSE, asked and not known it is NULL
);

-- Muscle cramps despite baclofen, version 1.0.0, for DuckDB. Generated: do not edit.
WITH
-- What every value that a result leaves open agrees on; NULL where they do not.
compared AS (
  SELECT *,
    CASE WHEN (baclofen_dose_low_mg_per_day > 0::DOUBLE) OR ((baclofen_dose_low_mg_per_day = 0::DOUBLE) AND baclofen_dose_low_open) THEN TRUE WHEN baclofen_dose_high_mg_per_day <= 0::DOUBLE THEN FALSE END
      AS "baclofen dose > 0",
    CASE WHEN baclofen_dose_high_mg_per_day <= 0::DOUBLE THEN TRUE WHEN (baclofen_dose_low_mg_per_day > 0::DOUBLE) OR ((baclofen_dose_low_mg_per_day = 0::DOUBLE) AND baclofen_dose_low_open) THEN FALSE END
      AS "baclofen dose <= 0",
    CASE WHEN (potassium_high_mmol_per_l < 2.5::DOUBLE) OR ((potassium_high_mmol_per_l = 2.5::DOUBLE) AND potassium_high_open) THEN TRUE WHEN potassium_low_mmol_per_l >= 2.5::DOUBLE THEN FALSE END
      AS "potassium < 2.5",
    CASE WHEN (age_high_years < 18::DOUBLE) OR ((age_high_years = 18::DOUBLE) AND age_high_open) THEN TRUE WHEN age_low_years >= 18::DOUBLE THEN FALSE END
      AS "age < 18",
    CASE WHEN (baclofen_dose_low_mg_per_day > 30::DOUBLE) OR ((baclofen_dose_low_mg_per_day = 30::DOUBLE) AND baclofen_dose_low_open) THEN TRUE WHEN baclofen_dose_high_mg_per_day <= 30::DOUBLE THEN FALSE END
      AS "baclofen dose > 30",
    CASE WHEN (e_gfr_high_ml_per_min_per_173m2 < 30::DOUBLE) OR ((e_gfr_high_ml_per_min_per_173m2 = 30::DOUBLE) AND e_gfr_high_open) THEN TRUE WHEN e_gfr_low_ml_per_min_per_173m2 >= 30::DOUBLE THEN FALSE END
      AS "eGFR < 30",
    CASE WHEN e_gfr_low_ml_per_min_per_173m2 >= 30::DOUBLE THEN TRUE WHEN (e_gfr_high_ml_per_min_per_173m2 < 30::DOUBLE) OR ((e_gfr_high_ml_per_min_per_173m2 = 30::DOUBLE) AND e_gfr_high_open) THEN FALSE END
      AS "eGFR >= 30",
    CASE WHEN e_gfr_high_ml_per_min_per_173m2 <= 60::DOUBLE THEN TRUE WHEN (e_gfr_low_ml_per_min_per_173m2 > 60::DOUBLE) OR ((e_gfr_low_ml_per_min_per_173m2 = 60::DOUBLE) AND e_gfr_low_open) THEN FALSE END
      AS "eGFR <= 60",
    CASE WHEN (baclofen_dose_low_mg_per_day > 15::DOUBLE) OR ((baclofen_dose_low_mg_per_day = 15::DOUBLE) AND baclofen_dose_low_open) THEN TRUE WHEN baclofen_dose_high_mg_per_day <= 15::DOUBLE THEN FALSE END
      AS "baclofen dose > 15",
    CASE WHEN baclofen_dose_high_mg_per_day <= 30::DOUBLE THEN TRUE WHEN (baclofen_dose_low_mg_per_day > 30::DOUBLE) OR ((baclofen_dose_low_mg_per_day = 30::DOUBLE) AND baclofen_dose_low_open) THEN FALSE END
      AS "baclofen dose <= 30",
    CASE WHEN age_low_years >= 18::DOUBLE THEN TRUE WHEN (age_high_years < 18::DOUBLE) OR ((age_high_years = 18::DOUBLE) AND age_high_open) THEN FALSE END
      AS "age >= 18",
    CASE WHEN (baclofen_dose_high_mg_per_day < 10::DOUBLE) OR ((baclofen_dose_high_mg_per_day = 10::DOUBLE) AND baclofen_dose_high_open) THEN TRUE WHEN baclofen_dose_low_mg_per_day >= 10::DOUBLE THEN FALSE END
      AS "baclofen dose < 10",
    CASE WHEN (baclofen_dose_high_mg_per_day < 30::DOUBLE) OR ((baclofen_dose_high_mg_per_day = 30::DOUBLE) AND baclofen_dose_high_open) THEN TRUE WHEN baclofen_dose_low_mg_per_day >= 30::DOUBLE THEN FALSE END
      AS "baclofen dose < 30",
    CASE WHEN (e_gfr_low_ml_per_min_per_173m2 > 60::DOUBLE) OR ((e_gfr_low_ml_per_min_per_173m2 = 60::DOUBLE) AND e_gfr_low_open) THEN TRUE WHEN e_gfr_high_ml_per_min_per_173m2 <= 60::DOUBLE THEN FALSE END
      AS "eGFR > 60",
    CASE WHEN days_at_dose_low_days >= 7::DOUBLE THEN TRUE WHEN (days_at_dose_high_days < 7::DOUBLE) OR ((days_at_dose_high_days = 7::DOUBLE) AND days_at_dose_high_open) THEN FALSE END
      AS "days at this dose >= 7",
    CASE WHEN (age_high_years < 65::DOUBLE) OR ((age_high_years = 65::DOUBLE) AND age_high_open) THEN TRUE WHEN age_low_years >= 65::DOUBLE THEN FALSE END
      AS "age < 65",
    CASE WHEN age_low_years >= 65::DOUBLE THEN TRUE WHEN (age_high_years < 65::DOUBLE) OR ((age_high_years = 65::DOUBLE) AND age_high_open) THEN FALSE END
      AS "age >= 65",
    CASE WHEN (baclofen_dose_high_mg_per_day < 15::DOUBLE) OR ((baclofen_dose_high_mg_per_day = 15::DOUBLE) AND baclofen_dose_high_open) THEN TRUE WHEN baclofen_dose_low_mg_per_day >= 15::DOUBLE THEN FALSE END
      AS "baclofen dose < 15",
    CASE WHEN baclofen_dose_low_mg_per_day >= 15::DOUBLE THEN TRUE WHEN (baclofen_dose_high_mg_per_day < 15::DOUBLE) OR ((baclofen_dose_high_mg_per_day = 15::DOUBLE) AND baclofen_dose_high_open) THEN FALSE END
      AS "baclofen dose >= 15",
    CASE WHEN (days_at_dose_high_days < 7::DOUBLE) OR ((days_at_dose_high_days = 7::DOUBLE) AND days_at_dose_high_open) THEN TRUE WHEN days_at_dose_low_days >= 7::DOUBLE THEN FALSE END
      AS "days at this dose < 7",
    CASE WHEN baclofen_dose_low_mg_per_day >= 30::DOUBLE THEN TRUE WHEN (baclofen_dose_high_mg_per_day < 30::DOUBLE) OR ((baclofen_dose_high_mg_per_day = 30::DOUBLE) AND baclofen_dose_high_open) THEN FALSE END
      AS "baclofen dose >= 30",
    CASE WHEN (potassium_high_mmol_per_l < COALESCE(potassium_lower_limit_mmol_per_l, 3.5::DOUBLE)) OR ((potassium_high_mmol_per_l = COALESCE(potassium_lower_limit_mmol_per_l, 3.5::DOUBLE)) AND potassium_high_open) THEN TRUE WHEN potassium_low_mmol_per_l >= COALESCE(potassium_lower_limit_mmol_per_l, 3.5::DOUBLE) THEN FALSE END
      AS "potassium < own limit or 3.5",
    CASE WHEN (potassium_high_mmol_per_l < 3::DOUBLE) OR ((potassium_high_mmol_per_l = 3::DOUBLE) AND potassium_high_open) THEN TRUE WHEN potassium_low_mmol_per_l >= 3::DOUBLE THEN FALSE END
      AS "potassium < 3",
    CASE WHEN (magnesium_high_mmol_per_l < COALESCE(magnesium_lower_limit_mmol_per_l, 0.7::DOUBLE)) OR ((magnesium_high_mmol_per_l = COALESCE(magnesium_lower_limit_mmol_per_l, 0.7::DOUBLE)) AND magnesium_high_open) THEN TRUE WHEN magnesium_low_mmol_per_l >= COALESCE(magnesium_lower_limit_mmol_per_l, 0.7::DOUBLE) THEN FALSE END
      AS "magnesium < own limit or 0.7",
    CASE WHEN (magnesium_high_mmol_per_l < 0.5::DOUBLE) OR ((magnesium_high_mmol_per_l = 0.5::DOUBLE) AND magnesium_high_open) THEN TRUE WHEN magnesium_low_mmol_per_l >= 0.5::DOUBLE THEN FALSE END
      AS "magnesium < 0.5"
  FROM facts
),
-- What follows for: takes baclofen by mouth. What is stated is never overwritten.
implied_1 AS (
  SELECT *,
    COALESCE(takes_baclofen, CASE WHEN "baclofen dose > 0" THEN TRUE END)
      AS takes_baclofen_implied_1
  FROM compared
),
-- What follows for: takes baclofen by mouth. What is stated is never overwritten.
implied_2 AS (
  SELECT *,
    COALESCE(takes_baclofen_implied_1, CASE WHEN "baclofen dose <= 0" THEN FALSE END)
      AS takes_baclofen_implied_2
  FROM implied_1
),
-- What follows for: has liver disease. What is stated is never overwritten.
implied_3 AS (
  SELECT *,
    COALESCE(liver_disease, CASE WHEN cirrhosis THEN TRUE END)
      AS liver_disease_implied_3
  FROM implied_2
),
-- What follows for: has cirrhosis. What is stated is never overwritten.
implied_4 AS (
  SELECT *,
    COALESCE(cirrhosis, CASE WHEN (NOT liver_disease_implied_3) THEN FALSE END)
      AS cirrhosis_implied_4
  FROM implied_3
),
-- Ideas and statements, each after those that it builds on.
decided_1 AS (
  SELECT *,
    neurotoxicity_signs
      AS "suspected-neurotoxicity",
    withdrawal_signs
      AS "suspected-withdrawal",
    "potassium < 2.5"
      AS "critical-hypokalemia",
    red_flags
      AS "red-flags",
    ("age < 18" OR pregnancy OR intrathecal_baclofen OR baclofen_allergy OR "baclofen dose <= 0" OR "baclofen dose > 30")
      AS "outside-guideline",
    ("eGFR < 30" OR on_dialysis)
      AS "severe renal impairment",
    (takes_baclofen_implied_2 OR intrathecal_baclofen)
      AS "taking baclofen",
    ("eGFR >= 30" AND "eGFR <= 60")
      AS "moderate renal impairment",
    ("age >= 18" AND (NOT pregnancy) AND (NOT intrathecal_baclofen) AND (NOT baclofen_allergy) AND "baclofen dose > 0" AND "baclofen dose <= 30")
      AS "inside the guideline",
    (cramps_persist AND takes_diuretic)
      AS "ask-about-diuretic",
    cramps_persist
      AS "rest-and-avoid-triggers",
    (cramps_persist AND ((NOT ((potassium_low_mmol_per_l IS NOT NULL) OR (potassium_high_mmol_per_l IS NOT NULL))) OR (NOT ((magnesium_low_mmol_per_l IS NOT NULL) OR (magnesium_high_mmol_per_l IS NOT NULL)))))
      AS "check-potassium-and-magnesium",
    ("potassium < own limit or 3.5" OR "potassium < 3")
      AS "low potassium",
    ("magnesium < own limit or 0.7" OR "magnesium < 0.5")
      AS "low magnesium",
    (("days at this dose >= 7" AND ("baclofen dose >= 30" OR ("age >= 65" AND "baclofen dose >= 15"))) OR baclofen_side_effects OR "eGFR <= 60" OR on_dialysis OR hepatic_encephalopathy)
      AS "baclofen optimized",
    (fluid_overload OR severe_anemia OR albumin_allergy)
      AS "albumin-contraindicated",
    (glaucoma OR urinary_obstruction OR gastrointestinal_obstruction OR myasthenia_gravis OR arrhythmia)
      AS "orphenadrine-contraindicated",
    ("age >= 65" AND cramps_persist)
      AS "muscle-relaxant-older-adult",
    myasthenia_gravis
      AS "methocarbamol-contraindicated",
    ("age >= 65" OR sedative_use OR respiratory_disease OR substance_use_disorder OR hepatic_encephalopathy OR baclofen_side_effects)
      AS "benzodiazepine-risk",
    (cramps_persist OR takes_cyclobenzaprine)
      AS "avoid-cyclobenzaprine",
    (cramps_persist OR takes_quinidine)
      AS "avoid-quinidine"
  FROM implied_4
),
-- Ideas and statements, each after those that it builds on.
decided_2 AS (
  SELECT *,
    "severe renal impairment"
      AS "avoid-baclofen-severe-renal",
    ("taking baclofen" AND acute_kidney_injury)
      AS "no-increase-acute-kidney-injury",
    ("taking baclofen" AND hepatic_encephalopathy)
      AS "no-increase-encephalopathy",
    ("taking baclofen" AND "moderate renal impairment")
      AS "no-increase-moderate-renal",
    ("taking baclofen" AND (stopping_baclofen OR "severe renal impairment"))
      AS "taper-baclofen",
    ("taking baclofen" AND (NOT ((e_gfr_low_ml_per_min_per_173m2 IS NOT NULL) OR (e_gfr_high_ml_per_min_per_173m2 IS NOT NULL))) AND (NOT on_dialysis))
      AS "check-renal-function",
    ("taking baclofen" AND baclofen_side_effects)
      AS "no-increase-side-effects",
    "taking baclofen"
      AS "monitor-side-effects",
    ("taking baclofen" AND "age >= 65")
      AS "monitor-older-adult",
    "taking baclofen"
      AS "never-stop-abruptly",
    ("taking baclofen" AND loss_of_benefit)
      AS "tolerance",
    ("taking baclofen" AND (sedative_use OR takes_benzodiazepine OR takes_methocarbamol OR takes_orphenadrine OR takes_cyclobenzaprine))
      AS "sedative-interaction",
    ("taking baclofen" AND epilepsy)
      AS "seizure-caution",
    (cramps_persist AND (NOT "red-flags"))
      AS "stretch-and-massage",
    (cramps_persist AND (NOT "red-flags"))
      AS "apply-ice",
    "low potassium"
      AS "correct-hypokalemia",
    "low magnesium"
      AS "correct-hypomagnesemia",
    ("low magnesium" AND water_and_sodium_depletion)
      AS "correct-depletion-first",
    ("low magnesium" AND ("eGFR <= 60" OR on_dialysis OR acute_kidney_injury))
      AS "magnesium-renal-caution",
    ("inside the guideline" AND cramps_persist AND "baclofen optimized" AND physical_measures_tried AND (NOT "low potassium") AND (NOT "low magnesium") AND (NOT "suspected-neurotoxicity") AND (NOT "suspected-withdrawal") AND (NOT "critical-hypokalemia") AND (NOT "red-flags"))
      AS "second line open",
    ("taking baclofen" AND liver_disease_implied_3)
      AS "monitor-first-month"
  FROM decided_1
),
-- Ideas and statements, each after those that it builds on.
decided_3 AS (
  SELECT *,
    (("baclofen dose > 15" AND "baclofen dose <= 30" AND "moderate renal impairment" AND (NOT on_dialysis)) AND (NOT "outside-guideline") AND (NOT "taper-baclofen") AND (NOT "suspected-neurotoxicity") AND (NOT "suspected-withdrawal") AND (NOT "critical-hypokalemia") AND (NOT "red-flags"))
      AS "reduce-baclofen-moderate-renal",
    (("inside the guideline" AND "baclofen dose < 10") AND (NOT "avoid-baclofen-severe-renal") AND (NOT "no-increase-moderate-renal"))
      AS "check-dose-adequacy",
    (("inside the guideline" AND cramps_persist AND "baclofen dose < 30" AND "eGFR > 60" AND (NOT baclofen_side_effects) AND "days at this dose >= 7" AND "age < 65") AND (NOT "avoid-baclofen-severe-renal") AND (NOT "no-increase-acute-kidney-injury") AND (NOT "no-increase-encephalopathy") AND (NOT "no-increase-moderate-renal") AND (NOT "no-increase-side-effects") AND (NOT "taper-baclofen") AND (NOT "suspected-neurotoxicity") AND (NOT "suspected-withdrawal") AND (NOT "critical-hypokalemia") AND (NOT "red-flags"))
      AS "increase-baclofen",
    (("inside the guideline" AND cramps_persist AND "baclofen dose < 30" AND "eGFR > 60" AND (NOT baclofen_side_effects) AND "days at this dose >= 7" AND "age >= 65" AND "baclofen dose < 15") AND (NOT "avoid-baclofen-severe-renal") AND (NOT "no-increase-acute-kidney-injury") AND (NOT "no-increase-encephalopathy") AND (NOT "no-increase-moderate-renal") AND (NOT "no-increase-side-effects") AND (NOT "taper-baclofen") AND (NOT "suspected-neurotoxicity") AND (NOT "suspected-withdrawal") AND (NOT "critical-hypokalemia") AND (NOT "red-flags"))
      AS "increase-baclofen-older-adult",
    (("inside the guideline" AND cramps_persist AND "baclofen dose < 30" AND "eGFR > 60" AND (NOT baclofen_side_effects) AND "days at this dose >= 7" AND "age >= 65" AND "baclofen dose >= 15") AND (NOT "avoid-baclofen-severe-renal") AND (NOT "no-increase-acute-kidney-injury") AND (NOT "no-increase-encephalopathy") AND (NOT "no-increase-moderate-renal") AND (NOT "no-increase-side-effects") AND (NOT "taper-baclofen") AND (NOT "suspected-neurotoxicity") AND (NOT "suspected-withdrawal") AND (NOT "critical-hypokalemia") AND (NOT "red-flags"))
      AS "review-before-exceeding-15-mg",
    (("inside the guideline" AND cramps_persist AND "baclofen dose < 30" AND "days at this dose < 7") AND (NOT "avoid-baclofen-severe-renal") AND (NOT "no-increase-acute-kidney-injury") AND (NOT "no-increase-encephalopathy") AND (NOT "no-increase-moderate-renal") AND (NOT "no-increase-side-effects") AND (NOT "taper-baclofen") AND (NOT "suspected-neurotoxicity") AND (NOT "suspected-withdrawal") AND (NOT "critical-hypokalemia") AND (NOT "red-flags"))
      AS "wait-before-next-increase",
    (("age >= 65" AND "baclofen dose <= 0" AND (NOT intrathecal_baclofen) AND (NOT pregnancy) AND (NOT baclofen_allergy) AND "eGFR > 60") AND (NOT "avoid-baclofen-severe-renal") AND (NOT "suspected-neurotoxicity") AND (NOT "suspected-withdrawal") AND (NOT "critical-hypokalemia") AND (NOT "red-flags"))
      AS "older-adult-starting-dose",
    (("low magnesium" AND "age >= 18" AND (NOT pregnancy) AND "eGFR > 60" AND (NOT water_and_sodium_depletion) AND (NOT gastrointestinal_obstruction) AND (NOT myasthenia_gravis)) AND (NOT "correct-depletion-first") AND (NOT "magnesium-renal-caution"))
      AS "magnesium-oxide-at-night",
    (("second line open" AND cirrhosis_implied_4 AND (NOT receives_albumin)) AND (NOT "albumin-contraindicated"))
      AS "consider-albumin",
    (("second line open" AND liver_disease_implied_3 AND (NOT takes_orphenadrine)) AND (NOT "orphenadrine-contraindicated") AND (NOT "muscle-relaxant-older-adult") AND (NOT "no-increase-encephalopathy") AND (NOT "avoid-baclofen-severe-renal"))
      AS "consider-orphenadrine",
    (("second line open" AND (NOT takes_methocarbamol) AND ((NOT liver_disease_implied_3) OR receives_albumin OR takes_orphenadrine)) AND (NOT "muscle-relaxant-older-adult") AND (NOT "methocarbamol-contraindicated") AND (NOT "no-increase-encephalopathy") AND (NOT "avoid-baclofen-severe-renal"))
      AS "consider-methocarbamol",
    (("second line open" AND (NOT liver_disease_implied_3) AND (NOT takes_benzodiazepine) AND anxiety AND muscle_spasm AND muscle_pain) AND (NOT "benzodiazepine-risk") AND (NOT "avoid-baclofen-severe-renal"))
      AS "consider-benzodiazepine-trial",
    ("second line open" AND (second_line_tried OR receives_albumin OR takes_orphenadrine OR takes_methocarbamol OR takes_benzodiazepine))
      AS "refer-to-specialist"
  FROM decided_2
),
-- Ideas and statements, each after those that it builds on.
decided_4 AS (
  SELECT *,
    (("inside the guideline" AND "baclofen dose >= 30") AND (NOT "avoid-baclofen-severe-renal") AND (NOT "reduce-baclofen-moderate-renal") AND (NOT "taper-baclofen") AND (NOT "suspected-neurotoxicity") AND (NOT "suspected-withdrawal") AND (NOT "critical-hypokalemia") AND (NOT "red-flags"))
      AS "baclofen-at-ceiling",
    ("second line open" AND (NOT "consider-albumin") AND (NOT "consider-orphenadrine") AND (NOT "consider-methocarbamol") AND (NOT "consider-benzodiazepine-trial") AND (NOT "refer-to-specialist"))
      AS "refer-no-option-left"
  FROM decided_3
)
SELECT
  patient,
  -- Suspected baclofen neurotoxicity (S15, R09, R27; outside: el-husseini-2011, toxicity-or-withdrawal)
  CASE WHEN "suspected-neurotoxicity" THEN 'true' WHEN (NOT "suspected-neurotoxicity") THEN 'false' ELSE 'unknown' END
    AS "suspected-neurotoxicity",
  -- Suspected baclofen withdrawal (S39, R27; outside: baclofen-label, toxicity-or-withdrawal)
  CASE WHEN "suspected-withdrawal" THEN 'true' WHEN (NOT "suspected-withdrawal") THEN 'false' ELSE 'unknown' END
    AS "suspected-withdrawal",
  -- Critically low potassium (R14, R27; outside: hypokalemia-bands)
  CASE WHEN "critical-hypokalemia" THEN 'true' WHEN (NOT "critical-hypokalemia") THEN 'false' ELSE 'unknown' END
    AS "critical-hypokalemia",
  -- Red flag: perhaps not simple cramps (R27; outside: red-flags)
  CASE WHEN "red-flags" THEN 'true' WHEN (NOT "red-flags") THEN 'false' ELSE 'unknown' END
    AS "red-flags",
  -- Outside this guideline (S01, S02, R07, R24)
  CASE WHEN "outside-guideline" THEN 'true' WHEN (NOT "outside-guideline") THEN 'false' ELSE 'unknown' END
    AS "outside-guideline",
  -- Avoid baclofen: severe renal impairment (S11, S13, S14, S15, R01, R03; outside: cheong-2020)
  CASE WHEN "avoid-baclofen-severe-renal" THEN 'true' WHEN (NOT "avoid-baclofen-severe-renal") THEN 'false' ELSE 'unknown' END
    AS "avoid-baclofen-severe-renal",
  -- No increase: acute kidney injury (outside: acute-kidney-injury)
  CASE WHEN "no-increase-acute-kidney-injury" THEN 'true' WHEN (NOT "no-increase-acute-kidney-injury") THEN 'false' ELSE 'unknown' END
    AS "no-increase-acute-kidney-injury",
  -- No increase: hepatic encephalopathy (outside: encephalopathy-trial)
  CASE WHEN "no-increase-encephalopathy" THEN 'true' WHEN (NOT "no-increase-encephalopathy") THEN 'false' ELSE 'unknown' END
    AS "no-increase-encephalopathy",
  -- No automatic increase: moderate renal impairment (S11, S12, R02, R03; outside: beers-2023, muanda-2019)
  CASE WHEN "no-increase-moderate-renal" THEN 'true' WHEN (NOT "no-increase-moderate-renal") THEN 'false' ELSE 'unknown' END
    AS "no-increase-moderate-renal",
  -- Review for a lower dose: moderate renal impairment (S12, R02; outside: half-dose-teaching-case, vlavonou-2014, muanda-2019)
  CASE WHEN "reduce-baclofen-moderate-renal" THEN 'true' WHEN (NOT "reduce-baclofen-moderate-renal") THEN 'false' ELSE 'unknown' END
    AS "reduce-baclofen-moderate-renal",
  -- Measure renal function (S11, R04)
  CASE WHEN "check-renal-function" THEN 'true' WHEN (NOT "check-renal-function") THEN 'false' ELSE 'unknown' END
    AS "check-renal-function",
  -- Dose below the effective range (S06, S07)
  CASE WHEN "check-dose-adequacy" THEN 'true' WHEN (NOT "check-dose-adequacy") THEN 'false' ELSE 'unknown' END
    AS "check-dose-adequacy",
  -- No increase: side effects (S09, R08)
  CASE WHEN "no-increase-side-effects" THEN 'true' WHEN (NOT "no-increase-side-effects") THEN 'false' ELSE 'unknown' END
    AS "no-increase-side-effects",
  -- Increase baclofen (S03, S06, S07, S08, S09, S48, R06)
  CASE WHEN "increase-baclofen" THEN 'true' WHEN (NOT "increase-baclofen") THEN 'false' ELSE 'unknown' END
    AS "increase-baclofen",
  -- Increase baclofen by a small step (S40, R05, R06)
  CASE WHEN "increase-baclofen-older-adult" THEN 'true' WHEN (NOT "increase-baclofen-older-adult") THEN 'false' ELSE 'unknown' END
    AS "increase-baclofen-older-adult",
  -- Review before going above 15 mg/day (S40, S41, R05, R06)
  CASE WHEN "review-before-exceeding-15-mg" THEN 'true' WHEN (NOT "review-before-exceeding-15-mg") THEN 'false' ELSE 'unknown' END
    AS "review-before-exceeding-15-mg",
  -- Wait before the next step (S08, R06)
  CASE WHEN "wait-before-next-increase" THEN 'true' WHEN (NOT "wait-before-next-increase") THEN 'false' ELSE 'unknown' END
    AS "wait-before-next-increase",
  -- Baclofen is at its ceiling (S09, S27)
  CASE WHEN "baclofen-at-ceiling" THEN 'true' WHEN (NOT "baclofen-at-ceiling") THEN 'false' ELSE 'unknown' END
    AS "baclofen-at-ceiling",
  -- Watch for side effects (S10; outside: baclofen-label)
  CASE WHEN "monitor-side-effects" THEN 'true' WHEN (NOT "monitor-side-effects") THEN 'false' ELSE 'unknown' END
    AS "monitor-side-effects",
  -- From 65 on: four checks (S41)
  CASE WHEN "monitor-older-adult" THEN 'true' WHEN (NOT "monitor-older-adult") THEN 'false' ELSE 'unknown' END
    AS "monitor-older-adult",
  -- From 65 on: begin low (S40)
  CASE WHEN "older-adult-starting-dose" THEN 'true' WHEN (NOT "older-adult-starting-dose") THEN 'false' ELSE 'unknown' END
    AS "older-adult-starting-dose",
  -- Never stop baclofen suddenly (S38, S39; outside: baclofen-label)
  CASE WHEN "never-stop-abruptly" THEN 'true' WHEN (NOT "never-stop-abruptly") THEN 'false' ELSE 'unknown' END
    AS "never-stop-abruptly",
  -- Withdraw baclofen gradually (S38, S39, R01, R10; outside: taper-practice, baclofen-label, baclofen-uk)
  CASE WHEN "taper-baclofen" THEN 'true' WHEN (NOT "taper-baclofen") THEN 'false' ELSE 'unknown' END
    AS "taper-baclofen",
  -- Tolerance is possible (S42)
  CASE WHEN "tolerance" THEN 'true' WHEN (NOT "tolerance") THEN 'false' ELSE 'unknown' END
    AS "tolerance",
  -- Sedation adds up (outside: baclofen-label, beers-2023, benzodiazepine-warnings)
  CASE WHEN "sedative-interaction" THEN 'true' WHEN (NOT "sedative-interaction") THEN 'false' ELSE 'unknown' END
    AS "sedative-interaction",
  -- Epilepsy: seizures (outside: baclofen-uk, baclofen-label)
  CASE WHEN "seizure-caution" THEN 'true' WHEN (NOT "seizure-caution") THEN 'false' ELSE 'unknown' END
    AS "seizure-caution",
  -- Ask about the diuretic (outside: diuretics-garrison)
  CASE WHEN "ask-about-diuretic" THEN 'true' WHEN (NOT "ask-about-diuretic") THEN 'false' ELSE 'unknown' END
    AS "ask-about-diuretic",
  -- Stretch and massage (S04, S16, S49, R11)
  CASE WHEN "stretch-and-massage" THEN 'true' WHEN (NOT "stretch-and-massage") THEN 'false' ELSE 'unknown' END
    AS "stretch-and-massage",
  -- Apply ice (S04, S17, S49, R11)
  CASE WHEN "apply-ice" THEN 'true' WHEN (NOT "apply-ice") THEN 'false' ELSE 'unknown' END
    AS "apply-ice",
  -- Rest and avoid triggers (S18)
  CASE WHEN "rest-and-avoid-triggers" THEN 'true' WHEN (NOT "rest-and-avoid-triggers") THEN 'false' ELSE 'unknown' END
    AS "rest-and-avoid-triggers",
  -- Measure potassium and magnesium (S05, S19, S20, S50, R12)
  CASE WHEN "check-potassium-and-magnesium" THEN 'true' WHEN (NOT "check-potassium-and-magnesium") THEN 'false' ELSE 'unknown' END
    AS "check-potassium-and-magnesium",
  -- Correct low potassium (S05, S19, S20, S50, R13, R14; outside: hypokalemia-bands)
  CASE WHEN "correct-hypokalemia" THEN 'true' WHEN (NOT "correct-hypokalemia") THEN 'false' ELSE 'unknown' END
    AS "correct-hypokalemia",
  -- Correct low magnesium (S05, S19, S20, S50, R13, R14; outside: magnesium-bands, severe-hypomagnesemia)
  CASE WHEN "correct-hypomagnesemia" THEN 'true' WHEN (NOT "correct-hypomagnesemia") THEN 'false' ELSE 'unknown' END
    AS "correct-hypomagnesemia",
  -- Magnesium oxide at night (S21, S22, S23, R15, R16, R17; outside: magnesium-uk)
  CASE WHEN "magnesium-oxide-at-night" THEN 'true' WHEN (NOT "magnesium-oxide-at-night") THEN 'false' ELSE 'unknown' END
    AS "magnesium-oxide-at-night",
  -- Correct water and sodium first (S24, S25, R18)
  CASE WHEN "correct-depletion-first" THEN 'true' WHEN (NOT "correct-depletion-first") THEN 'false' ELSE 'unknown' END
    AS "correct-depletion-first",
  -- Magnesium: kidneys too weak (S26, R17; outside: acute-kidney-injury)
  CASE WHEN "magnesium-renal-caution" THEN 'true' WHEN (NOT "magnesium-renal-caution") THEN 'false' ELSE 'unknown' END
    AS "magnesium-renal-caution",
  -- Consider human albumin (S27, S28, S29, S30, S51, R19, R20; outside: albumin-label)
  CASE WHEN "consider-albumin" THEN 'true' WHEN (NOT "consider-albumin") THEN 'false' ELSE 'unknown' END
    AS "consider-albumin",
  -- No albumin (outside: albumin-label)
  CASE WHEN "albumin-contraindicated" THEN 'true' WHEN (NOT "albumin-contraindicated") THEN 'false' ELSE 'unknown' END
    AS "albumin-contraindicated",
  -- Consider orphenadrine (S27, S28, S31, R20; outside: orphenadrine-label)
  CASE WHEN "consider-orphenadrine" THEN 'true' WHEN (NOT "consider-orphenadrine") THEN 'false' ELSE 'unknown' END
    AS "consider-orphenadrine",
  -- No orphenadrine (outside: orphenadrine-label)
  CASE WHEN "orphenadrine-contraindicated" THEN 'true' WHEN (NOT "orphenadrine-contraindicated") THEN 'false' ELSE 'unknown' END
    AS "orphenadrine-contraindicated",
  -- Liver disease: blood tests in the first month (S32, R25)
  CASE WHEN "monitor-first-month" THEN 'true' WHEN (NOT "monitor-first-month") THEN 'false' ELSE 'unknown' END
    AS "monitor-first-month",
  -- Consider methocarbamol, short term (S27, S33, S34, S35, S52, R20, R21; outside: methocarbamol-label)
  CASE WHEN "consider-methocarbamol" THEN 'true' WHEN (NOT "consider-methocarbamol") THEN 'false' ELSE 'unknown' END
    AS "consider-methocarbamol",
  -- No methocarbamol (outside: methocarbamol-label)
  CASE WHEN "methocarbamol-contraindicated" THEN 'true' WHEN (NOT "methocarbamol-contraindicated") THEN 'false' ELSE 'unknown' END
    AS "methocarbamol-contraindicated",
  -- From 65 on: no muscle relaxants (outside: beers-2023)
  CASE WHEN "muscle-relaxant-older-adult" THEN 'true' WHEN (NOT "muscle-relaxant-older-adult") THEN 'false' ELSE 'unknown' END
    AS "muscle-relaxant-older-adult",
  -- Consider a short benzodiazepine trial (S27, S33, S36, R20, R22)
  CASE WHEN "consider-benzodiazepine-trial" THEN 'true' WHEN (NOT "consider-benzodiazepine-trial") THEN 'false' ELSE 'unknown' END
    AS "consider-benzodiazepine-trial",
  -- Benzodiazepine: risk too high (S37; outside: benzodiazepine-warnings, beers-2023)
  CASE WHEN "benzodiazepine-risk" THEN 'true' WHEN (NOT "benzodiazepine-risk") THEN 'false' ELSE 'unknown' END
    AS "benzodiazepine-risk",
  -- Avoid cyclobenzaprine (S43, S44, S45; outside: beers-2023)
  CASE WHEN "avoid-cyclobenzaprine" THEN 'true' WHEN (NOT "avoid-cyclobenzaprine") THEN 'false' ELSE 'unknown' END
    AS "avoid-cyclobenzaprine",
  -- Avoid quinidine (S46, S47; outside: quinidine-label)
  CASE WHEN "avoid-quinidine" THEN 'true' WHEN (NOT "avoid-quinidine") THEN 'false' ELSE 'unknown' END
    AS "avoid-quinidine",
  -- Refer to a specialist (S53, R23)
  CASE WHEN "refer-to-specialist" THEN 'true' WHEN (NOT "refer-to-specialist") THEN 'false' ELSE 'unknown' END
    AS "refer-to-specialist",
  -- Refer: no second-line treatment is open (S53, R23)
  CASE WHEN "refer-no-option-left" THEN 'true' WHEN (NOT "refer-no-option-left") THEN 'false' ELSE 'unknown' END
    AS "refer-no-option-left"
FROM decided_4;
