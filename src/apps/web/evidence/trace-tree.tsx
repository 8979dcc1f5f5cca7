import type { TraceJson } from '../../../assess/trace-json.ts'
import { comparisonWords } from '../../../assess/words.ts'
import { formatNumber, units } from '../../../logic/quantity.ts'
import { factOf } from '../state/facts.ts'

const wordsOf = (trace: TraceJson): string => {
  switch (trace.op) {
    case 'is':
      return factOf(trace.fact)?.words ?? trace.fact
    case 'known':
      return `${factOf(trace.fact)?.words ?? trace.fact} is known`
    case 'compare':
      return `${factOf(trace.fact)?.words ?? trace.fact} ${comparisonWords[trace.by]} ${formatNumber(trace.at)} ${units[trace.unit].words.replace('mg/day', 'mg per day')}`
    case 'all':
      return `${trace.name === undefined ? '' : `${trace.name}: `}all of`
    case 'any':
      return `${trace.name === undefined ? '' : `${trace.name}: `}any of`
    case 'not':
      return 'not'
    case 'statement':
      return `statement ${trace.statement}`
  }
}

const partsOf = (trace: TraceJson): readonly TraceJson[] =>
  trace.op === 'all' || trace.op === 'any' ? trace.of : trace.op === 'not' ? [trace.of] : []

/** A condition as a nested list, each part with its truth. */
export const TraceTree = ({ trace }: { readonly trace: TraceJson }) => (
  <ul className="trace">
    <Node trace={trace} />
  </ul>
)

const Node = ({ trace }: { readonly trace: TraceJson }) => {
  const parts = partsOf(trace)
  return (
    <li>
      <span className={`truth truth-${trace.truth}`}>{trace.truth}</span> {wordsOf(trace)}
      {parts.length > 0 && (
        <ul>
          {parts.map((part, index) => (
            // The parts of a condition have neither names nor another order.
            <Node key={index} trace={part} />
          ))}
        </ul>
      )}
    </li>
  )
}
