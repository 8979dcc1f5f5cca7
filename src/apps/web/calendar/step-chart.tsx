import { scaleLinear } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { formatNumber } from '../../../logic/quantity.ts'
import type { TaperCalendar, TitrationCalendar } from '../../../plan/calendar.ts'
import { addDays, daysBetween } from '../../../plan/dates.ts'
import { calendarWords } from '../messages/calendar.ts'
import { useCatalog } from '../messages/words.ts'
import { clinicianDate } from '../parts/dates.ts'

const [width, height] = [640, 240]
const margin = { top: 28, right: 24, bottom: 44, left: 48 }

/** The axis is the same for every patient, so that slopes compare; a higher dose stretches it, and it says so. */
const usualMost = 40

/** The dose over time, as a stair: between two steps it does not change. The table below says the same. */
export const StepChart = ({
  calendar,
  today,
}: {
  readonly calendar: TitrationCalendar | TaperCalendar
  readonly today: string
}) => {
  const words = useCatalog(calendarWords)
  const first = calendar.steps[0]
  const last = calendar.steps.at(-1)
  if (first === undefined || last === undefined) return null
  const begin = addDays(first.from, -calendar.everyDays)
  const end = addDays(last.from, calendar.everyDays)
  const most = Math.max(calendar.presentMgPerDay, ...calendar.steps.map(({ mgPerDay }) => mgPerDay))
  const top = most > usualMost ? Math.ceil(most / 10) * 10 : usualMost
  const x = scaleLinear([0, daysBetween(begin, end)], [margin.left, width - margin.right])
  const y = scaleLinear([0, top], [height - margin.bottom, margin.top])
  const points: readonly (readonly [string, number])[] = [
    [begin, calendar.presentMgPerDay],
    ...calendar.steps.map(({ from, mgPerDay }) => [from, mgPerDay] as const),
    [end, last.mgPerDay],
  ]
  const at = (date: string): number => x(daysBetween(begin, date))
  const path =
    line<readonly [string, number]>()
      .x(([date]) => at(date))
      .y(([, mg]) => y(mg))
      .curve(curveStepAfter)([...points]) ?? ''
  const every = Math.ceil(calendar.steps.length / 5)
  return (
    <figure className="chart">
      <svg
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        role="img"
        aria-label={words.chart(
          formatNumber(calendar.presentMgPerDay),
          formatNumber(last.mgPerDay),
        )}
      >
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line
              className="grid"
              x1={margin.left}
              x2={width - margin.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text x={margin.left - 6} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        <text x={4} y={12}>
          {words.axis}
        </text>
        {calendar.kind === 'titration' && (
          <g>
            <line
              className="ceiling"
              x1={margin.left}
              x2={width - margin.right}
              y1={y(calendar.ceilingMgPerDay)}
              y2={y(calendar.ceilingMgPerDay)}
            />
            <text x={width - margin.right} y={y(calendar.ceilingMgPerDay) - 5} textAnchor="end">
              {calendar.ceilingMgPerDay === 30
                ? words.sourceMost
                : words.ceiling(formatNumber(calendar.ceilingMgPerDay))}
            </text>
          </g>
        )}
        {today >= begin && today <= end && (
          <g>
            <line className="today" x1={at(today)} x2={at(today)} y1={margin.top} y2={y(0)} />
            <text x={at(today) + 4} y={y(0) - 5}>
              {words.today}
            </text>
          </g>
        )}
        <path className="dose" d={path} />
        {calendar.steps.map(({ number, from, mgPerDay }, index) => (
          <g key={number}>
            <circle cx={at(from)} cy={y(mgPerDay)} r={4} />
            {index % every === 0 && (
              <>
                <text
                  className={number === calendar.steps.length ? 'latest' : ''}
                  x={at(from) + 6}
                  y={y(mgPerDay) + 16}
                >
                  {formatNumber(mgPerDay)}
                </text>
                <text x={at(from)} y={height - margin.bottom + 18} textAnchor="middle">
                  {clinicianDate(from)}
                </text>
              </>
            )}
          </g>
        ))}
      </svg>
      {top > usualMost && <figcaption>{words.stretched(top)}</figcaption>}
    </figure>
  )
}
