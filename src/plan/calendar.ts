import type { DosesPerDay, Dose } from './split.ts'
import type { Tablets } from './tablets.ts'

/** Where a calendar comes from, printed with it. */
export interface Origin {
  /** The day of the assessment that allows it. */
  readonly assessedOn: string
  readonly guideline: {
    readonly id: string
    readonly version: string
    readonly status: string
    /** That it was past its review date on that day, in words; else it is not there. */
    readonly outOfDate?: string
  }
  /** The name of the site's policy, when there is one. */
  readonly policy?: string
  /** The statement that allows it, with its numbers and its basis. */
  readonly allowedBy: {
    readonly statement: string
    readonly implements: readonly string[]
    readonly basis: readonly string[]
  }
  /** Sentences for the prescriber, who confirms the calendar. */
  readonly notes: readonly string[]
}

/** A step whose dose whole and half tablets of the strengths at hand do not make. Nothing is rounded. */
export interface NotMade {
  readonly message: string
  /** The nearest daily doses that tablets make: information, not advice. */
  readonly mgPerDayBelow?: number
  readonly mgPerDayAbove?: number
}

/** A time at one dose. */
export interface DoseStep {
  readonly number: number
  /** First day. */
  readonly from: string
  /** Last day; left out for the last step, which goes on. */
  readonly until?: string
  readonly mgPerDay: number
  /** Against the dose before: above 0 is more. */
  readonly changeMgPerDay: number
  /** The doses of each day; empty when the dose is 0, or when tablets do not make it. */
  readonly doses: readonly Dose[]
  readonly tabletsPerWeek: readonly Tablets[]
  /** From the first day to the last. */
  readonly tabletsForStep?: readonly Tablets[]
  readonly notMade?: NotMade
  /** What to do before this step besides what goes before each. */
  readonly before: readonly string[]
}

/** What titration and taper calendars share. */
export interface DoseCalendar extends Origin {
  readonly medicine: 'baclofen'
  readonly presentMgPerDay: number
  readonly everyDays: number
  readonly mgPerTablet: readonly number[]
  readonly wholeTabletsOnly: boolean
  readonly dosesPerDay: DosesPerDay
  readonly steps: readonly DoseStep[]
  /** Every step is made of tablets. Until it is, nobody may follow the calendar: a step would be skipped. */
  readonly ready: boolean
}

/** Baclofen upward, step by step, to a ceiling. */
export interface TitrationCalendar extends DoseCalendar {
  readonly kind: 'titration'
  readonly stepMgPerDay: number
  readonly ceilingMgPerDay: number
  /** What to look for before each step; when it is there, the dose is not raised. */
  readonly watch: readonly string[]
}

/** Baclofen downward, by the steps that the prescriber set. */
export interface TaperCalendar extends DoseCalendar {
  readonly kind: 'taper'
  readonly stepMgPerDay: number
  readonly endMgPerDay: number
  /** What is commonly printed elsewhere (outside evidence), and how this taper differs from it. */
  readonly common: {
    readonly stepMgPerDay: readonly [number, number]
    readonly everyDays: number
    readonly differs: readonly string[]
  }
}

/** An amount of magnesium, each figure named (R15). */
export interface MagnesiumAmount {
  readonly mmol: number
  readonly mgMagnesiumOxide: number
  readonly mgElementalMagnesium: number
}

/** Magnesium oxide at night. */
export interface MagnesiumCalendar extends Origin {
  readonly kind: 'magnesium'
  readonly from: string
  /** The last night. */
  readonly until: string
  readonly nights: number
  readonly perNight: MagnesiumAmount
  /** The clinician chose more than the dose that the assessment names. */
  readonly raisedByClinician: boolean
  readonly tablet?: {
    /** As it was given, with its basis: "400 mg oxide". */
    readonly label: string
    readonly holds: MagnesiumAmount
    /** Tablets a night and in all; left out when whole and half tablets do not make the amount. */
    readonly perNight?: number
    readonly inAll?: number
    readonly notMade?: {
      readonly message: string
      readonly below?: MagnesiumAmount & { readonly tablets: number }
      readonly above?: MagnesiumAmount & { readonly tablets: number }
    }
    /** The label rounds: how far the tablets are from the amount. */
    readonly rounding?: string
  }
}

/** Days for blood tests. */
export interface MonitoringCalendar extends Origin {
  readonly kind: 'monitoring'
  readonly what: readonly string[]
  readonly everyDays: number
  readonly forDays: number
  readonly changes: readonly string[]
  readonly tests: readonly {
    readonly number: number
    readonly on: string
    /** Why on this day: the baseline before a change, or so many days after it. */
    readonly because: readonly string[]
  }[]
}

/** A calendar of any kind, as plain data. */
export type Calendar = TitrationCalendar | TaperCalendar | MagnesiumCalendar | MonitoringCalendar
