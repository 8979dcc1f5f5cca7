import { useEffect, useRef } from 'react'
import { citations, outsideReferences } from '../../../guideline/references.ts'
import { readings } from '../../../guideline/readings.ts'
import { source } from '../../../guideline/source.ts'
import type { Assessment } from '../../../assess/assess.ts'
import { spelledOut } from '../../../assess/trace-json.ts'
import { evidenceWords } from '../messages/evidence.ts'
import { useCatalog, useWords } from '../messages/words.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { goTo } from '../state/use-route.ts'
import type { Opened } from './opened.ts'
import { TraceTree } from './trace-tree.tsx'

const sourceOf = (number: string): string | undefined =>
  number in source ? source[number as keyof typeof source].says : undefined

const readingOf = (number: string): (typeof readings)[keyof typeof readings] | undefined =>
  number in readings ? readings[number as keyof typeof readings] : undefined

/** On whose word a row stands: the statement, why it holds, its citations, and how certain they are. */
export const EvidenceDrawer = ({
  opened: { statement: id, beneath },
  plan,
}: {
  readonly opened: Opened
  readonly plan: Assessment
}) => {
  const { close: closeWord } = useWords()
  const words = useCatalog(evidenceWords)
  const dialog = useRef<HTMLDialogElement>(null)
  const statement = plan.statements.find((one) => one.id === id)
  useEffect(() => {
    const shown = dialog.current
    const opener = document.activeElement
    shown?.show()
    shown?.querySelector<HTMLElement>('h2')?.focus()
    return () => {
      const row = document.getElementById(`row-${id}`)
      row?.closest('details')?.setAttribute('open', '')
      const back = row?.querySelector<HTMLElement>('button.basis') ?? row ?? opener
      if (back instanceof HTMLElement) back.focus()
    }
  }, [id])
  if (statement === undefined) return null
  const cited = citations.filter(({ number }) => statement.references.includes(number))
  const close = (): void => {
    goTo(beneath.screen, beneath.rest)
  }
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby="drawer-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <div className="drawer-head">
        <h2 id="drawer-title" tabIndex={-1}>
          {clinicalText(statement.title)}
        </h2>
        <button type="button" onClick={close}>
          {closeWord}
        </button>
      </div>
      <h3>{words.says}</h3>
      <p>{clinicalText(statement.says)}</p>
      <p className="quiet">
        {words.basis(statement.basis.map((one) => words.basisOf[one]).join('; '))} {words.statement}{' '}
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
                  <span className="quiet">
                    {' '}
                    {words.because} {clinicalText(reading.because)}
                  </span>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      <h3>{words.why}</h3>
      <p>{clinicalText(statement.because)}</p>
      <details>
        <summary>{words.conditions}</summary>
        <TraceTree trace={spelledOut(statement.trace, plan.conditions)} />
      </details>
      <h3>{words.citations}</h3>
      {cited.length === 0 ? (
        <p>{words.noCitation}</p>
      ) : (
        <ul>
          {cited.map(({ number, inferred, confidence, note }) => (
            <li key={number}>
              [{number}] {words.inferred(confidence)} {inferred}. {note ?? ''}
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">{words.noList}</p>
      {statement.outside.length > 0 && (
        <>
          <h3>{words.outside}</h3>
          <ul>
            {statement.outside.map((key) => {
              const found = (
                outsideReferences as Readonly<
                  Record<string, { reference: string; shows: string; confidence: string }>
                >
              )[key]
              return found === undefined ? null : (
                <li key={key}>
                  {found.reference}: {found.shows} (
                  {words.howSure[found.confidence] ?? found.confidence})
                </li>
              )
            })}
          </ul>
        </>
      )}
      <h3>{words.certainty}</h3>
      <p>{words.ungraded}</p>
      <p>
        <a
          href={`mailto:?subject=${encodeURIComponent(`crampwise ${plan.guideline.version}: ${statement.id}`)}&body=${encodeURIComponent(words.reportBody)}`}
        >
          {words.report}
        </a>{' '}
        <span className="quiet">{words.nothingSent}</span>
      </p>
    </dialog>
  )
}
