import lanes from 'virtual:pathway-drawing'
import type { AssessedStatement } from '../../../assess/assess.ts'
import { pathway } from '../../../guideline/pathway.ts'
import { openEvidence } from '../evidence/opened.ts'
import { useCatalog } from '../messages/words.ts'
import { pathwayWords } from '../messages/pathway.ts'
import type { ScreenProps } from '../screens.tsx'
import { isPlan } from '../state/derive.ts'
import { LaneList, StatementButtons, stepId } from './lane-list.tsx'
import { LaneSvg } from './lane-svg.tsx'
import { patientWay } from './patient-way.ts'
import type { PatientWay } from './patient-way.ts'

const laneTitle = (id: string): string | undefined =>
  pathway.lanes.find((lane) => lane.id === id)?.title

/** What a click on a box leads to: the evidence of advice that holds, else the step in the lists. */
const open = (way: PatientWay, held: ReadonlyMap<string, AssessedStatement>, id: string): void => {
  const found = way.steps.find(({ step }) => step.id === id)
  const statement =
    found?.step.kind === 'advice'
      ? found.step.statements.find((one) => held.has(one.id) || found.number === undefined)
      : undefined
  if (statement !== undefined) {
    openEvidence(statement.id)
    return
  }
  document.getElementById(stepId(way.lane.id, id))?.focus()
}

/** The whole pathway with this patient's way through it, drawn and as lists; what lies beside stays readable. */
export const PathwayScreen = ({ derived }: ScreenProps) => {
  const words = useCatalog(pathwayWords)
  const { plan, picture } = derived
  const held = new Map(
    isPlan(plan)
      ? plan.statements.filter(({ holds }) => holds === 'true').map((one) => [one.id, one])
      : [],
  )
  const ways = pathway.lanes.map((lane) => patientWay(lane, picture))
  return (
    <>
      <p className="quiet">{words.explain}</p>
      <p className="quiet no-print">{words.drawingHint}</p>
      <div className="drawing scroll" role="region" aria-label={words.drawing} tabIndex={0}>
        <div className="drawn-lanes">
          {ways.map((way) => {
            const drawing = lanes.find(({ id }) => id === way.lane.id)
            return drawing === undefined ? null : (
              <figure key={way.lane.id}>
                <figcaption aria-hidden="true">{way.lane.title}</figcaption>
                <LaneSvg
                  drawing={drawing}
                  way={way}
                  here={words.here}
                  onOpen={(id) => {
                    open(way, held, id)
                  }}
                />
              </figure>
            )
          })}
        </div>
      </div>
      <h3>{words.lists}</h3>
      <div className="lanes">
        {ways.map((way) => (
          <LaneList key={way.lane.id} way={way} held={held} laneTitle={laneTitle} />
        ))}
      </div>
      <h3>{words.beside}</h3>
      <div className="lanes">
        {pathway.beside.map(({ title, statements }) => {
          const holding = statements.filter(({ id }) => held.has(id))
          const others = statements.filter(({ id }) => !held.has(id))
          return (
            <section key={title} aria-label={title}>
              <h4>{title}</h4>
              {holding.length === 0 ? (
                <p>{words.noneHolds}</p>
              ) : (
                <>
                  <p className="holds">{words.holds}</p>
                  <StatementButtons statements={holding} />
                </>
              )}
              {others.length > 0 && (
                <details className="folded">
                  <summary>{words.others(others.length)}</summary>
                  <StatementButtons statements={others} />
                </details>
              )}
            </section>
          )
        })}
      </div>
    </>
  )
}
