import { expect, test, vi } from 'vitest'
import { order, result, searchset, typical, view } from './call.test-support.ts'

test.each(['Jane Doe 1950', 'Cel.mg', '(mg{Jane})2', '{Jane}{Doe}', 'mg(', '__proto__'])(
  'a unit of "%s" in a chart is never written to the console',
  async (unit) => {
    const written = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    )
    const dosageInstruction = [
      {
        timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
        doseAndRate: [{ doseQuantity: { value: 1, unit } }],
      },
    ]
    await view(
      typical({
        medications: searchset(order(1, { dosageInstruction })),
        potassium: searchset({ ...result('2823-3', 4), valueQuantity: { value: 4, unit } }),
        magnesium: searchset({ ...result('2601-3', 1), valueQuantity: { value: 1, unit } }),
      }),
    )
    for (const spy of written) expect(spy).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  },
)
