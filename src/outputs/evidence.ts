/** What a guideline rests on, in its own words: the source, our readings, and what was cited. */
export interface Evidence {
  /** The assertions of the source, by number. */
  readonly source: Readonly<Record<string, SourceAssertion>>
  /** How the source is read where it is silent, by number. */
  readonly readings: Readonly<Record<string, ReadingOfSource>>
  /** The source's citations; their reference list was not supplied. */
  readonly citations: readonly CitedReference[]
  /** Evidence from outside the source, by key. */
  readonly outside: Readonly<Record<string, OutsideEvidence>>
  /** Numbers that no statement carries out, each with the reason. */
  readonly notComputable: Readonly<Record<string, string | undefined>>
}

/** One assertion of the source. */
export interface SourceAssertion {
  readonly section: string
  readonly says: string
  readonly cites: readonly number[]
}

/** One reading, and why it was chosen. */
export interface ReadingOfSource {
  readonly question: string
  readonly reading: string
  readonly because: string
}

/** A citation number of the source with the identity that was inferred for it. */
export interface CitedReference {
  readonly number: number
  readonly inferred: string
  readonly confidence: string
  readonly note?: string
}

/** A piece of outside evidence. */
export interface OutsideEvidence {
  readonly reference: string
  readonly shows: string
  readonly confidence: string
}

/** What every output says of itself, wherever it goes. */
export const disclaimer =
  'Not clinically signed off, and no medical device. For health professionals, who can review the basis of every statement; it does not replace their judgment. The source is an answer made by a language model and published as awaiting human review.'

const howSure: Readonly<Record<string, string>> = {
  read: 'read in the document itself',
  'second-hand': 'second-hand',
  general: 'general knowledge, to be checked',
}

/** How sure an outside reference is, in words. */
export const outsideConfidence = (of: OutsideEvidence): string =>
  howSure[of.confidence] ?? of.confidence

/** A number of the source or of a reading in words; undefined where there is no such number. */
export const saidBy = (evidence: Evidence, number: string): string | undefined =>
  evidence.source[number]?.says ?? evidence.readings[number]?.reading
