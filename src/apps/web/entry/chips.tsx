import { intervalWords } from '../../../assess/words.ts'
import { useWords } from '../messages/words.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import type { Derived } from '../state/derive.ts'
import { labelOf, quantities } from '../state/facts.ts'
import { focusFact } from '../plan/would-change.tsx'

/** What was measured, in a line of buttons that lead to the fields: for narrow windows. */
export const Chips = ({ derived }: { readonly derived: Derived }) => {
  const words = useWords()
  return (
    <ul className="chips" aria-label={words.patient}>
      {quantities.map((fact) => {
        const finding = derived.fields[fact.id].given?.finding
        const value =
          typeof finding === 'object'
            ? intervalWords(finding, fact.unit, fact.possible)
            : words.unknown.toLowerCase()
        return (
          <li key={fact.id}>
            <button
              type="button"
              onClick={() => {
                focusFact(fact.id)
              }}
            >
              {words.chipNames[fact.id] ?? labelOf(fact.id)} {clinicalText(value)}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
