/** The next dose in mg/day: one step up, but never above the ceiling (R06). */
export const nextDose = (present: number, step: number, ceiling: number): number =>
  Math.min(present + step, ceiling)
