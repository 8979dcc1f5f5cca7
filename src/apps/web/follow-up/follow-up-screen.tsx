import { useId, useState } from 'react'
import { followUpWords } from '../messages/follow-up.ts'
import { useCatalog } from '../messages/words.ts'
import { download } from '../parts/download.ts'
import type { ScreenProps } from '../screens.tsx'
import { isPlan } from '../state/derive.ts'
import { readNumber } from '../state/read-number.ts'
import { ComparisonOf } from './comparison.tsx'
import { LoadVisit } from './load-visit.tsx'
import { snapshotText } from './snapshot.ts'
import { visitOf } from './visit.ts'
import type { Visit } from './visit.ts'
import { VisitChart } from './visit-chart.tsx'
import { VisitsTable } from './visits-table.tsx'

const inOrder = (visits: readonly Visit[]): readonly Visit[] =>
  [...visits].sort((one, other) => ((one.on ?? '') < (other.on ?? '') ? -1 : 1))

/** Today beside earlier visits that the reader brings: what changed, what was advised, what was done. */
export const FollowUpScreen = ({ state, derived }: ScreenProps) => {
  const words = useCatalog(followUpWords)
  const crampsId = useId()
  const [cramps, setCramps] = useState('')
  const [earlier, setEarlier] = useState<readonly Visit[]>([])
  const [chosen, setChosen] = useState<Visit>()
  const { plan } = derived
  if (!isPlan(plan)) return <p>{words.noPlan}</p>
  const counted = readNumber(cramps)
  const crampsPerWeek = counted.kind === 'number' ? counted.value : undefined
  const now = visitOf(plan, crampsPerWeek)
  const before = chosen !== undefined && earlier.includes(chosen) ? chosen : earlier.at(-1)
  const isHandedOver = state.draft.record?.patient !== undefined
  return (
    <>
      <p>{words.explain}</p>
      <p className="form-line no-print">
        <label htmlFor={crampsId}>{words.cramps}</label>
        <input
          id={crampsId}
          className="quantity"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={cramps}
          onChange={(event) => {
            setCramps(event.target.value)
          }}
        />
        <span className="unit">{words.perWeek}</span>
      </p>
      {isHandedOver ? (
        <p>{words.notSaved}</p>
      ) : (
        <p className="form-line no-print">
          <button
            type="button"
            className="primary"
            onClick={() => {
              download(
                `visit-${plan.on}.json`,
                'application/json',
                snapshotText(plan, crampsPerWeek),
              )
            }}
          >
            {words.save}
          </button>
          <span className="quiet">{words.saveNote}</span>
        </p>
      )}
      <h3>{words.load}</h3>
      <LoadVisit
        on={derived.on}
        add={(visit) => {
          setEarlier((visits) => inOrder([...visits, visit]))
          setChosen(visit)
        }}
      />
      {before !== undefined && (
        <>
          <h3>{words.course}</h3>
          <VisitChart visits={[...earlier, now]} />
          <VisitsTable
            earlier={earlier}
            now={now}
            chosen={before}
            choose={setChosen}
            remove={(visit) => {
              setEarlier((visits) => visits.filter((one) => one !== visit))
            }}
          />
          <ComparisonOf before={before} now={now} earlier={earlier} derived={derived} plan={plan} />
        </>
      )}
    </>
  )
}
