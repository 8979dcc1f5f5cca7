import type { SafetyPromise } from '../logic/promise.ts'
import { dosePromises } from './promises-dose.ts'
import { drugPromises } from './promises-drugs.ts'
import { guidancePromises } from './promises-guidance.ts'

/** Every promise of safety, in the order of its number: what `prove` holds against every patient. */
export const promises: readonly SafetyPromise[] = [
  ...dosePromises,
  ...drugPromises,
  ...guidancePromises,
].sort((one, other) => Number.parseInt(one.id, 10) - Number.parseInt(other.id, 10))
