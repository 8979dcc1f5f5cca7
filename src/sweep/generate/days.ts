const millisecondsADay = 86_400_000

const made = new Map<string, (days: number) => string>()

/** The dates before (or, where negative, after) a day; each is worked out once. */
export const dayBefore = (on: string): ((days: number) => string) => {
  const known = made.get(on)
  if (known !== undefined) return known
  const start = Date.parse(`${on}T00:00:00Z`)
  const dates: string[] = []
  const before = (days: number): string => {
    const date = dates[days] ?? new Date(start - days * millisecondsADay).toISOString().slice(0, 10)
    if (days >= 0) dates[days] = date
    return date
  }
  made.set(on, before)
  return before
}
