import { all, atLeast, below, is, known } from './condition.ts'
import type { Condition } from './condition.ts'
import type { Finding } from './fact.ts'
import { compareInterval, exactly } from './interval.ts'
import { mgPerDay, mmolPerL } from './quantity.ts'
import type { Statement } from './statement.ts'
import { evaluate } from './trace.ts'
import { and } from './truth.ts'
import type { Truth } from './truth.ts'
import { ceiling, cramps, dose, limit, low, potassium, severe } from './vocabulary.test-support.ts'

// What compiles.
const right: readonly Condition[] = [
  below(dose, ceiling),
  below(potassium, low),
  atLeast(dose, limit(mgPerDay(5))),
  is(cramps),
  known(dose),
]
const truth: Truth = evaluate(all(...right), { dose: exactly(20), cramps: 'unknown' })

// What must not.

// @ts-expect-error a dose is not compared with a filtration rate
below(dose, severe)

// @ts-expect-error nor with a concentration
atLeast(dose, limit(mmolPerL(5)))

// @ts-expect-error nor with a number that has no unit
below(dose, 30)

// @ts-expect-error nor with a quantity that nobody named
below(dose, mgPerDay(30))

// @ts-expect-error a quantity is not present or absent
is(dose)

// @ts-expect-error a presence is not more or less
below(cramps, ceiling)

// @ts-expect-error a truth is no boolean
export const asBoolean: boolean = truth

// @ts-expect-error and is never equal to one
export const compared: boolean = truth === true

// @ts-expect-error nor is a boolean a truth
and([true, truth])

// @ts-expect-error null says nothing: a fact that is not known is left out, or 'unknown'
export const asNull: Finding = null

// @ts-expect-error a bare number is no finding: it is exactly that value, or a bound
evaluate(below(dose, ceiling), { dose: 20 })

// @ts-expect-error there is no equality: a limit always belongs to one side
compareInterval(exactly(30), '=', 30)

// @ts-expect-error there are six shapes
export const seventh: Condition = { op: 'xor', of: right }

// @ts-expect-error a statement implements numbers of the source or of our readings
export const numbers: Statement['implements'] = ['X01']

// @ts-expect-error conditions are not changed once they are made
right[0] = is(cramps)
