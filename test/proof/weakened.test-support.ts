import { guideline } from '../../src/guideline/index.ts'
import type { Definition } from '../../src/logic/definition.ts'
import { weakenings } from '../../src/proof/weaken.ts'

/** The guideline with parts taken out, each named as `weakenings` names it. */
export const without = (...parts: readonly string[]): Definition =>
  parts.reduce<Definition>((definition, part) => {
    const weakened = weakenings(definition).find(({ id }) => id === part)
    if (weakened === undefined) throw new Error(`Nothing to take out is called "${part}"`)
    return weakened.definition
  }, guideline)
