import type { TraceJson } from '../../../assess/trace-json.ts'
import { formatNumber, units } from '../../../logic/quantity.ts'
import { evidenceWords } from '../messages/evidence.ts'
import { useCatalog, useWords } from '../messages/words.ts'
import { factOf } from '../state/facts.ts'

const wordsOf = (
  trace: TraceJson,
  words: typeof evidenceWords,
  comparison: Readonly<Record<string, string>>,
): string => {
  switch (trace.op) {
    case 'is':
      return factOf(trace.fact)?.words ?? trace.fact
    case 'known':
      return words.isKnown(factOf(trace.fact)?.words ?? trace.fact)
    case 'compare':
      return `${factOf(trace.fact)?.words ?? trace.fact} ${comparison[trace.by] ?? trace.by} ${formatNumber(trace.at)} ${units[trace.unit].words.replace('mg/day', 'mg per day')}`
    case 'all':
      return `${trace.name === undefined ? '' : `${trace.name}: `}${words.allOf}`
    case 'any':
      return `${trace.name === undefined ? '' : `${trace.name}: `}${words.anyOf}`
    case 'not':
      return words.not
    case 'statement':
      return words.ofStatement(trace.statement)
    case 'unless':
      return words.unlessStatement(trace.statement)
    case 'condition':
      return trace.condition
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
  const { comparison } = useWords()
  const words = useCatalog(evidenceWords)
  const parts = partsOf(trace)
  return (
    <li>
      <span className={`truth truth-${trace.truth}`}>{words.truth[trace.truth]}</span>{' '}
      {wordsOf(trace, words, comparison)}
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
