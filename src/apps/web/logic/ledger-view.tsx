import { useId, useMemo, useState } from 'react'
import tests from 'virtual:tests-naming'
import { guideline } from '../../../guideline/index.ts'
import type { Statement } from '../../../logic/statement.ts'
import { openEvidence } from '../evidence/opened.ts'
import { useCatalog } from '../messages/words.ts'
import { logicWords } from '../messages/logic.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { labelOf } from '../state/facts.ts'
import { goTo } from '../state/use-route.ts'
import { ledger } from './ledger.ts'
import type { LedgerRow } from './ledger.ts'
import { tryDraft } from './try-draft.ts'
import { TryLink } from './try-link.tsx'
import type { Draft } from '../state/draft.ts'

const statuses = ['covered', 'read', 'none'] as const

const testsOf = (statements: readonly Statement[]): readonly string[] =>
  [...new Set(statements.flatMap(({ id }) => tests[id] ?? []))].sort()

const Tests = ({ paths }: { readonly paths: readonly string[] }) => {
  const words = useCatalog(logicWords)
  return paths.length === 0 ? null : (
    <details>
      <summary>{words.testFiles(paths.length)}</summary>
      <ul className="files">
        {paths.map((path) => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}

const Row = ({
  row,
  drafts,
}: {
  readonly row: LedgerRow
  readonly drafts: ReadonlyMap<string, Draft>
}) => {
  const words = useCatalog(logicWords)
  const { number, says, statements, inputs, promises, readBy, status, reason } = row
  return (
    <tr>
      <th scope="row">{number}</th>
      <td>{clinicalText(says)}</td>
      <td>
        {statements.length === 0 && words.noStatement}
        <ul className="carried">
          {statements.map(({ id }) => (
            <li key={id}>
              <button
                type="button"
                className="basis"
                onClick={() => {
                  openEvidence(id)
                }}
              >
                {id}
              </button>
              <TryLink of={id} draft={drafts.get(id)} />
            </li>
          ))}
        </ul>
      </td>
      <td className="quiet">{inputs.map(labelOf).join('; ')}</td>
      <td className="quiet">{[...new Set(statements.map(({ kind }) => kind))].join('; ')}</td>
      <td>
        <Tests paths={testsOf(statements)} />
      </td>
      <td>
        {promises.map(({ id }) => (
          <button
            key={id}
            type="button"
            className="basis number"
            aria-label={words.promiseOf(String(Number.parseInt(id, 10)))}
            onClick={() => {
              goTo('logic', 'promises')
            }}
          >
            {Number.parseInt(id, 10)}
          </button>
        ))}
      </td>
      <td>
        {words.statusOf[status]}
        {readBy.length > 0 && <p className="quiet">{words.readBy(readBy.join(', '))}</p>}
        {reason !== undefined && <p className="quiet">{words.because(reason)}</p>}
      </td>
    </tr>
  )
}

/** Every number of the source and every reading: what carries it out, and what tests and promises hold that. */
export const LedgerView = () => {
  const words = useCatalog(logicWords)
  const [wanted, setWanted] = useState<string>('all')
  const [text, setText] = useState('')
  const [findId, showId] = [useId(), useId()]
  const drafts = useMemo(
    () =>
      new Map(
        guideline.statements.flatMap((statement) => {
          const draft = tryDraft(guideline, statement)
          return draft === undefined ? [] : [[statement.id, draft] as const]
        }),
      ),
    [],
  )
  const shown = ledger.filter(
    ({ number, says, statements, status }) =>
      (wanted === 'all' || status === wanted) &&
      `${number} ${says} ${statements.map(({ id, title }) => `${id} ${title}`).join(' ')}`
        .toLowerCase()
        .includes(text.trim().toLowerCase()),
  )
  return (
    <>
      <p className="form-line no-print">
        <label htmlFor={showId}>{words.show}</label>
        <select
          id={showId}
          value={wanted}
          onChange={(event) => {
            setWanted(event.target.value)
          }}
        >
          <option value="all">{words.all}</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {words.statusOf[status]}
            </option>
          ))}
        </select>
        <label htmlFor={findId}>{words.find}</label>
        <input
          id={findId}
          type="text"
          value={text}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value)
          }}
        />
        <span role="status" className="quiet">
          {words.count(shown.length, ledger.length)}
        </span>
      </p>
      <p className="quiet">
        {words.tryNote} {words.testsNote}
      </p>
      <div className="scroll" role="region" aria-label={words.ledger} tabIndex={0}>
        <table className="ledger numbers-table">
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.says}</th>
              <th scope="col">{words.statements}</th>
              <th scope="col">{words.inputs}</th>
              <th scope="col">{words.outputs}</th>
              <th scope="col">{words.tests}</th>
              <th scope="col">{words.promises}</th>
              <th scope="col">{words.status}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.number} row={row} drafts={drafts} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
