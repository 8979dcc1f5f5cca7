import { useState } from 'react'
import type { Assessment } from '../../../assess/assess.ts'
import { guideline } from '../../../guideline/index.ts'
import { openEvidence } from '../evidence/opened.ts'
import { followUpWords } from '../messages/follow-up.ts'
import { useCatalog, useWords } from '../messages/words.ts'
import { clinicalText } from '../parts/clinical-text.ts'
import { CopyText } from '../parts/copy-text.tsx'
import { enterFact } from '../pathway/enter-fact.ts'
import type { Derived } from '../state/derive.ts'
import { AdvisedTable } from './advised-table.tsx'
import type { Done } from './advised-table.tsx'
import { advisedAt, doubts, monthsOnBaclofen } from './compare-visits.ts'
import { FactTable } from './fact-table.tsx'
import { PlanTable } from './plan-table.tsx'
import { comparisonText, nextStep, storyOf } from './story.ts'
import type { Visit } from './visit.ts'

const tolerance = guideline.statements.find(({ id }) => id === 'tolerance')

const Tolerance = ({ months }: { readonly months: number }) => {
  const words = useCatalog(followUpWords)
  return (
    <div className="reminder">
      <p>
        <strong>{words.tolerance(words.months(months))}</strong>{' '}
        {clinicalText(tolerance?.says ?? '')}
      </p>
      <p>
        <button
          type="button"
          onClick={() => {
            enterFact('lossOfBenefit')
          }}
        >
          {words.toleranceAsk}
        </button>{' '}
        <button
          type="button"
          className="basis"
          onClick={() => {
            openEvidence('tolerance')
          }}
        >
          {words.evidence}: S42
        </button>
      </p>
    </div>
  )
}

/** Today beside one earlier visit. */
export const ComparisonOf = ({
  before,
  now,
  earlier,
  derived,
  plan,
}: {
  readonly before: Visit
  readonly now: Visit
  readonly earlier: readonly Visit[]
  readonly derived: Derived
  readonly plan: Assessment
}) => {
  const words = useCatalog(followUpWords)
  const page = useWords()
  const [done, setDone] = useState<Done>({})
  const doubt = doubts(before, now, words)
  const months = monthsOnBaclofen(earlier, now)
  const next = nextStep(derived)
  return (
    <>
      {doubt.length > 0 && (
        <div className="failure" role="alert">
          <p>{words.twoPeople}</p>
          <ul>
            {doubt.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="story">
        <strong>{storyOf(before, now, words)}</strong> {clinicalText(words.next(next))}
      </p>
      {months !== undefined && <Tolerance months={months} />}
      <h3>{words.facts}</h3>
      <FactTable before={before} now={now} />
      <h3>{words.plan}</h3>
      <PlanTable before={before} now={now} />
      <h3>{words.advised}</h3>
      <AdvisedTable
        before={before}
        plan={plan}
        done={done}
        onDone={(id, answer) => {
          setDone((was) => ({ ...was, [id]: answer }))
        }}
      />
      <div className="no-print">
        <CopyText
          text={comparisonText(
            [before, now],
            next,
            advisedAt(before).map(({ id, title }) => [title, page[done[id] ?? 'unasked']]),
            words,
          )}
          label={words.copy}
          rows={10}
        />
      </div>
    </>
  )
}
