import { lazy, Suspense } from 'react'
import { useWords } from '../messages/words.ts'
import type { AssessedStatement, Assessment } from '../../../assess/assess.ts'
import type { Derived } from '../state/derive.ts'
import { PlanRow } from './row.tsx'
import { rowsByStatus } from './status.ts'
import type { Status } from './status.ts'
import { focusFact, WouldChange } from './would-change.tsx'

/** Statuses whose rows are numbered on: what is to be done, in order. */
const numbered: readonly Status[] = ['emergency', 'urgent', 'doNow']

/** Statuses whose rows stand open; the others are folded, with their count. */
const open: readonly Status[] = [
  'emergency',
  'scope',
  'urgent',
  'doNow',
  'consider',
  'avoid',
  'watch',
  'know',
]

const Breadcrumb = lazy(async () => ({
  default: (await import('../pathway/breadcrumb.tsx')).Breadcrumb,
}))

/** The plan: every row with its reason, in an order that stays; nothing is hidden without its count. */
export const PlanPanel = ({
  plan,
  derived,
}: {
  readonly plan: Assessment
  readonly derived: Derived
}) => {
  const words = useWords()
  const rows = rowsByStatus(plan.statements)
  const undecided = rows.get('needData')?.length ?? 0
  let number = 0
  const list = (status: Status, statements: readonly AssessedStatement[]) => (
    <ol className="rows">
      {statements.map((statement) => (
        <PlanRow
          key={statement.id}
          statement={statement}
          {...(numbered.includes(status) ? { number: ++number } : {})}
        />
      ))}
    </ol>
  )
  return (
    <>
      <WouldChange plan={plan} derived={derived} />
      {[...rows].map(([status, statements]) =>
        statements.length === 0 ? null : open.includes(status) ? (
          <section key={status} aria-label={words.status[status]} className="rows-of">
            <h3 className="visually-hidden">
              {words.status[status]} ({statements.length})
            </h3>
            {list(status, statements)}
          </section>
        ) : (
          <details key={status} className="folded">
            <summary>
              <h3>
                {words.status[status]} ({statements.length})
              </h3>
            </summary>
            {list(status, statements)}
          </details>
        ),
      )}
      <Suspense fallback={<p className="breadcrumb">{words.loading}</p>}>
        <Breadcrumb derived={derived} />
      </Suspense>
      {plan.assumed.length > 0 && (
        <p className="assumed">
          {words.assumedLine(plan.assumed.length)}{' '}
          <button
            type="button"
            onClick={() => {
              focusFact(plan.assumed[0] ?? '')
            }}
          >
            {words.confirmThem}
          </button>
        </p>
      )}
      <p className="ran quiet">{words.ran(plan.statements.length - undecided, undecided)}</p>
      {plan.problems.length > 0 && (
        <details className="folded" open>
          <summary>
            <h3>
              {words.checkInput} ({plan.problems.length})
            </h3>
          </summary>
          <ul>
            {plan.problems.map(({ where, message, remedy }) => (
              <li key={`${where} ${message}`}>
                <strong>{where}</strong>: {message} {remedy}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
