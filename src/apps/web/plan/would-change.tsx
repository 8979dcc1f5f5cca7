import type { Assessment } from '../../../assess/assess.ts'
import { guideline } from '../../../guideline/index.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import type { Words } from '../messages/en.ts'
import { useWords } from '../messages/words.ts'
import { factOf, labelOf } from '../state/facts.ts'
import type { Derived } from '../state/derive.ts'
import { unitsOf } from '../state/units.ts'
import { outcomesOf } from './outcomes.ts'

/** How many questions are put: the most worth asking. */
const shown = 3

/** Goes to the field of a fact and opens what it lies in. */
export const focusFact = (id: string): void => {
  const name = id === 'cirrhosis' ? 'liverDisease' : id
  const field = document.getElementById(`fact-${name}`)
  if (field === null) return
  field.closest('details')?.setAttribute('open', '')
  field.closest<HTMLDetailsElement>('details.inputs')?.setAttribute('open', '')
  const target =
    field instanceof HTMLFieldSetElement
      ? (field.querySelector<HTMLElement>('input:checked') ?? field)
      : field
  target.focus()
  target.scrollIntoView({ block: 'center' })
}

const titles: ReadonlyMap<string, string> = new Map(
  guideline.statements.map(({ id, title }) => [id, title]),
)

const titlesOf = (ids: readonly string[]): string =>
  ids.map((id) => titles.get(id) ?? id).join('; ')

const short = (adds: readonly string[], words: Words): string =>
  adds.length > 3 ? words.andMore(adds.slice(0, 3).join('; '), adds.length - 3) : adds.join('; ')

/** What is worth finding out next, and the nearest values at which the plan would be another. */
export const WouldChange = ({
  plan,
  derived,
}: {
  readonly plan: Assessment
  readonly derived: Derived
}) => {
  const words = useWords()
  const { ask, assumed, changes } = plan
  const told = (fact: string): string => {
    const outcomes = outcomesOf(fact, derived.picture, words)
    if (outcomes.every(({ adds }) => adds.length === 0)) return words.onlyTogether
    return outcomes
      .map(({ when, adds }) =>
        clinicalText(
          `${when} ${adds.length === 0 ? words.otherwise : words.adds(short(adds, words))}`,
        ),
      )
      .join('; ')
  }
  return (
    <section className="would-change" aria-labelledby="would-change-title">
      <h3 id="would-change-title">{words.wouldChange}</h3>
      {ask.length === 0 ? (
        <p className="stop-signal">{words.nothingMissing(assumed.length)}</p>
      ) : (
        <ol>
          {ask.slice(0, shown).map(({ fact }) => (
            <li key={fact}>
              <div>
                <strong>{labelOf(fact)}</strong>: {told(fact)}.
              </div>
              <button
                type="button"
                onClick={() => {
                  focusFact(fact)
                }}
                aria-label={words.enterFact(labelOf(fact))}
              >
                {words.enter}
              </button>
            </li>
          ))}
        </ol>
      )}
      {changes.length > 0 && (
        <details className="flips">
          <summary>{words.nearest}</summary>
          <ul>
            {changes.map(({ fact, at, when, becomes, ceases }) => {
              const quantity = factOf(fact)
              const unit = quantity?.kind === 'quantity' ? (unitsOf(quantity)[0]?.words ?? '') : ''
              return (
                <li key={`${fact} ${when} ${String(at)}`}>
                  <strong>{labelOf(fact)}</strong>{' '}
                  {clinicalText(
                    `${words.comparison[when]} ${formatNumber(at)} ${unit}: ${[
                      ...(becomes.length > 0 ? [words.adds(titlesOf(becomes))] : []),
                      ...(ceases.length > 0 ? [words.ends(titlesOf(ceases))] : []),
                    ].join('; ')}.`,
                  )}
                </li>
              )
            })}
          </ul>
        </details>
      )}
    </section>
  )
}
