import type { Interval } from '../../logic/interval.ts'
import type { Kind, Urgency } from '../../logic/statement.ts'

/** A statement with how many patients it holds for, does not, or cannot be decided for. */
export interface ReportStatement {
  readonly id: string
  readonly title: string
  readonly kind: Kind
  readonly counts: { readonly true: number; readonly unknown: number; readonly false: number }
}

/** A fact that is not known, and for how many patients something hangs on it. */
export interface MissingFact {
  readonly fact: string
  /** As it stands in a sentence: "eGFR". */
  readonly words: string
  readonly patients: number
}

/** One patient of the worklist. */
export interface ReportRow {
  readonly patient: string
  readonly urgency: Urgency
  /** One letter for each statement, in their order: `t` holds, `u` cannot be decided, `f` does not hold. */
  readonly outcomes: string
  /** Places in the list of missing facts. */
  readonly missing: readonly number[]
  /** As it is shown, with its date: ">60 on 2026-10-01"; left out where it is not known. */
  readonly eGfr?: string
  /** In mg/day, as it is shown. */
  readonly dose?: string
  /** In years, as it is shown. */
  readonly age?: string
  /** What to do, by its number in the summary, where the sweep numbers actions. */
  readonly actions?: readonly (string | number)[]
}

/** Patients of the same eGFR and the same dose; what is left out is not known. */
export interface DoseAtKidney {
  /** mL/min/1.73 m² */
  readonly eGfr?: Interval
  /** mg/day by mouth */
  readonly dose?: Interval
  readonly patients: number
}

/** Everything that a report shows. It is written as it is given: the report computes no medicine. */
export interface ReportInput {
  readonly guideline: {
    readonly id: string
    readonly version: string
    /** That it is not signed off, and what else every reader must be told. */
    readonly status: string
  }
  /** The day as of which the patients were assessed. */
  readonly on: string
  /** Said in a frame at the head, such as "not this guideline: limit changed". */
  readonly notices: readonly string[]
  /** Patients in the export. */
  readonly patients: number
  /** Patients that were assessed: they take baclofen, or may. */
  readonly assessed: number
  readonly urgency: Readonly<Record<Urgency, number>>
  readonly rejectedLines: number
  /** In the order in which a reader should meet them: the worst first. */
  readonly statements: readonly ReportStatement[]
  /** The most frequent first. */
  readonly missing: readonly MissingFact[]
  /** The worst first; rows of the same urgency stay in their order. */
  readonly worklist: readonly ReportRow[]
  /** Patients that are in the results and not in this worklist. */
  readonly leftOut: number
  readonly doses: readonly DoseAtKidney[]
  readonly limits: {
    /** Below this eGFR baclofen is avoided. */
    readonly severe: number
    /** Up to this eGFR the dose is reduced. */
    readonly moderate: number
    /** mg/day: the highest dose of the guideline. */
    readonly ceiling: number
    /** mg/day: the highest dose up to the moderate limit. */
    readonly reduced: number
  }
}
