import { useEffect, useState } from 'react'
import type { Assessment, Refusal } from '../../../assess/assess.ts'
import { useWords } from '../messages/words.ts'
import { announcement } from './summary.ts'

/** Long enough for typing to pause, so that a screen reader is not flooded. */
const pauseMs = 700

/** The only live region: says once, after a pause, how the plan stands. */
export const Announcer = ({ plan }: { readonly plan: Assessment | Refusal }) => {
  const text = announcement(plan, useWords())
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => {
      setSaid(text)
    }, pauseMs)
    return () => {
      clearTimeout(timer)
    }
  }, [text])
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  )
}
