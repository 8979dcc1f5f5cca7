import type { QuantityFact } from '../../../logic/fact.ts'
import { useWords } from '../messages/words.ts'
import { convertText, isLikelyIn } from '../state/read-quantity.ts'
import { unitOf } from '../state/units.ts'

/** What to do with a number whose unit is changed: it is never converted unasked. */
export const UnitPrompt = ({
  fact,
  text,
  from,
  to,
  onChoose,
}: {
  readonly fact: QuantityFact
  readonly text: string
  readonly from: string
  readonly to: string
  readonly onChoose: (text: string) => void
}) => {
  const words = useWords()
  const unit = unitOf(fact, to).words
  const converted = convertText(fact, text, from, to)
  const reinterpret = (
    <button
      key="reinterpret"
      type="button"
      onClick={() => {
        onChoose(text)
      }}
    >
      {words.reinterpret(text, unit)}
    </button>
  )
  const convert = (
    <button
      key="convert"
      type="button"
      onClick={() => {
        onChoose(converted)
      }}
    >
      {words.convert(converted, unit)}
    </button>
  )
  // A value that only the new unit makes likely was most probably meant in it.
  const meant = !isLikelyIn(fact, text, from) && isLikelyIn(fact, text, to)
  return (
    <p className="field-note prompt" role="alert">
      {words.ask(text, unit)} {meant ? [reinterpret, convert] : [convert, reinterpret]}
    </p>
  )
}
