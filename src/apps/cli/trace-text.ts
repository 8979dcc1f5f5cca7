import type { TraceJson } from '../../assess/trace-json.ts'
import { comparisonWords } from '../../assess/words.ts'
import { facts } from '../../guideline/facts.ts'
import { formatNumber, units } from '../../logic/quantity.ts'

const words = (id: string): string => facts.find((fact) => fact.id === id)?.words ?? id

const line = (trace: TraceJson): string => {
  switch (trace.op) {
    case 'is':
      return words(trace.fact)
    case 'known':
      return `${words(trace.fact)} is known`
    case 'compare':
      return `${words(trace.fact)} ${comparisonWords[trace.by]} ${formatNumber(trace.at)} ${units[trace.unit].words}`
    case 'all':
      return trace.name === undefined ? 'all of' : `${trace.name}: all of`
    case 'any':
      return trace.name === undefined ? 'any of' : `${trace.name}: any of`
    case 'not':
      return 'not'
    case 'statement':
      return `statement ${trace.statement}`
    case 'unless':
      return `not overruled by statement ${trace.statement}`
    case 'condition':
      return trace.condition
  }
}

/** A trace as an indented tree, with the truth of every node. */
export const traceText = (trace: TraceJson, indent = ''): string => {
  const parts = trace.op === 'not' ? [trace.of] : 'of' in trace ? trace.of : []
  return [
    `${trace.truth.padEnd(8)} ${indent}${line(trace)}`,
    ...parts.map((part) => traceText(part, `${indent}  `)),
  ].join('\n')
}
