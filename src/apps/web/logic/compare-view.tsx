import { useState } from 'react'
import { isDefinition, readDefinition } from '../../../assess/definition-input.ts'
import { guideline } from '../../../guideline/index.ts'
import type { Definition } from '../../../logic/definition.ts'
import type { Problem } from '../../../logic/given.ts'
import { useCatalog } from '../messages/words.ts'
import { logicWords } from '../messages/logic.ts'
import { FileField } from '../parts/file-field.tsx'
import { ProblemList } from '../parts/problem-list.tsx'
import { clinicalText } from '../parts/clinical-text.ts'
import { compareDefinitions } from './compare.ts'
import type { Comparison } from './compare.ts'
import { draftOfFindings } from './try-draft.ts'
import { TryLink } from './try-link.tsx'

/** The proof that this search is not. */
const command = 'crampwise diff definition.json exports/definition.json'

const Found = ({ before, of }: { readonly before: Definition; readonly of: Comparison }) => {
  const words = useCatalog(logicWords)
  const { people, changed, turned, texts } = of
  return (
    <section aria-label={words.versions(before.version, guideline.version)}>
      <h3>{words.versions(before.version, guideline.version)}</h3>
      <p role="status">
        <strong>
          {changed === 0 && texts.length === 0
            ? words.sameForAll(people)
            : words.changed(changed, people)}
        </strong>
      </p>
      {turned.length > 0 && (
        <div className="scroll" role="region" aria-label={words.turnedPlans} tabIndex={0}>
          <table className="ledger">
            <caption>{words.turnedPlans}</caption>
            <thead>
              <tr>
                <th scope="col">{words.statement}</th>
                <th scope="col">{words.before}</th>
                <th scope="col">{words.now}</th>
                <th scope="col">{words.people}</th>
                <th scope="col">{words.example}</th>
              </tr>
            </thead>
            <tbody>
              {turned.flatMap(({ id, title, turns }) =>
                turns.map(({ from, to, people: count, example }) => (
                  <tr key={`${id} ${from} ${to}`}>
                    <th scope="row">
                      {clinicalText(title)} <code className="quiet">{id}</code>
                    </th>
                    <td>{words.turn[from]}</td>
                    <td>{words.turned[to]}</td>
                    <td>{count}</td>
                    <td>
                      <TryLink of={id} draft={draftOfFindings(example)} />
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
      {texts.length > 0 && (
        <>
          <h4>{words.texts}</h4>
          <dl className="texts">
            {texts.map(({ where, what }) => (
              <div key={where}>
                <dt>
                  <code>{where}</code>
                </dt>
                {what.map((text) => (
                  <dd key={text}>{clinicalText(text)}</dd>
                ))}
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}

/** Another version of the rules against those of this page, over many made-up people. */
export const CompareView = () => {
  const words = useCatalog(logicWords)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [found, setFound] = useState<{ before: Definition; of: Comparison }>()
  const take = (text: string): void => {
    setFound(undefined)
    let parsed: unknown
    try {
      parsed = JSON.parse(text)
    } catch {
      setProblems([{ kind: 'not-json', where: words.file, message: words.notJson, remedy: '' }])
      return
    }
    const read = readDefinition(parsed)
    if (!isDefinition(read)) {
      setProblems(read.problems)
      return
    }
    setProblems([])
    setFound({ before: read, of: compareDefinitions(read, guideline) })
  }
  return (
    <>
      <p>{words.compareNote}</p>
      <FileField label={words.file} accept=".json,application/json" take={take} />
      <ProblemList title={words.unreadable} problems={problems.slice(0, 8)} />
      {found !== undefined && <Found before={found.before} of={found.of} />}
      <p className="quiet">
        {words.noProof} <code>{command}</code>
      </p>
    </>
  )
}
