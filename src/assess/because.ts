import type { Fact, Findings } from '../logic/fact.ts'
import { opposite } from '../logic/interval.ts'
import { formatNumber } from '../logic/quantity.ts'
import { missing } from '../logic/trace.ts'
import type { Trace } from '../logic/trace.ts'
import { comparisonWords, presenceWords, quantityWords, questionWords } from './words.ts'

/** What decided, by fact; for a quantity with the comparisons that it met or failed. */
type Reasons = Map<Fact, ReadonlySet<string>>

const none: ReadonlySet<string> = new Set()

/** Notes the leaves that decide a trace: all that it took, and of several that would do, each that does. */
const note = (trace: Trace, reasons: Reasons): void => {
  switch (trace.op) {
    case 'all':
    case 'any':
      for (const part of trace.of) if (part.truth === trace.truth) note(part, reasons)
      return
    case 'not':
      note(trace.of, reasons)
      return
    case 'is':
    case 'known':
      if (!reasons.has(trace.fact)) reasons.set(trace.fact, none)
      return
    case 'compare':
      reasons.set(trace.fact, new Set(reasons.get(trace.fact)).add(comparison(trace)))
  }
}

const comparison = (trace: Extract<Trace, { op: 'compare' }>): string => {
  const by = trace.truth === 'true' ? trace.by : opposite[trace.by]
  const whose = trace.at === trace.limit.value ? '' : ' (the limit of this result)'
  return `${comparisonWords[by]} ${formatNumber(trace.at)}${whose}`
}

/** In words, one entry a fact, in the order of the condition. What was merely assumed is left out. */
export const because = (trace: Trace, findings: Findings, assumed: ReadonlySet<string>): string => {
  if (trace.truth === 'unknown') {
    return `Not known: ${missing(trace).map(questionWords).join('; ')}.`
  }
  const byFact: Reasons = new Map()
  note(trace, byFact)
  for (const fact of byFact.keys()) if (assumed.has(fact.id)) byFact.delete(fact)
  const parts = [...byFact].map(([fact, notes]) => {
    if (fact.kind === 'quantity') {
      const why = notes.size === 0 ? '' : ` (${[...notes].join(', ')})`
      return `${quantityWords(fact, findings[fact.id])}${why}`
    }
    const finding = findings[fact.id]
    return finding === 'true' || finding === 'false'
      ? presenceWords(fact, finding === 'true')
      : `it is not known ${questionWords(fact)}`
  })
  return parts.length === 0 ? 'By assumption only.' : `${capital(parts.join('; '))}.`
}

const capital = (text: string): string =>
  text.startsWith('eGFR') ? text : text.charAt(0).toUpperCase() + text.slice(1)
