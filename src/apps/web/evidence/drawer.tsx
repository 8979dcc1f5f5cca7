import { useEffect, useRef } from 'react'
import { citations, outsideReferences } from '../../../guideline/references.ts'
import { readings } from '../../../guideline/readings.ts'
import { source } from '../../../guideline/source.ts'
import type { Assessment } from '../../../assess/assess.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { useWords } from '../messages/words.ts'
import { goTo } from '../state/use-route.ts'
import { TraceTree } from './trace-tree.tsx'

const basisWords = {
  source: 'The source says it',
  reading: 'our reading of what the source leaves open',
  outside: 'evidence from outside the source',
} as const

const sourceOf = (number: string): string | undefined =>
  number in source ? source[number as keyof typeof source].says : undefined

const readingOf = (number: string): (typeof readings)[keyof typeof readings] | undefined =>
  number in readings ? readings[number as keyof typeof readings] : undefined

/** On whose word a row stands: the statement, why it holds, its citations, and how certain they are. */
export const EvidenceDrawer = ({
  id,
  plan,
}: {
  readonly id: string
  readonly plan: Assessment
}) => {
  const words = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const statement = plan.statements.find((one) => one.id === id)
  useEffect(() => {
    const shown = dialog.current
    shown?.show()
    shown?.querySelector<HTMLElement>('h2')?.focus()
    return () => {
      const row = document.getElementById(`row-${id}`)
      row?.closest('details')?.setAttribute('open', '')
      ;(row?.querySelector<HTMLElement>('button.basis') ?? row)?.focus()
    }
  }, [id])
  if (statement === undefined) return null
  const cited = citations.filter(({ number }) => statement.references.includes(number))
  const close = (): void => {
    goTo('')
  }
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby="drawer-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <div className="drawer-head">
        <h2 id="drawer-title" tabIndex={-1}>
          {clinicalText(statement.title)}
        </h2>
        <button type="button" onClick={close}>
          {words.close}
        </button>
      </div>
      <h3>What it says, in our words</h3>
      <p>{clinicalText(statement.says)}</p>
      <p className="quiet">
        Basis: {statement.basis.map((one) => basisWords[one]).join('; ')}. Statement{' '}
        <code>{statement.id}</code>.
      </p>
      <dl className="numbers">
        {statement.implements.map((number) => {
          const reading = readingOf(number)
          return (
            <div key={number}>
              <dt>{number}</dt>
              <dd>
                {clinicalText(sourceOf(number) ?? reading?.reading ?? '')}
                {reading !== undefined && (
                  <span className="quiet"> Because: {clinicalText(reading.because)}</span>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      <h3>Why it stands so for this patient</h3>
      <p>{clinicalText(statement.because)}</p>
      <details>
        <summary>Every condition, with its truth</summary>
        <TraceTree trace={statement.trace} />
      </details>
      <h3>Citations</h3>
      {cited.length === 0 ? (
        <p>The source cites nothing for this.</p>
      ) : (
        <ul>
          {cited.map(({ number, inferred, confidence, note }) => (
            <li key={number}>
              [{number}] Inferred ({confidence} confidence): {inferred}. {note ?? ''}
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">
        The source has no reference list: its numbers are shown as it gives them, and what is named
        here was inferred.
      </p>
      {statement.outside.length > 0 && (
        <>
          <h3>Outside evidence</h3>
          <ul>
            {statement.outside.map((key) => {
              const found = (
                outsideReferences as Readonly<
                  Record<string, { reference: string; shows: string; confidence: string }>
                >
              )[key]
              return found === undefined ? null : (
                <li key={key}>
                  {found.reference}: {found.shows} ({found.confidence})
                </li>
              )
            })}
          </ul>
        </>
      )}
      <h3>Certainty</h3>
      <p>The source does not grade this.</p>
      <p>
        <a
          href={`mailto:?subject=${encodeURIComponent(`crampwise ${plan.guideline.version}: ${statement.id}`)}&body=${encodeURIComponent('What is wrong with this statement (write no patient data):')}`}
        >
          Report a problem
        </a>{' '}
        <span className="quiet">Nothing about the patient is sent along.</span>
      </p>
    </dialog>
  )
}
