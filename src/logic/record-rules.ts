import type { QuantityFact } from './fact.ts'

/** How sure we are that a code means what we say: see `docs/decisions/0008-codes-and-what-they-prove.md`. */
export type CodeStatus = 'verified' | 'by-elimination' | 'unverified'

/** One code of a terminology. */
export interface Code {
  readonly system: string
  readonly code: string
  readonly means: string
  readonly status: CodeStatus
  /** Every code that begins so counts too: the terminology is a hierarchy by its letters. */
  readonly andBelow?: true
}

/** A product taken by mouth, with how much of the drug one tablet, or one mL, holds. */
export interface OralProduct extends Code {
  readonly mg: number
  readonly per: 'tablet' | 'mL'
}

/**
 * Words in lower case, of letters, digits and spaces. A space at an end is the edge of a word, one
 * within stands for anything between two words: " aki " is a word of its own, "epilep" begins some,
 * "acute kidney" is also found in "acute-kidney".
 */
export type Words = readonly string[]

/** What an entry of a list says of a fact: that it is so, or that it must be asked. */
export interface PresenceRule {
  readonly fact: string
  readonly is: 'true' | 'unknown'
  readonly codes: readonly Code[]
  /** Words that name it in an entry without a code we know: the fact must then be asked. */
  readonly names?: Words
  /**
   * For codes that public data misuse: an entry whose display has none of these words must be asked.
   */
  readonly saidAs?: Words
  /**
   * Whether a list that was supplied and names none of these makes the fact false. Only for sets
   * that are complete enough to rely on; anywhere else the fact's own `absent` decides.
   */
  readonly complete: boolean
}

/** One laboratory code of a quantity. */
export interface LaboratoryCode extends Code {
  /** 1 goes before 2 among results of the same day. */
  readonly rank: number
  /** What the code measures: a result in the other kind of unit contradicts its code. */
  readonly measures: 'substance' | 'mass' | 'rate'
  /** One of a pair for one blood sample: the lower is used, and the higher alone is no more than a bound. */
  readonly stratified?: 'lower' | 'higher'
}

/** How results of one quantity are read. */
export interface LaboratoryRule {
  readonly fact: QuantityFact
  readonly codes: readonly LaboratoryCode[]
  /** Codes of a quantity that is called the same and is another: no result that carries one is read. */
  readonly never?: readonly Code[]
  /** Results that this one is computed from: where one of them is newer, this one is out of date. */
  readonly computedFrom?: { readonly words: string; readonly codes: readonly Code[] }
  /** Units that are the canonical one, spelled otherwise. */
  readonly spellings: readonly string[]
  /** The unit that a text result without one is in, where the code leaves no choice. */
  readonly unitOfText?: true
  /** A unit of another quantity that looks alike: such a value may block, never permit (upper bound to this). */
  readonly lookalike?: { readonly units: readonly string[]; readonly blocksUpTo: number }
  /** For conversion between mass and substance: g/mol, and the charge of the ion. */
  readonly molarMass?: number
  readonly charge?: number
  /** A diagnosis that stands in for a result where there is no current one. */
  readonly standIn?: {
    readonly codes: readonly Code[]
    /** Words for such a diagnosis: they stand in for nothing, and are told to the reader. */
    readonly names: Words
    readonly below: number
  }
  /**
   * Limits, each with what is on its lower side. Of results of one day that lie on different sides
   * the lower is used, and both are told.
   */
  readonly sides?: readonly { readonly by: '<' | '<='; readonly limit: number }[]
}

/** Everything that reading a record needs to know of the medicine: codes, strengths, units, time. */
export interface RecordRules {
  /** Names by which a terminology is known beside its own. */
  readonly systems: Readonly<Record<string, string>>
  readonly drug: {
    /** As it stands in a sentence: "baclofen". */
    readonly name: string
    readonly dose: QuantityFact
    readonly days: QuantityFact
    readonly takes: string
    readonly pump: string
    /** Codes that name the drug and leave the route open. */
    readonly anyRoute: readonly Code[]
    readonly oral: readonly OralProduct[]
    readonly pumped: readonly Code[]
    /** The fact that must be asked when the drug may have been stopped lately. */
    readonly withdrawal: string
    /** For so many days after a stop; longer where the record does not say when it was. */
    readonly withdrawalDays: number
    /** Words that name the drug. */
    readonly names: Words
    /** Words that say that it is for a pump: in a name, a route, an instruction or a note. */
    readonly pumpNames: Words
    readonly routes: {
      readonly oral: readonly Code[]
      readonly pump: readonly Code[]
      /** Words for the way to a pump that mean it only where a route is named. */
      readonly pumpNames: Words
    }
    /** Words of an instruction that say that it is taken as needed. */
    readonly asNeededNames: Words
    /** Words in the text of an instruction for so many times a day. */
    readonly timesNames: readonly { readonly times: number; readonly names: Words }[]
    /** Words in the text of an instruction that say that its amount changes, or is not taken now. */
    readonly changingNames: Words
  }
  readonly age: QuantityFact
  readonly laboratory: readonly LaboratoryRule[]
  readonly problems: readonly PresenceRule[]
  readonly medicines: readonly PresenceRule[]
  readonly allergies: readonly PresenceRule[]
  readonly procedures: readonly (PresenceRule & {
    /** A procedure done counts for so many days. */
    readonly countsForDays: number
  })[]
  readonly tablets: readonly string[]
  /** A dated result older than this counts as not known (R04). */
  readonly staleAfterDays: number
  /** From this age on, a result is to be repeated sooner in some people. */
  readonly repeatAfterDays: number
  /** Facts about the present dose: an answer from before the dose was last changed says nothing of them. */
  readonly ofPresentDose: readonly string[]
  /** The canonical address of the questionnaire whose answers are facts. */
  readonly questionnaire: string
}
