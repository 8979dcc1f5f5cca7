/** What a patient reads on paper, in one language. Short sentences, plain words. */
export interface HandoutWords {
  /** The language, as `lang` has it. */
  readonly lang: string
  readonly name: string
  /** A clinician who speaks the language has read it and agrees. */
  readonly clinicallyReviewed: boolean
  readonly notReviewed: string
  /** Where the rules come from. */
  readonly origin: string
  /** For a plan from rules that are past their review date. */
  readonly outOfDate: string
  readonly title: (goesUp: boolean) => string
  readonly medicine: string
  readonly startsOn: (date: string) => string
  readonly until: (date: string, mg: string) => string
  readonly step: string
  readonly days: string
  readonly from: (date: string) => string
  readonly range: (from: string, until: string) => string
  readonly morning: string
  readonly midday: string
  readonly bedtime: string
  readonly none: string
  readonly total: string
  readonly perDay: (mg: string) => string
  readonly tablets: (count: number, mg: string) => string
  readonly done: string
  readonly neverStop: readonly [heading: string, words: string]
  readonly beforeStep: (goesUp: boolean, watch: string) => readonly [heading: string, words: string]
  readonly getHelp: readonly [heading: string, words: string]
  readonly missed: string
  readonly phone: string
  readonly confirmedBy: string
  readonly edited: string
}
