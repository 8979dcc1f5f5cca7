import type { DrawnArrow, DrawnBox, LaneDrawing } from './lane-drawing.ts'
import type { PatientWay, WayStep } from './patient-way.ts'

const lineAt = (y: number): string => String(Math.round(y * 10) / 10)

const Arrow = ({
  arrow: { path, answer, label },
  state,
}: {
  readonly arrow: DrawnArrow
  readonly state: string
}) => (
  <g className={`way way-${state}`}>
    <path d={path} />
    {answer !== undefined && (
      <>
        <rect
          x={label.x - label.width / 2}
          y={label.y - 9}
          width={label.width}
          height={18}
          rx={3}
        />
        <text x={label.x} y={label.y + 4} textAnchor="middle">
          {answer}
        </text>
      </>
    )}
  </g>
)

const Badge = ({ box, step }: { readonly box: DrawnBox; readonly step: WayStep }) => (
  <g className="number" transform={`translate(${lineAt(box.x + 2)} ${lineAt(box.y + 2)})`}>
    <circle r={11} />
    <text y={4.5} textAnchor="middle">
      {step.answer === 'unknown' ? '?' : step.number}
    </text>
  </g>
)

const Box = ({
  box,
  step,
  here,
  onOpen,
}: {
  readonly box: DrawnBox
  readonly step: WayStep | undefined
  readonly here: string
  readonly onOpen: () => void
}) => {
  const isOn = step?.number !== undefined
  const state = [
    `tone-${box.tone}`,
    isOn ? 'on-way' : 'off-way',
    ...(step?.answer === 'unknown' ? ['is-open'] : []),
    ...(step?.isLast === true ? ['is-here'] : []),
  ]
  const isCentered = box.tone === 'question' || box.tone === 'end'
  return (
    <g className={`box ${state.join(' ')}`} onClick={onOpen}>
      {box.points === undefined ? (
        <rect
          className="shape"
          x={box.x}
          y={box.y}
          width={box.width}
          height={box.height}
          rx={box.tone === 'end' ? box.height / 2 : 5}
        />
      ) : (
        <polygon className="shape" points={box.points} />
      )}
      {box.lines.map(({ text, y, as }) => (
        <text
          key={y}
          className={as}
          x={isCentered ? box.x + box.width / 2 : box.x + 12}
          y={y}
          textAnchor={isCentered ? 'middle' : 'start'}
        >
          {text}
        </text>
      ))}
      {isOn && <Badge box={box} step={step} />}
      {step?.isLast === true && (
        <g
          className="here"
          transform={`translate(${lineAt(box.x + box.width / 2)} ${lineAt(box.y + box.height)})`}
        >
          <rect x={-46} y={-9} width={92} height={18} rx={9} />
          <text y={4} textAnchor="middle">
            {here}
          </text>
        </g>
      )}
    </g>
  )
}

const order = { 'not-taken': 0, open: 1, taken: 2 } as const

/** A lane as a drawing, with the way of a patient. The list beside it says the same: readers of the screen have that. */
export const LaneSvg = ({
  drawing,
  way,
  here,
  onOpen,
}: {
  readonly drawing: LaneDrawing
  readonly way: PatientWay
  readonly here: string
  readonly onOpen: (id: string) => void
}) => {
  const arrows = drawing.arrows
    .map((arrow) => ({ arrow, state: way.between(arrow.from, arrow.to) }))
    // What was gone lies above what was not.
    .sort((one, other) => order[one.state] - order[other.state])
  return (
    <svg
      className="lane-svg"
      aria-hidden="true"
      focusable="false"
      viewBox={`0 -8 ${String(drawing.width)} ${String(drawing.height + 16)}`}
      width={drawing.width}
      height={drawing.height + 16}
    >
      {arrows.map(({ arrow, state }) => (
        <Arrow key={`${arrow.from} ${arrow.to}`} arrow={arrow} state={state} />
      ))}
      {drawing.boxes.map((box) => (
        <Box
          key={box.id}
          box={box}
          step={way.steps.find(({ step }) => step.id === box.id)}
          here={here}
          onOpen={() => {
            onOpen(box.id)
          }}
        />
      ))}
    </svg>
  )
}
