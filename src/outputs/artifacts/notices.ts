/** The notices that the owners of terminologies ask for, by code system. */
const notices: Readonly<Record<string, string>> = {
  'http://loinc.org':
    'This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.',
  'http://snomed.info/sct':
    'This material includes SNOMED Clinical Terms® (SNOMED CT®) which is used by permission of SNOMED International. All rights reserved. SNOMED CT® was originally created by the College of American Pathologists. SNOMED and SNOMED CT are registered trademarks of SNOMED International. Implementers of these artefacts must have the appropriate SNOMED CT Affiliate license: see https://www.snomed.org/get-snomed.',
  'http://www.nlm.nih.gov/research/umls/rxnorm':
    'This product uses publicly available data courtesy of the U.S. National Library of Medicine (NLM), National Institutes of Health, Department of Health and Human Services; NLM is not responsible for the product and does not endorse or recommend this or any other product.',
  'http://www.whocc.no/atc':
    'ATC codes are those of the WHO Collaborating Centre for Drug Statistics Methodology, Oslo, Norway (https://atcddd.fhi.no).',
  'http://hl7.org/fhir/sid/icd-10-cm':
    'ICD-10-CM codes are those of the U.S. National Center for Health Statistics, under authorization by the World Health Organization, which holds the copyright of ICD-10.',
}

/** The notices for the code systems named, each once. */
export const copyrightOf = (systems: readonly string[]): string =>
  [...new Set(systems)].map((system) => notices[system] ?? `Codes of ${system}.`).join('\n\n')
