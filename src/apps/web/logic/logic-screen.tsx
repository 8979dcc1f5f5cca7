import { useState } from 'react'
import { guideline } from '../../../guideline/index.ts'
import { notComputable } from '../../../guideline/ledger.ts'
import { readings } from '../../../guideline/readings.ts'
import { source } from '../../../guideline/source.ts'
import { factsOf } from '../../../logic/condition.ts'
import { applies } from '../../../logic/statement.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { labelOf } from '../state/facts.ts'
import { goTo } from '../state/use-route.ts'

interface Numbered {
  readonly number: string
  readonly says: string
}

const numbered: readonly Numbered[] = [
  ...Object.entries(source).map(([number, { says }]) => ({ number, says })),
  ...Object.entries(readings).map(([number, { reading }]) => ({ number, says: reading })),
]

const carrying = (number: string) =>
  guideline.statements.filter(({ implements: carried }) =>
    (carried as readonly string[]).includes(number),
  )

const reasonOf = (number: string): string | undefined =>
  (notComputable as Readonly<Record<string, string | undefined>>)[number]

const rows = numbered.map((one) => {
  const statements = carrying(one.number)
  const inputs = new Set(
    statements.flatMap((statement) => factsOf(applies(statement)).map(({ id }) => id)),
  )
  const reason = reasonOf(one.number)
  return {
    ...one,
    statements,
    inputs: [...inputs],
    status: statements.length > 0 ? 'covered' : reason === undefined ? 'no rule' : 'not computable',
    reason,
  }
})

/** For authors: every number of the source and every reading, and what carries it out. */
export const LogicScreen = () => {
  const [onlyBare, setOnlyBare] = useState(false)
  const shown = onlyBare ? rows.filter(({ statements }) => statements.length === 0) : rows
  return (
    <>
      <p>
        {numbered.length} numbers, {guideline.statements.length} statements, rules{' '}
        {guideline.version}.
      </p>
      <label className="choice">
        <input
          type="checkbox"
          checked={onlyBare}
          onChange={(event) => {
            setOnlyBare(event.target.checked)
          }}
        />
        Only numbers without a rule
      </label>
      <div className="scroll" role="region" aria-label="Numbers and their rules" tabIndex={0}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col">What it says, in our words</th>
              <th scope="col">Statements</th>
              <th scope="col">Inputs</th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ number, says, statements, inputs, status, reason }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                <td>{clinicalText(says)}</td>
                <td>
                  {statements.map(({ id }) => (
                    <button
                      key={id}
                      type="button"
                      className="basis"
                      onClick={() => {
                        goTo('evidence', id)
                      }}
                    >
                      {id}
                    </button>
                  ))}
                </td>
                <td className="quiet">{inputs.map(labelOf).join('; ')}</td>
                <td>
                  {status}
                  {reason === undefined ? '' : `: ${reason}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
