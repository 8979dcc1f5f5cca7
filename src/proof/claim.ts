import type { Condition } from '../logic/condition.ts'
import { applies } from '../logic/statement.ts'
import type { PlainClaim } from './restate.ts'
import { conditionWords } from './words.ts'

/** The conditions that a claim speaks of. A claim on the data alone speaks of none. */
export const conditionsOf = (claim: PlainClaim): readonly Condition[] => {
  switch (claim.op) {
    case 'always':
    case 'never':
    case 'open':
      return [claim.when, claim.then]
    case 'stays':
      return claim.until === undefined ? [claim.of] : [claim.of, claim.until]
    case 'varies':
      return [claim.of]
    case 'next-dose':
      return [applies(claim.of)]
    case 'only':
    case 'unnamed':
      return []
  }
}

/** A claim in one line. */
export const claimWords = (claim: PlainClaim): string => {
  switch (claim.op) {
    case 'always':
      return `wherever ${conditionWords(claim.when)}: ${conditionWords(claim.then)}`
    case 'never':
      return `wherever ${conditionWords(claim.when)}: never ${conditionWords(claim.then)}`
    case 'open':
      return `wherever ${conditionWords(claim.when)}: ${conditionWords(claim.then)}, or still open`
    case 'stays':
      return `${conditionWords(claim.of)} stays when more is learned`
    case 'varies':
      return `${conditionWords(claim.of)} holds for some and not for others`
    case 'next-dose':
      return `the next dose of ${claim.of.id} keeps to its bounds`
    case 'only':
      return `no other statement has an action of kind ${claim.action}`
    case 'unnamed':
      return `${claim.medicine} is never recommended`
  }
}
