import { formatNumber } from '../../../logic/quantity.ts'
import { guideline } from '../../../guideline/index.ts'
import { useCatalog } from '../messages/words.ts'
import { whatIfWords } from '../messages/what-if.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import type { Shape } from '../plan/status.ts'
import type { Band, Ruler, Tone } from './bands.ts'

/** The shape in a band: color is never alone. */
export const shapeOfTone: Readonly<Record<Tone, Shape>> = {
  emergency: 'must',
  scope: 'info',
  avoid: 'bar',
  doNow: 'must',
  consider: 'speech',
  watch: 'eye',
  needData: 'question',
  none: 'hollow',
}

const titles: ReadonlyMap<string, string> = new Map(
  guideline.statements.map(({ id, title }) => [id, title]),
)

const titlesOf = (ids: readonly string[]): string =>
  ids.map((id) => titles.get(id) ?? id).join('; ')

/** Where a band begins and ends, in the words of its limits: a limit belongs to one side only. */
const rangeWords = ({ lower, upper }: Band, unit: string, words: typeof whatIfWords): string => {
  const low = lower === undefined ? undefined : formatNumber(lower.at)
  const high = upper === undefined ? undefined : formatNumber(upper.at)
  const startsAt = lower !== undefined && lower.above === lower.at
  const endsAt = upper !== undefined && upper.below === upper.at
  if (low === undefined && high === undefined) return words.whole
  if (low === undefined)
    return endsAt ? words.atMost(high ?? '', unit) : words.below(high ?? '', unit)
  if (high === undefined) return startsAt ? words.atLeast(low, unit) : words.above(low, unit)
  if (low === high) return words.only(low, unit)
  const start = startsAt ? words.from(low) : words.over(low)
  return endsAt ? words.until(start, high, unit) : words.under(start, high, unit)
}

interface RulerProps {
  readonly ruler: Ruler
  readonly ends: readonly [number, number]
  readonly unit: string
  /** The patient's value, and the one that is tried. */
  readonly actual: number | undefined
  readonly trial: number | undefined
  readonly actualBand: Band | undefined
  readonly trialBand: Band | undefined
}

/** The ruler as it is drawn; the list below it says the same. */
export const RulerBar = ({ ruler, ends: [least, most], actual, trial }: RulerProps) => {
  const at = (value: number): string =>
    `${String((100 * (Math.min(most, Math.max(least, value)) - least)) / (most - least))}%`
  return (
    <div className="ruler-bar" aria-hidden="true">
      <div className="marker-line">
        {trial !== undefined && (
          <span className="marker" style={{ left: at(trial) }}>
            ▼
          </span>
        )}
      </div>
      <div className="bands">
        {ruler.bands.map((band) => (
          <span
            key={`${String(band.from)} ${String(band.until)}`}
            className={`band tone-${band.tone}`}
            style={{ flexGrow: Math.max((100 * (band.until - band.from)) / (most - least), 2) }}
          >
            {band.letter}
          </span>
        ))}
      </div>
      <div className="marker-line">
        {actual !== undefined && (
          <span className="marker" style={{ left: at(actual) }}>
            ▲
          </span>
        )}
      </div>
    </div>
  )
}

/** Each band in words: where it lies, and what holds in it of what changes along the ruler. */
export const BandList = ({ ruler, unit, actualBand, trialBand }: RulerProps) => {
  const words = useCatalog(whatIfWords)
  if (ruler.cuts.length === 0) return <p className="quiet">{words.noChange}</p>
  return (
    <ul className="band-list">
      {ruler.bands.map((band) => (
        <li key={`${String(band.from)} ${String(band.until)}`} className={`status-${band.tone}`}>
          <span className={`band key tone-${band.tone}`} aria-hidden="true">
            {band.letter}
          </span>{' '}
          <strong>{clinicalText(rangeWords(band, unit, words))}</strong>
          {band === actualBand && <span className="chip here">{words.patientHere}</span>}
          {band === trialBand && <span className="chip here">{words.trialHere}</span>}{' '}
          <span className="band-says">
            <StatusMark shape={shapeOfTone[band.tone]} />{' '}
            {clinicalText(
              [
                ...(band.holds.length > 0 ? [titlesOf(band.holds)] : []),
                ...(band.open.length > 0 ? [words.open(titlesOf(band.open))] : []),
                ...(band.holds.length + band.open.length > 0 ? [] : [words.nothingOfThis]),
              ].join('; '),
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
