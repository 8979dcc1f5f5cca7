import { formatNumber } from '../../logic/quantity.ts'
import type { Terms } from '../../logic/action.ts'

const ucum = 'http://unitsofmeasure.org'

/** A FHIR Quantity in a UCUM unit. */
export const quantity = (value: number, code: string, unit = code) => ({
  value,
  unit,
  system: ucum,
  code,
})

/** A span of days, in weeks where it is whole weeks. */
export const span = (days: number) =>
  days % 7 === 0 ? quantity(days / 7, 'wk', 'weeks') : quantity(days, 'd', 'days')

const atMost = (value: number, unit: string, per: 'd' | 'wk') => ({
  numerator: quantity(value, unit),
  denominator: quantity(1, per, per === 'd' ? 'day' : 'week'),
})

const byMouth = { text: 'by mouth' }

/** How an order is dosed, as far as the guideline goes: it never names more than it knows. */
export const dosageOf = (terms: Terms, text: string): readonly object[] | undefined => {
  switch (terms.kind) {
    case 'titrate':
      return [{ text, route: byMouth, maxDosePerPeriod: atMost(terms.ceiling.value, 'mg', 'd') }]
    case 'supplement':
      return [
        {
          text,
          timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', when: ['HS'] } },
          route: byMouth,
          doseAndRate: [{ doseQuantity: quantity(terms.mmolPerDay, 'mmol') }],
          maxDosePerPeriod: atMost(terms.mmolPerDayAtMost, 'mmol', 'd'),
        },
      ]
    case 'consider':
      return terms.perWeek === undefined
        ? [{ text }]
        : [
            {
              text: `${text} (${formatNumber(terms.perWeek.low)} to ${formatNumber(terms.perWeek.high)} ${terms.perWeek.unit} a week)`,
              maxDosePerPeriod: atMost(terms.perWeek.high, terms.perWeek.unit, 'wk'),
            },
          ]
    default:
      return undefined
  }
}
