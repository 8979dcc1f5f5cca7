import type { Fact, Finding, Findings } from '../logic/fact.ts'
import { opposite } from '../logic/interval.ts'
import { formatNumber } from '../logic/quantity.ts'
import { missing } from '../logic/trace.ts'
import type { Trace } from '../logic/trace.ts'
import { comparisonWords, presenceWords, quantityWords, questionWords } from './words.ts'

/** What decided, by fact; for a quantity with the comparisons that it met or failed. */
type Reasons = Map<Fact, string[]>

/** Notes the leaves that decide a trace: all that it took, and of several that would do, each that does. */
const note = (trace: Trace, assumed: ReadonlySet<string>, reasons: Reasons): void => {
  switch (trace.op) {
    case 'all':
    case 'any':
      for (const part of trace.of) if (part.truth === trace.truth) note(part, assumed, reasons)
      return
    case 'not':
      note(trace.of, assumed, reasons)
      return
    case 'is':
    case 'known':
    case 'compare': {
      if (assumed.has(trace.fact.id)) return
      let notes = reasons.get(trace.fact)
      if (notes === undefined) reasons.set(trace.fact, (notes = []))
      if (trace.op !== 'compare') return
      const words = comparison(trace)
      if (!notes.includes(words)) notes.push(words)
    }
  }
}

const comparison = (trace: Extract<Trace, { op: 'compare' }>): string => {
  const by = trace.truth === 'true' ? trace.by : opposite[trace.by]
  const whose = trace.at === trace.limit.value ? '' : ' (the limit of this result)'
  return `${comparisonWords[by]} ${formatNumber(trace.at)}${whose}`
}

const foundWords = (fact: Fact, finding: Finding | undefined): string =>
  fact.kind === 'quantity'
    ? quantityWords(fact, finding)
    : finding === 'true' || finding === 'false'
      ? presenceWords(fact, finding === 'true')
      : `it is not known ${questionWords(fact)}`

/**
 * Makes ready to give the reasons for the traces of one patient in words, one entry a fact, in the
 * order of the condition. What was merely assumed is left out.
 */
export const reasonsOf = (
  findings: Findings,
  assumed: ReadonlySet<string>,
): ((trace: Trace) => string) => {
  const said = new Map<Fact, string>()
  const words = (fact: Fact): string => {
    const known = said.get(fact) ?? foundWords(fact, findings[fact.id])
    said.set(fact, known)
    return known
  }
  return (trace) => {
    if (trace.truth === 'unknown') {
      return `Not known: ${missing(trace).map(questionWords).join('; ')}.`
    }
    const reasons: Reasons = new Map()
    note(trace, assumed, reasons)
    if (reasons.size === 0) return 'By assumption only.'
    let text = ''
    reasons.forEach((notes, fact) => {
      const why = notes.length === 0 ? '' : ` (${notes.join(', ')})`
      text += `${text === '' ? '' : '; '}${words(fact)}${why}`
    })
    return `${capital(text)}.`
  }
}

const capital = (text: string): string =>
  text.startsWith('eGFR') ? text : text.charAt(0).toUpperCase() + text.slice(1)
