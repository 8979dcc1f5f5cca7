import { guideline } from '../../../guideline/index.ts'
import { citationsInferred, status } from '../../../assess/status.ts'
import { readings } from '../../../guideline/readings.ts'
import { clinicalText } from './clinical-text.ts'
import { clinicianDate } from './dates.ts'

/** For whom this is, for whom not, and what nobody has signed off. */
export const LimitsScreen = () => (
  <>
    <p>
      <strong>{status}</strong> {citationsInferred} Not a medical device. It does not replace
      judgment: every line shows on whose word it stands, so that it can be reviewed.
    </p>
    <h3>Intended use</h3>
    <p>
      Health professionals deciding what to do about muscle cramps that persist in an adult who
      already takes baclofen by mouth, up to 30 mg per&nbsp;day.
    </p>
    <h3>Not for</h3>
    <ul>
      <li>Anyone below 18, or pregnant</li>
      <li>Baclofen through a pump (intrathecal), or more than 30 mg per&nbsp;day</li>
      <li>Baclofen that is not taken, or an allergy to it</li>
      <li>Acute withdrawal or poisoning: these are emergencies, and are treated elsewhere</li>
    </ul>
    <h3>What is kept</h3>
    <p>
      Nothing. What is typed stays in this window’s memory, and is gone with it. The page sends
      nothing anywhere; a link holds values only when you ask for one.
    </p>
    <h3>Rules</h3>
    <p>
      Version {guideline.version}, compiled into this page; to be reviewed by{' '}
      {clinicianDate(guideline.reviewBy)}. Local limits of your site go before where they are
      stricter.
    </p>
    <h3>What the source leaves open, and how it is read here</h3>
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
