const rfc3339 = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/

/**
 * A moment that is written as RFC 3339, in UTC and to the microsecond, so that the same moment is always
 * the same text; nothing when it is none, or lies before 1970 or after 9999.
 */
export const utcInstant = (text: string): string | undefined => {
  const [, day = '', time = '', fraction = '', zone = ''] = rfc3339.exec(text) ?? []
  const midnight = new Date(`${day}T00:00:00Z`)
  // A day such as 30 February would be taken for one in March.
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day)) return undefined
  const moment = new Date(`${day}T${time}${zone.toUpperCase()}`)
  const year = moment.getUTCFullYear()
  if (Number.isNaN(moment.getTime()) || year < 1970 || year > 9999) return undefined
  return moment.toISOString().replace(/\.000Z$/, `.${fraction.slice(0, 6).padEnd(6, '0')}Z`)
}
