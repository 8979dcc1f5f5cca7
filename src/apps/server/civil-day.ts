/** The civil day of a moment in the time zone of this process, `YYYY-MM-DD`. */
export const civilDay = (moment: Date): string => {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
