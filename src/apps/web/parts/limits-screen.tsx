import { guideline } from '../../../guideline/index.ts'
import { citationsInferred, status } from '../../../assess/status.ts'
import { readings } from '../../../guideline/readings.ts'
import { limitsWords } from '../messages/side.ts'
import { useCatalog } from '../messages/words.ts'
import { clinicalText } from './clinical-text.ts'
import { clinicianDate } from './dates.ts'

/** For whom this is, for whom not, and what nobody has signed off. */
export const LimitsScreen = () => {
  const words = useCatalog(limitsWords)
  return (
    <>
      <p>
        <strong>{status}</strong> {citationsInferred} {words.notADevice}
      </p>
      <h3>{words.intended}</h3>
      <p>{clinicalText(words.intendedFor)}</p>
      <h3>{words.notFor}</h3>
      <ul>
        {words.notForWhom.map((one) => (
          <li key={one}>{clinicalText(one)}</li>
        ))}
      </ul>
      <h3>{words.kept}</h3>
      <p>{words.nothingKept}</p>
      <h3>{words.rules}</h3>
      <p>{words.version(guideline.version, clinicianDate(guideline.reviewBy))}</p>
      <h3>{words.open}</h3>
      <dl className="numbers">
        {Object.entries(readings).map(([number, { question, reading }]) => (
          <div key={number}>
            <dt>{number}</dt>
            <dd>
              {clinicalText(question)} <strong>{clinicalText(reading)}</strong>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
