import { promises } from '../../../guideline/promises.ts'
import { openEvidence } from '../evidence/opened.ts'
import { useCatalog } from '../messages/words.ts'
import { logicWords } from '../messages/logic.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { concerned } from './ledger.ts'

/** Every promise of safety: what it says, why, and the statements it speaks of. */
export const PromisesView = () => {
  const words = useCatalog(logicWords)
  return (
    <>
      <p className="quiet">{words.promisesNote}</p>
      <ol className="promises">
        {promises.map((promise) => (
          <li key={promise.id} value={Number.parseInt(promise.id, 10)}>
            <h3>{clinicalText(promise.title)}</h3>
            <p>{clinicalText(promise.why)}</p>
            <p className="quiet">
              <code>{promise.id}</code> · {words.claims(promise.claims.length)}
              {promise.further === true && <> · {words.further}</>}
            </p>
            {concerned(promise).length > 0 && (
              <details>
                <summary>
                  {words.concerns} ({concerned(promise).length})
                </summary>
                <ul className="carried">
                  {concerned(promise).map((id) => (
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
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
