import { lazy, Suspense, useCallback, useEffect, useMemo, useReducer, useState } from 'react'
import { today } from '../../assess/dates.ts'
import { openedIn } from './evidence/opened.ts'
import { useWords } from './messages/words.ts'
import { FailureGuard } from './parts/failure-guard.tsx'
import { Header } from './parts/header.tsx'
import { ActionBar } from './parts/action-bar.tsx'
import { useShortcuts } from './parts/use-shortcuts.ts'
import { Announcer } from './plan/announcer.tsx'
import { PatientStrip } from './smart/patient-strip.tsx'
import { derive, isPlan } from './state/derive.ts'
import type { LoadedRecord } from './state/loaded-record.ts'
import { freshState, reduce } from './state/reduce.ts'
import type { Edit, State } from './state/reduce.ts'
import { useMedia } from './state/use-media.ts'
import { goTo, useRoute } from './state/use-route.ts'
import { Workbench } from './workbench.tsx'

const EvidenceDrawer = lazy(async () => ({
  default: (await import('./evidence/drawer.tsx')).EvidenceDrawer,
}))
const Screens = lazy(async () => ({ default: (await import('./screens.tsx')).Screens }))

/** The civil day; it moves on when the page is looked at again after midnight. */
const useToday = (): string => {
  const [on, setOn] = useState(today)
  useEffect(() => {
    const look = (): void => {
      setOn(today())
    }
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return on
}

/** Opens a link that carries values, and takes it out of the address at once: the history keeps none. */
const useLink = (dispatch: (edit: Edit) => void): void => {
  useEffect(() => {
    const open = (): void => {
      const fragment = window.location.hash
      if (!fragment.startsWith('#v1.')) return
      window.history.replaceState(null, '', '#/')
      void import('./share/link.ts').then(({ draftOf }) => {
        const draft = draftOf(fragment)
        if (draft === undefined) goTo('bad-link')
        else dispatch({ kind: 'opened', draft, label: 'link' })
      })
    }
    open()
    window.addEventListener('hashchange', open)
    return () => {
      window.removeEventListener('hashchange', open)
    }
  }, [dispatch])
}

const startWith = (record: LoadedRecord | undefined): State =>
  record === undefined ? freshState : reduce(freshState, { kind: 'loaded', record })

/** The page: one state, which a launch fills with a record, and everything else computed from it. */
export const App = ({ record }: { readonly record?: LoadedRecord }) => {
  const words = useWords()
  const on = useToday()
  const route = useRoute()
  const [state, dispatch] = useReducer(reduce, record, startWith)
  useLink(dispatch)
  const derived = useMemo(() => derive(state.draft, on), [state.draft, on])
  const edit = useCallback((one: Edit) => {
    dispatch(one)
  }, [])
  useShortcuts(route.screen)
  const { plan } = derived
  // In a narrow window the plan stands before what can be done with it.
  const isNarrow = useMedia('(max-width: 47.5rem)')
  const opened = openedIn(route)
  const isWorkbench = (opened?.beneath ?? route).screen === ''
  return (
    <>
      <Header on={on} edit={edit} />
      {state.draft.record !== undefined && <PatientStrip record={state.draft.record} />}
      {isWorkbench && !isNarrow && <ActionBar />}
      <main>
        {isWorkbench ? (
          <Workbench state={state} derived={derived} edit={edit} />
        ) : (
          <FailureGuard of={route.screen}>
            <Suspense fallback={<p>{words.loading}</p>}>
              <Screens route={route} state={state} derived={derived} edit={edit} />
            </Suspense>
          </FailureGuard>
        )}
      </main>
      {isWorkbench && isNarrow && <ActionBar />}
      {opened !== undefined && isPlan(plan) && (
        <FailureGuard of={route.rest}>
          <Suspense>
            <EvidenceDrawer opened={opened} plan={plan} />
          </Suspense>
        </FailureGuard>
      )}
      <Announcer plan={plan} />
    </>
  )
}
