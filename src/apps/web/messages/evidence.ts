/** What the evidence drawer says of itself, in English. */
export const evidenceWords = {
  says: 'What it says, in our words',
  basis: (of: string) => `Basis: ${of}.`,
  statement: 'Statement',
  basisOf: {
    source: 'the source says it',
    reading: 'our reading of what the source leaves open',
    outside: 'evidence from outside the source',
  },
  because: 'Because:',
  why: 'Why it stands so for this patient',
  conditions: 'Every condition, with its truth',
  citations: 'Citations',
  noCitation: 'The source cites nothing for this.',
  inferred: (number: number, confidence: string) =>
    `[${String(number)}] Inferred (${confidence} confidence):`,
  noList:
    'The source has no reference list: its numbers are shown as it gives them, and what is named here was inferred.',
  outside: 'Outside evidence',
  howSure: {
    read: 'read in the document itself',
    'second-hand': 'second-hand',
    general: 'general knowledge, to be checked',
  } as Readonly<Record<string, string>>,
  certainty: 'Certainty',
  ungraded: 'The source does not grade this.',
  report: 'Report a problem',
  reportBody: 'What is wrong with this statement (write no patient data):',
  nothingSent: 'Nothing about the patient is sent along.',
  truth: { true: 'true', false: 'false', unknown: 'not known' },
  isKnown: (fact: string) => `${fact}: is known`,
  allOf: 'all of',
  anyOf: 'any of',
  not: 'not',
  ofStatement: (id: string) => `statement ${id}`,
}
