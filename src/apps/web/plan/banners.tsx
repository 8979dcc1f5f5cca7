import type { Assessment } from '../../../assess/assess.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import { useWords } from '../messages/words.ts'
import { goTo } from '../state/use-route.ts'
import { bannersOf } from './banner.ts'

/** What must be read first. It cannot be closed; that nothing stops is said too. */
export const Banners = ({
  plan,
  inputs,
}: {
  readonly plan: Assessment
  readonly inputs: number
}) => {
  const words = useWords()
  const banners = bannersOf(plan)
  if (banners.length === 0) return <p className="no-stop">{words.noStop(inputs)}</p>
  return (
    <section className="banners" aria-label={words.safety}>
      {banners.map(({ heading, sentence, level, statements, opens }) => (
        <div
          key={heading}
          className={`banner banner-${level}`}
          role={level === 'emergency' ? 'alert' : undefined}
        >
          <StatusMark shape={level === 'emergency' ? 'must' : 'bar'} />
          <div>
            <h2>{heading}</h2>
            <p>{clinicalText(sentence)}</p>
          </div>
          <button
            type="button"
            onClick={() => {
              if (opens === 'taper') goTo('calendar', 'taper')
              else goTo('evidence', statements[0] ?? '')
            }}
          >
            {opens === 'taper' ? words.taper : words.evidence}
            <span className="visually-hidden">: {heading}</span>
          </button>
        </div>
      ))}
    </section>
  )
}
