import type { Definition } from '../../logic/definition.ts'
import { disclaimer } from '../evidence.ts'
import type { Box, Flow, Tone } from './flow.ts'
import { generated, page, plain } from './markdown.ts'

const classes: readonly (readonly [Tone, string])[] = [
  ['question', 'fill:#eef2f7,stroke:#44546a,color:#1b2430'],
  ['emergency', 'fill:#fbdcd9,stroke:#a3201a,color:#3a0d0a'],
  ['caution', 'fill:#fdecc8,stroke:#8a5a00,color:#3a2600'],
  ['do', 'fill:#dcefdc,stroke:#2b6a2f,color:#10300f'],
  ['consider', 'fill:#e6e0f3,stroke:#57408c,color:#241845'],
  ['know', 'fill:#f2f2f2,stroke:#5c5c5c,color:#222222'],
  ['end', 'fill:#ffffff,stroke:#5c5c5c,color:#222222'],
]

const signs: Readonly<Record<string, string>> = {
  '&': '#amp;',
  '"': '#quot;',
  '<': '#lt;',
  '>': '#gt;',
}

const escaped = (text: string): string => text.replace(/[&"<>]/g, (sign) => signs[sign] ?? sign)

/** Mermaid breaks no lines of its own accord: long sentences are broken between their parts. */
const label = ({ lines }: Box): string => {
  const text = lines
    .map(({ text: said, as }) => (as === 'title' ? `<b>${escaped(said)}</b>` : escaped(said)))
    .join('<br/>')
  return `"${text.replaceAll('; or ', ';<br/>or ').replaceAll('; and ', ';<br/>and ')}"`
}

const shape = (box: Box): string =>
  box.tone === 'question'
    ? `{{${label(box)}}}`
    : box.tone === 'end'
      ? `([${label(box)}])`
      : `[${label(box)}]`

const chart = ({ boxes, arrows }: Flow): string => {
  const names = new Map(boxes.map(({ id }, at) => [id, `b${String(at + 1)}`]))
  const name = (id: string): string => names.get(id) ?? id
  return [
    'flowchart TD',
    ...boxes.map((box) => `  ${name(box.id)}${shape(box)}:::${box.tone}Box`),
    ...arrows.map(
      ({ from, to, answer }) =>
        `  ${name(from)} -->${answer === undefined ? '' : `|${answer}|`} ${name(to)}`,
    ),
    ...classes.map(([tone, style]) => `  classDef ${tone}Box ${style}`),
  ].join('\n')
}

/** The drawing as Mermaid text, one chart for each part, in a page that shows them. */
export const mermaidPage = (definition: Definition, flows: readonly Flow[]): string =>
  page(
    `# ${plain(definition.title)}: the pathway`,
    `${generated} Version ${definition.version}. ${disclaimer}`,
    'The same drawing as [pathway.svg](pathway.svg), as text that can be searched and compared. Where an answer is not known the product asks, and goes on only where the drawing says so.',
    ...flows.map((flow) => `## ${plain(flow.title)}\n\n\`\`\`mermaid\n${chart(flow)}\n\`\`\``),
  )
