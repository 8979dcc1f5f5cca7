import type { Context } from './context.ts'
import { ageOn } from './day.ts'
import type { Placed } from './flatten.ts'
import { isThere, textOf } from './json.ts'
import type { Reading } from './reading.ts'

/** Reads the age on the day of the assessment; the record of a person who has died is refused. */
export const readPatient = (
  { resource, at }: Placed,
  { rules: { age }, on, problems }: Context,
  { given, why }: Reading,
): void => {
  const birth = textOf(resource['birthDate'])
  const years = birth === undefined ? undefined : ageOn(birth, on)
  if (birth === undefined) why.set(age.id, 'no birth date in the record')
  else if (years === undefined || years[1] > age.possible[1]) {
    why.set(age.id, 'the birth date cannot be read')
    problems.push({
      kind: 'set-aside',
      where: `${at}.birthDate`,
      message: `"${birth.slice(0, 40)}" is no birth date of a living person on ${on.date}.`,
      remedy: 'Give the birth date as YYYY-MM-DD.',
    })
  } else {
    given.set(age.id, { finding: { low: years[0], high: years[1] }, from: at })
  }
  const { deceasedBoolean, deceasedDateTime } = resource
  if (isThere(deceasedDateTime) || (isThere(deceasedBoolean) && deceasedBoolean !== false)) {
    problems.push({
      kind: 'contradiction',
      where: at,
      message: 'The record says that this person has died.',
      remedy: 'Check whose record this is; correct deceased[x] if it is wrong.',
    })
  }
}
