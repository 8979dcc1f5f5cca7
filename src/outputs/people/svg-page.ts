import type { Definition } from '../../logic/definition.ts'
import { disclaimer } from '../evidence.ts'
import type { Flow, Tone } from './flow.ts'
import { flowSvg } from './svg-flow.ts'
import type { Piece } from './svg-flow.ts'
import { broken, widthOf, xml } from './svg-text.ts'

const gap = 44
const margin = 36

const legend: readonly (readonly [Tone, string])[] = [
  ['question', 'Question'],
  ['emergency', 'Emergency or urgent'],
  ['caution', 'Contraindication or precaution'],
  ['do', 'Recommended, or to be watched'],
  ['consider', 'To be considered'],
  ['know', 'To know'],
]

/** Each pair holds in light and in dark surroundings: text on fill at least 7 to 1. */
const style = `
  svg { --paper: #ffffff; --ink: #1b2430; --quiet: #4a5666; --line: #44546a;
    --question: #eef2f7; --question-edge: #44546a; --emergency: #fbdcd9; --emergency-edge: #a3201a;
    --caution: #fdecc8; --caution-edge: #8a5a00; --do: #dcefdc; --do-edge: #2b6a2f;
    --consider: #e6e0f3; --consider-edge: #57408c; --know: #f2f2f2; --know-edge: #5c5c5c;
    font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', Arial, sans-serif }
  @media (prefers-color-scheme: dark) {
    svg { --paper: #14181f; --ink: #f0f3f7; --quiet: #c3ccd8; --line: #9fb0c6;
      --question: #222b38; --question-edge: #9fb0c6; --emergency: #4a1613; --emergency-edge: #ff9d95;
      --caution: #43300a; --caution-edge: #f0bd5a; --do: #143519; --do-edge: #86cf8b;
      --consider: #2d2350; --consider-edge: #b8a4f0; --know: #2a2d31; --know-edge: #b3b3b3 }
  }
  .paper { fill: var(--paper) }
  text { fill: var(--ink) }
  .heading { font-size: 17px; font-weight: 700 }
  .page { font-size: 24px; font-weight: 700 }
  .title { font-size: 14px; font-weight: 700 }
  .body { font-size: 13px; font-weight: 600 }
  .small { font-size: 12px; fill: var(--quiet) }
  .arrow { fill: none; stroke: var(--line); stroke-width: 1.5 }
  #head path { fill: var(--line) }
  .end > rect { fill: var(--paper); stroke: var(--line); stroke-dasharray: 4 3 }
${legend.map(([tone]) => `  .${tone} > rect, .${tone} > polygon { fill: var(--${tone}); stroke: var(--${tone}-edge); stroke-width: ${tone === 'emergency' ? '2.5' : '1.5'} }`).join('\n')}
`

const shifted = ({ svg }: Piece, x: number, y: number): string =>
  `<g transform="translate(${String(Math.round(x))} ${String(Math.round(y))})">\n${svg}\n</g>`

/** Puts pieces into as many columns as there are lanes, each into the one that is shortest so far. */
const arranged = (pieces: readonly Piece[], columns: number) => {
  const made = Array.from({ length: columns }, () => ({ pieces: [] as Piece[], height: 0 }))
  for (const piece of pieces) {
    const empty = made.find((column) => column.pieces.length === 0)
    const shortest = made.reduce((least, column) => (column.height < least.height ? column : least))
    const column = empty ?? shortest
    column.pieces.push(piece)
    column.height += piece.height + gap
  }
  return made.map((column) => ({
    ...column,
    width: Math.max(...column.pieces.map(({ width }) => width)),
  }))
}

const legendSvg = (y: number): string => {
  let x = margin
  return legend
    .map(([tone, words]) => {
      const at = x
      x += 34 + widthOf(words, 12, 400) + 22
      return `<g class="${tone}"><rect x="${String(Math.round(at))}" y="${String(y)}" width="24" height="16" rx="3"/><text class="small" x="${String(Math.round(at + 32))}" y="${String(y + 12)}">${xml(words)}</text></g>`
    })
    .join('\n')
}

/** What the drawing shows, for who cannot see it: every box and every way, in words. */
const description = (flows: readonly Flow[]): string =>
  flows
    .map(({ title, boxes, arrows }) => {
      const first = new Map(boxes.map(({ id, lines }) => [id, lines[0]?.text ?? id]))
      const ways = arrows.map(
        ({ from, to, answer }) =>
          `${first.get(from) ?? ''} ${answer === undefined ? 'Then' : `If ${answer}`}: ${first.get(to) ?? ''}.`,
      )
      const lists =
        arrows.length > 0
          ? []
          : boxes.flatMap(({ lines }) =>
              lines.filter(({ as }) => as === 'body').map(({ text }) => `${text}.`),
            )
      return `${title}. ${[...ways, ...lists].join(' ')}`
    })
    .join(' ')

/** The pathway as one drawing, readable in light and in dark surroundings. */
export const pathwaySvg = (definition: Definition, flows: readonly Flow[]): string => {
  const lanes = flows.filter(({ arrows }) => arrows.length > 0).length
  const columns = arranged(flows.map(flowSvg), lanes)
  const width = columns.reduce((sum, column) => sum + column.width + gap, 2 * margin - gap)
  const notes = broken(
    `Version ${definition.version}. ${disclaimer} Where an answer is not known the product asks, and goes on only where the drawing says so. Numbers: S, the source; R, our reading of it.`,
    'small',
    width - 2 * margin,
  )
  const top = 76 + notes.length * 16 + 40
  const height = top + Math.max(...columns.map((column) => column.height)) + margin - gap
  let x = margin
  const placed = columns.flatMap((column) => {
    let y = top
    const made = column.pieces.map((piece) => {
      const at = shifted(piece, x, y)
      y += piece.height + gap
      return at
    })
    x += column.width + gap
    return made
  })
  const size = [width, height].map((one) => String(Math.ceil(one)))
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.join(' ')}" width="${size[0] ?? ''}" height="${size[1] ?? ''}" role="img" aria-labelledby="pathway-title pathway-description">`,
    `<title id="pathway-title">${xml(definition.title)}: the pathway</title>`,
    `<desc id="pathway-description">${xml(description(flows))}</desc>`,
    `<style>${style}</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0 L8,4 L0,8 z"/></marker></defs>',
    `<rect class="paper" width="100%" height="100%"/>`,
    `<text class="page" x="${String(margin)}" y="48">${xml(definition.title)}: the pathway</text>`,
    ...notes.map(
      (note, at) =>
        `<text class="small" x="${String(margin)}" y="${String(74 + at * 16)}">${xml(note)}</text>`,
    ),
    legendSvg(top - 40),
    ...placed,
    '</svg>',
  ].join('\n')}\n`
}
