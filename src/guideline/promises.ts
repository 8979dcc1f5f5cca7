import type { SafetyPromise } from '../logic/promise.ts'
import { agreementPromises } from './promises-agreement.ts'
import { dosePromises } from './promises-dose.ts'
import { drugPromises } from './promises-drugs.ts'
import { fitPromises } from './promises-fit.ts'
import { guidancePromises } from './promises-guidance.ts'
import { offerPromises } from './promises-offers.ts'
import { reachPromises } from './promises-reach.ts'

/** Every promise of safety, in the order of its number: what `prove` holds against every patient. */
export const promises: readonly SafetyPromise[] = [
  ...dosePromises,
  ...drugPromises,
  ...guidancePromises,
  ...reachPromises,
  ...fitPromises,
  ...offerPromises,
  ...agreementPromises,
].sort((one, other) => Number.parseInt(one.id, 10) - Number.parseInt(other.id, 10))
