import { scaleLinear } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { formatNumber } from '../../../logic/quantity.ts'
import { daysBetween } from '../../../plan/dates.ts'
import { followUpWords } from '../messages/follow-up.ts'
import { useCatalog } from '../messages/words.ts'
import { clinicianDate } from '../parts/dates.ts'
import { valueAt } from './visit.ts'
import type { Visit } from './visit.ts'

const [width, panel, gap] = [640, 150, 52]
const [left, right, top] = [52, 48, 32]

/** How far apart two dates must stand to be read. */
const dateRoom = 120

/** The axis of the dose is the same for every patient, so that slopes compare. */
const usualMost = 40

interface Point {
  readonly on: string
  readonly value: number
}

const pointsOf = (
  visits: readonly Visit[],
  value: (visit: Visit) => number | undefined,
): readonly Point[] =>
  visits.flatMap((visit) => {
    const is = value(visit)
    return visit.on === undefined || is === undefined ? [] : [{ on: visit.on, value: is }]
  })

/** Dose as a stair and cramps as points, on one axis of time, each in a panel of its own. */
export const VisitChart = ({ visits }: { readonly visits: readonly Visit[] }) => {
  const words = useCatalog(followUpWords)
  const dated = visits.filter((visit) => visit.on !== undefined)
  const [first, last] = [dated[0]?.on, dated.at(-1)?.on]
  if (first === undefined || last === undefined || first === last) return null
  const doses = pointsOf(dated, (visit) => valueAt(visit, 'baclofenDose'))
  const cramps = pointsOf(dated, ({ crampsPerWeek }) => crampsPerWeek)
  const x = scaleLinear([0, daysBetween(first, last)], [left + 24, width - right])
  const at = (on: string): number => x(daysBetween(first, on))
  const most = (points: readonly Point[], usual: number): number =>
    Math.max(usual, ...points.map(({ value }) => value))
  const dose = scaleLinear([0, most(doses, usualMost)], [top + panel, top])
  const from = top + panel + gap
  const count = scaleLinear([0, 1.2 * most(cramps, 7)], [from + panel, from])
  const height = (cramps.length === 0 ? top : from) + panel + 34
  // A date is written where it has room; the first and the last always are.
  const labelled = dated.reduce<readonly string[]>((days, { on = '' }) => {
    const before = days.at(-1)
    const hasRoom =
      before === undefined || (at(on) - at(before) > dateRoom && at(last) - at(on) > dateRoom)
    return hasRoom || on === last ? [...days.filter((day) => day !== on), on] : days
  }, [])
  const stair = line<Point>()
    .x(({ on }) => at(on))
    .y(({ value }) => dose(value))
    .curve(curveStepAfter)([...doses])
  const axis = (scale: typeof dose, label: string, y: number) => (
    <g>
      {scale.ticks(4).map((tick) => (
        <g key={tick}>
          <line className="grid" x1={left} x2={width - right} y1={scale(tick)} y2={scale(tick)} />
          <text x={left - 6} y={scale(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      <text x={4} y={y - 18}>
        {label}
      </text>
    </g>
  )
  const marks = (points: readonly Point[], scale: typeof dose) =>
    points.map(({ on, value }, index) => (
      <g key={on}>
        <circle cx={at(on)} cy={scale(value)} r={4.5} />
        <text
          className={index === points.length - 1 ? 'latest' : ''}
          x={at(on)}
          y={scale(value) - 9}
          textAnchor="middle"
        >
          {formatNumber(value)}
        </text>
      </g>
    ))
  return (
    <figure className="chart">
      <svg
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        role="img"
        aria-label={words.chart(dated.length)}
      >
        {axis(dose, words.doseAxis, top)}
        {stair !== null && <path className="dose" d={stair} />}
        {marks(doses, dose)}
        {cramps.length > 0 && axis(count, words.crampsAxis, from)}
        {marks(cramps, count)}
        {labelled.map((on) => (
          <text
            key={on}
            x={at(on)}
            y={height - 10}
            textAnchor={on === first ? 'start' : on === last ? 'end' : 'middle'}
          >
            {clinicianDate(on)}
          </text>
        ))}
      </svg>
    </figure>
  )
}
