import { lazy, Suspense, useEffect, useRef } from 'react'
import type { ComponentType } from 'react'
import { useWords } from './messages/words.ts'
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

interface Screen {
  readonly title: string
  readonly of: ComponentType<ScreenProps>
}

const screens: Readonly<Record<string, Screen>> = {
  note: {
    title: 'Note for the record',
    of: lazy(async () => ({ default: (await import('./note/note-screen.tsx')).NoteScreen })),
  },
  calendar: {
    title: 'Dose calendar',
    of: lazy(async () => ({
      default: (await import('./calendar/calendar-screen.tsx')).CalendarScreen,
    })),
  },
  load: {
    title: 'Load a record',
    of: lazy(async () => ({ default: (await import('./record/load-screen.tsx')).LoadScreen })),
  },
  share: {
    title: 'Copy link',
    of: lazy(async () => ({ default: (await import('./share/share-screen.tsx')).ShareScreen })),
  },
  pathway: {
    title: 'Pathway',
    of: lazy(async () => ({
      default: (await import('./pathway/pathway-screen.tsx')).PathwayScreen,
    })),
  },
  'what-if': {
    title: 'What if',
    of: lazy(async () => ({
      default: (await import('./what-if/what-if-screen.tsx')).WhatIfScreen,
    })),
  },
  logic: {
    title: 'Logic review',
    of: lazy(async () => ({ default: (await import('./logic/logic-screen.tsx')).LogicScreen })),
  },
  limits: {
    title: 'Limits of this tool',
    of: lazy(async () => ({ default: (await import('./parts/limits-screen.tsx')).LimitsScreen })),
  },
  keys: {
    title: 'Keys',
    of: lazy(async () => ({ default: (await import('./parts/keys-screen.tsx')).KeysScreen })),
  },
}

/** A screen beside the workbench, with its title and the way back. */
export const Screens = (props: ScreenProps) => {
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const { screen } = props.route
  const found = screens[screen]
  useEffect(() => {
    heading.current?.focus()
  }, [screen])
  const Found = found?.of
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
        {found?.title ??
          (screen === 'bad-link'
            ? 'This link is damaged: nothing was read from it'
            : 'There is no such screen')}
      </h2>
      <Suspense fallback={<p>{words.loading}</p>}>
        {Found !== undefined && <Found {...props} />}
      </Suspense>
    </section>
  )
}
