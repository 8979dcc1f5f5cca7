import type { Model } from 'z3-solver'
import type { Definition } from '../../src/logic/definition.ts'
import { applies } from '../../src/logic/statement.ts'
import type { Truth } from '../../src/logic/truth.ts'
import type { Stated } from '../../src/proof/concrete.ts'
import type { Truths as Formulas } from '../../src/proof/encode.ts'
import { anyPatient } from '../../src/proof/patient.ts'
import type { AnyPatient } from '../../src/proof/patient.ts'
import { real } from '../../src/proof/session.ts'
import type { Formula, Real, Terms } from '../../src/proof/session.ts'
import type { Engine } from './engine.ts'

/** What may be planted in the encoding. */
export interface Z3Options {
  /** The definition that is encoded. */
  readonly encoded?: Definition
  readonly plantInFormulas?: (formulas: Formulas) => Formulas
}

/** The solver's own evaluation of the formulas that the proofs are made of, under one patient's values. */
export const z3 = (
  terms: Terms,
  definition: Definition,
  { encoded = definition, plantInFormulas = (formulas) => formulas }: Z3Options = {},
): Engine => {
  const patient = anyPatient(terms, encoded)
  const bit = (formula: Formula) =>
    terms.If(formula, terms.BitVec.val(1, 1), terms.BitVec.val(0, 1))
  const formulas = encoded.statements.map((of) => plantInFormulas(patient.truths(applies(of))))
  const bits = formulas.flatMap(({ yes, no }) => [bit(yes), bit(no)])
  const width = bits.length
  const answer = terms.Concat(...bits)
  const model = new terms.Model()
  const describe = describer(terms, model, patient)
  return {
    name: 'Z3',
    ask: (patients) =>
      Promise.resolve(
        patients.map((one) => {
          describe(one)
          const value = model.eval(answer, true).value()
          const read = value.toString(2).padStart(width, '0')
          return formulas.map((_of, index) => truthOf(read.slice(2 * index, 2 * index + 2)))
        }),
      ),
  }
}

const truthOf = (bits: string): Truth => {
  if (bits === '11') throw new Error('Z3 says both true and false')
  return bits === '10' ? 'true' : bits === '01' ? 'false' : 'unknown'
}

/** Gives every constant of the encoding the value that it has in this patient. */
const describer = (terms: Terms, model: Model, any: AnyPatient): ((patient: Stated) => void) => {
  const [yesBit, noBit] = [terms.Bool.val(true), terms.Bool.val(false)]
  const numbers = new Map<number, Real>()
  const last = new Map<Formula | Real, boolean | number>()
  /** Only what differs from the patient before is told again. */
  const tell = (constant: Formula | Real, value: boolean | number): void => {
    if (last.get(constant) === value) return
    last.set(constant, value)
    if (typeof value === 'boolean') {
      model.updateValue(constant, value ? yesBit : noBit)
      return
    }
    const number = numbers.get(value) ?? real(terms, value)
    numbers.set(value, number)
    model.updateValue(constant, number)
  }
  return (patient) => {
    for (const { fact, yes, no, assumed } of any.presences) {
      const isAssumed = fact.absent === 'assumed-no' && patient[fact.id] === undefined
      tell(yes, patient[fact.id] === 'true')
      tell(no, patient[fact.id] === 'false' || isAssumed)
      if (fact.absent === 'assumed-no') tell(assumed, isAssumed)
    }
    for (const { fact, known, low, high, lowOpen, highOpen, hasOwn, own } of any.amounts) {
      const finding = patient[fact.id]
      const interval = typeof finding === 'object' ? finding : undefined
      tell(known, interval !== undefined)
      tell(lowOpen, interval?.lowOpen === true)
      tell(highOpen, interval?.highOpen === true)
      tell(hasOwn, interval?.lowerLimit !== undefined)
      tell(low, interval?.low ?? 0)
      tell(high, interval?.high ?? 0)
      tell(own, interval?.lowerLimit ?? 0)
    }
  }
}
