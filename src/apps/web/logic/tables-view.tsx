import { useMemo } from 'react'
import { guideline } from '../../../guideline/index.ts'
import { sections } from '../../../guideline/sections.ts'
import { cellOf, decisionTable } from '../../../outputs/people/decision-table.ts'
import type { Comparison } from '../../../logic/interval.ts'
import type { Statement } from '../../../logic/statement.ts'
import { openEvidence } from '../evidence/opened.ts'
import { useCatalog, useWords } from '../messages/words.ts'
import { logicWords } from '../messages/logic.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { tryDraft } from './try-draft.ts'
import { TryLink } from './try-link.tsx'

const signs: Readonly<Record<string, Comparison>> = { '<': '<', '≤': '<=', '>': '>', '≥': '>=' }

const Unless = ({ statements }: { readonly statements: readonly Statement[] }) => {
  const words = useCatalog(logicWords)
  return statements.length === 0 ? null : (
    <details>
      <summary>{words.anyOf(statements.length)}</summary>
      <ul className="files">
        {statements.map(({ id, title }) => (
          <li key={id}>{clinicalText(title)}</li>
        ))}
      </ul>
    </details>
  )
}

const made = () =>
  sections.map((section) => {
    const table = decisionTable(section)
    return {
      ...table,
      rows: table.rules.map((rule, at) => {
        const { statement, literals } = rule
        const besides = literals.map(({ condition }) => condition)
        return {
          statement,
          isFirst: table.rules[at - 1]?.statement !== statement,
          cells: table.columns.map((column) => cellOf(rule, column)),
          draft: tryDraft(guideline, statement, ...besides),
        }
      }),
    }
  })

/** Each topic as a decision table: a row for each way in which a statement comes to hold, and somebody to try it on. */
export const TablesView = () => {
  const words = useCatalog(logicWords)
  const { comparison } = useWords()
  /** A sign is misread more easily than a word. */
  const inWords = (cell: string): string =>
    cell.replace(/[<>≤≥]/g, (sign) => comparison[signs[sign] ?? '<'])
  const tables = useMemo(() => made(), [])
  return (
    <>
      <p className="quiet">
        {words.tablesNote} {words.tryNote}
      </p>
      {tables.map(({ section, columns, rows }) => (
        <section key={section.id}>
          <h3>{section.title}</h3>
          <div
            className="scroll"
            role="region"
            aria-label={words.table(section.title)}
            tabIndex={0}
          >
            <table className="ledger decision-table">
              <thead>
                <tr>
                  <th scope="col">{words.statement}</th>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {clinicalText(column)}
                    </th>
                  ))}
                  <th scope="col">{words.unless}</th>
                  <th scope="col">{words.tryIt}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ statement, isFirst, cells, draft }, at) => (
                  // The rows of a table are made once, and have no names of their own.
                  <tr key={at} className={isFirst ? '' : 'or'}>
                    <th scope="row">
                      {isFirst ? (
                        <button
                          type="button"
                          className="basis"
                          onClick={() => {
                            openEvidence(statement.id)
                          }}
                        >
                          {clinicalText(statement.title)}
                        </button>
                      ) : (
                        <span className="quiet">
                          {words.or} <span className="visually-hidden">{statement.title}</span>
                        </span>
                      )}
                    </th>
                    {cells.map((cell, column) => (
                      <td key={columns[column]}>{clinicalText(inWords(cell))}</td>
                    ))}
                    <td className="quiet">
                      {isFirst && <Unless statements={statement.unless ?? []} />}
                    </td>
                    <td>
                      <TryLink of={`${statement.id} ${String(at + 1)}`} draft={draft} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </>
  )
}
