import { lazy, Suspense } from 'react'
import type { ComponentType } from 'react'
import { guideline } from '../../../guideline/index.ts'
import { beneathIn } from '../evidence/opened.ts'
import { useCatalog, useWords } from '../messages/words.ts'
import { logicWords } from '../messages/logic.ts'
import type { ScreenProps } from '../screens.tsx'
import { ledger } from './ledger.ts'
import { LedgerView } from './ledger-view.tsx'

const views = {
  ledger: LedgerView,
  tables: lazy(async () => ({ default: (await import('./tables-view.tsx')).TablesView })),
  promises: lazy(async () => ({ default: (await import('./promises-view.tsx')).PromisesView })),
  compare: lazy(async () => ({ default: (await import('./compare-view.tsx')).CompareView })),
} as const satisfies Readonly<Record<string, ComponentType>>

const names = Object.keys(views) as readonly (keyof typeof views)[]

/** For authors: what carries out each number, as tables, as promises, and against another version. */
export const LogicScreen = ({ route }: ScreenProps) => {
  const words = useCatalog(logicWords)
  const { loading } = useWords()
  const { rest } = beneathIn(route)
  const name = names.find((one) => one === rest) ?? 'ledger'
  const View = views[name]
  return (
    <>
      <p>{words.summary(ledger.length, guideline.statements.length, guideline.version)}</p>
      <nav className="views" aria-label={words.views}>
        {names.map((one) => (
          <a
            key={one}
            href={one === 'ledger' ? '#/logic' : `#/logic/${one}`}
            aria-current={one === name ? 'page' : undefined}
          >
            {words.view[one]}
          </a>
        ))}
      </nav>
      <Suspense fallback={<p>{loading}</p>}>
        <View />
      </Suspense>
    </>
  )
}
