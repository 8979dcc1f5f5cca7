import { formatNumber } from '../logic/quantity.ts'
import { wrap } from '../logic/wrap.ts'
import type {
  Calendar,
  MagnesiumAmount,
  MagnesiumCalendar,
  MonitoringCalendar,
} from './calendar.ts'
import { longDate, longDates } from './dates.ts'
import { taperText, titrationText } from './text-doses.ts'
import { confirmation, footer, section, tickBoxes } from './text-parts.ts'

/** A calendar as plain text of 80 columns. */
export const calendarText = (calendar: Calendar): string => `${parts(calendar).join('\n\n')}\n`

const parts = (calendar: Calendar): readonly string[] => {
  switch (calendar.kind) {
    case 'titration':
      return titrationText(calendar)
    case 'taper':
      return taperText(calendar)
    case 'magnesium':
      return magnesiumText(calendar)
    case 'monitoring':
      return monitoringText(calendar)
  }
}

/** An amount in its three figures, each named (R15). */
const amountWords = (amount: MagnesiumAmount): string =>
  `${formatNumber(amount.mmol)} mmol = ${formatNumber(amount.mgMagnesiumOxide)} mg magnesium oxide = ${formatNumber(amount.mgElementalMagnesium)} mg elemental magnesium`

const magnesiumText = (calendar: MagnesiumCalendar): readonly string[] => {
  const { from, until, nights, perNight, raisedByClinician, tablet } = calendar
  return [
    confirmation('MAGNESIUM OXIDE AT NIGHT', calendar),
    [
      ...section('EACH NIGHT, AT BEDTIME', [
        `${amountWords(perNight)} per night.`,
        ...(raisedByClinician ? ['More than the usual start: the step of a clinician.'] : []),
      ]),
      ...tabletLines(tablet),
    ].join('\n'),
    [
      `${longDates(from, until)}: ${String(nights)} ${nights === 1 ? 'night' : 'nights'}`,
      ...tickBoxes(from, until),
    ].join('\n'),
    ...footer(calendar),
  ]
}

const tabletLines = (tablet: MagnesiumCalendar['tablet']): readonly string[] => {
  if (tablet === undefined) return ['  No tablet was named: the pharmacist finds one.']
  const lines = [`One tablet (${tablet.label}) is ${amountWords(tablet.holds)}.`]
  const { perNight, inAll, notMade, rounding } = tablet
  if (perNight !== undefined && inAll !== undefined) {
    lines.push(
      `Tablets per night: ${formatNumber(perNight)}. In all: ${formatNumber(inAll)}.`,
      ...(rounding === undefined ? [] : [rounding]),
    )
  }
  if (notMade !== undefined) {
    const near = (words: string, amount: (MagnesiumAmount & { tablets: number }) | undefined) =>
      amount === undefined
        ? []
        : [`${words}: tablets: ${formatNumber(amount.tablets)}; ${amountWords(amount)}.`]
    lines.push(
      `THIS TABLET DOES NOT MAKE THE DOSE. ${notMade.message}`,
      ...near('Nearest below', notMade.below),
      ...near('Nearest above', notMade.above),
      'The prescriber decides.',
    )
  }
  return lines.map((line) => wrap(line, '  '))
}

const monitoringText = (calendar: MonitoringCalendar): readonly string[] => {
  const { what, tests, everyDays, forDays } = calendar
  return [
    confirmation(`BLOOD TESTS: ${what.join(', ').toUpperCase()}`, calendar),
    wrap(
      `Before each change of dose, then every ${String(everyDays)} days for ${String(forDays)} days. Each further change starts this again.`,
    ),
    tests
      .map(({ on, because }) => wrap(`${longDate(on)} (${because.join('; ')})`, '  [ ] ', '      '))
      .join('\n'),
    ...footer(calendar),
  ]
}
