import { lazy, Suspense, useState } from 'react'
import { exactValue } from '../../../logic/interval.ts'
import { useWords } from '../messages/words.ts'
import type { Derived } from '../state/derive.ts'
import { quantityOf } from '../state/facts.ts'
import type { Edit } from '../state/reduce.ts'

const CreatinineEstimate = lazy(async () => ({
  default: (await import('./creatinine-estimate.tsx')).CreatinineEstimate,
}))

/** Opens the estimate of eGFR from creatinine; it is loaded when it is wanted. */
export const FromCreatinine = ({
  derived,
  edit,
}: {
  readonly derived: Derived
  readonly edit: (edit: Edit) => void
}) => {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const finding = derived.fields.age.given?.finding
  const age = typeof finding === 'object' ? exactValue(finding) : undefined
  return (
    <details
      className="result-details"
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open)
      }}
    >
      <summary>{words.fromCreatinine}</summary>
      {isOpen && (
        <Suspense fallback={<p>{words.loading}</p>}>
          <CreatinineEstimate
            {...(age === undefined ? {} : { age })}
            accept={(text, estimated) => {
              edit({
                kind: 'typed',
                fact: 'eGfr',
                typed: { text, unit: quantityOf('eGfr').unit, estimated },
              })
              setOpen(false)
            }}
          />
        </Suspense>
      )}
    </details>
  )
}
