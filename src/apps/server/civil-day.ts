/** A text that is made once for each civil day. */
export const eachDay = (clock: () => Date, make: (on: string) => string): (() => string) => {
  let made: { readonly on: string; readonly text: string } | undefined
  return () => {
    const on = civilDay(clock())
    if (made?.on !== on) made = { on, text: make(on) }
    return made.text
  }
}

/** The civil day of a moment in the time zone of this process, `YYYY-MM-DD`. */
export const civilDay = (moment: Date): string => {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
