import { lazy, Suspense, useEffect, useRef } from 'react'
import type { ComponentType } from 'react'
import { screenWords } from './messages/screens.ts'
import { useCatalog, useWords } from './messages/words.ts'
import type { Derived } from './state/derive.ts'
import type { Edit, State } from './state/reduce.ts'
import { goTo } from './state/use-route.ts'
import type { Route } from './state/use-route.ts'

/** What every screen beside the workbench is given. */
export interface ScreenProps {
  readonly route: Route
  readonly state: State
  readonly derived: Derived
  readonly edit: (edit: Edit) => void
}

const screens = {
  note: lazy(async () => ({ default: (await import('./note/note-screen.tsx')).NoteScreen })),
  calendar: lazy(async () => ({
    default: (await import('./calendar/calendar-screen.tsx')).CalendarScreen,
  })),
  load: lazy(async () => ({ default: (await import('./record/load-screen.tsx')).LoadScreen })),
  share: lazy(async () => ({ default: (await import('./share/share-screen.tsx')).ShareScreen })),
  pathway: lazy(async () => ({
    default: (await import('./pathway/pathway-screen.tsx')).PathwayScreen,
  })),
  'what-if': lazy(async () => ({
    default: (await import('./what-if/what-if-screen.tsx')).WhatIfScreen,
  })),
  'follow-up': lazy(async () => ({
    default: (await import('./follow-up/follow-up-screen.tsx')).FollowUpScreen,
  })),
  logic: lazy(async () => ({ default: (await import('./logic/logic-screen.tsx')).LogicScreen })),
  limits: lazy(async () => ({ default: (await import('./parts/limits-screen.tsx')).LimitsScreen })),
  keys: lazy(async () => ({ default: (await import('./parts/keys-screen.tsx')).KeysScreen })),
} as const satisfies Readonly<Record<string, ComponentType<ScreenProps>>>

const isScreen = (name: string): name is keyof typeof screens => name in screens

/** A screen beside the workbench, with its title and the way back. */
export const Screens = (props: ScreenProps) => {
  const words = useWords()
  const { titles, badLink, noScreen } = useCatalog(screenWords)
  const heading = useRef<HTMLHeadingElement>(null)
  const { screen } = props.route
  useEffect(() => {
    heading.current?.focus()
  }, [screen])
  const Found: ComponentType<ScreenProps> | undefined = isScreen(screen)
    ? screens[screen]
    : undefined
  return (
    <section className={`screen screen-${screen}`} aria-labelledby="screen-title">
      <p className="way-back">
        <button
          type="button"
          onClick={() => {
            goTo('')
          }}
        >
          {words.back}
        </button>
      </p>
      <h2 id="screen-title" tabIndex={-1} ref={heading}>
        {isScreen(screen) ? titles[screen] : screen === 'bad-link' ? badLink : noScreen}
      </h2>
      <Suspense fallback={<p>{words.loading}</p>}>
        {Found !== undefined && <Found {...props} />}
      </Suspense>
    </section>
  )
}
