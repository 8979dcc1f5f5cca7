import dagre from '@dagrejs/dagre'
import type { Arrow, Box, Flow } from './flow.ts'
import { faces, setLines, widthOf, xml } from './svg-text.ts'

/** A piece of a drawing, and the room that it takes. */
export interface Piece {
  readonly svg: string
  readonly width: number
  readonly height: number
}

interface Point {
  readonly x: number
  readonly y: number
}

const padding = 12
const titleHeight = 40

/** Inner widths: a list that stands alone is as wide as a part of the page. */
const innerWidth = (box: Box, alone: boolean): number =>
  alone ? 420 : box.tone === 'question' ? 250 : box.tone === 'end' ? 170 : 250

const round = (value: number): string => String(Math.round(value * 10) / 10)

const measured = (box: Box, alone: boolean) => {
  const inner = innerWidth(box, alone)
  const { lines, height } = setLines(box.lines, inner)
  const side = box.tone === 'question' ? 14 : 0
  return { lines, width: inner + 2 * (padding + side), height: height + 2 * padding - 2 }
}

const outline = (box: Box, { x, y }: Point, width: number, height: number): string => {
  const left = x - width / 2
  const top = y - height / 2
  if (box.tone === 'question') {
    const cut = 14
    const points = [
      [left + cut, top],
      [left + width - cut, top],
      [left + width, y],
      [left + width - cut, top + height],
      [left + cut, top + height],
      [left, y],
    ]
    return `<polygon points="${points.map((point) => point.map((one) => round(one)).join(',')).join(' ')}"/>`
  }
  const corner = box.tone === 'end' ? height / 2 : 5
  return `<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" rx="${round(corner)}"/>`
}

const boxSvg = (box: Box, at: Point, alone: boolean): string => {
  const { lines, width, height } = measured(box, alone)
  const centered = box.tone === 'question' || box.tone === 'end'
  const x = centered ? at.x : at.x - width / 2 + padding
  const top = at.y - height / 2 + padding - 5
  const texts = lines.map(
    ({ text, as, y }) =>
      `<text class="${as}" x="${round(x)}" y="${round(top + y)}"${centered ? ' text-anchor="middle"' : ''}>${xml(text)}</text>`,
  )
  return `<g class="${box.tone}">${outline(box, at, width, height)}${texts.join('')}</g>`
}

/** A way through its points, its corners rounded. */
const path = (points: readonly Point[]): string => {
  const at = ({ x, y }: Point): string => `${round(x)},${round(y)}`
  const [first, ...rest] = points
  if (first === undefined) return ''
  const parts = rest.map((point, index) => {
    const next = rest[index + 1]
    if (next === undefined) return `L${at(point)}`
    const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
    return `Q${at(point)} ${at(middle)}`
  })
  return `M${at(first)} ${parts.join(' ')}`
}

const labelWidth = (answer: string): number => widthOf(answer, faces.small.size, 400) + 10

const arrowSvg = ({ answer }: Arrow, points: readonly Point[], label: Point): string => {
  const line = `<path class="arrow" d="${path(points)}" marker-end="url(#head)"/>`
  if (answer === undefined) return line
  const width = labelWidth(answer)
  return [
    line,
    `<rect class="paper" x="${round(label.x - width / 2)}" y="${round(label.y - 9)}" width="${round(width)}" height="18" rx="3"/>`,
    `<text class="small" text-anchor="middle" x="${round(label.x)}" y="${round(label.y + 4)}">${xml(answer)}</text>`,
  ].join('')
}

/** One part of the drawing, laid out from top to bottom. */
export const flowSvg = ({ title, boxes, arrows }: Flow): Piece => {
  const alone = arrows.length === 0
  const questions = new Set(boxes.filter(({ tone }) => tone === 'question').map(({ id }) => id))
  const isQuestion = (id: string): boolean => questions.has(id)
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 26, ranksep: 24, edgesep: 14, marginx: 8, marginy: 8 })
  for (const box of boxes) {
    const { width, height } = measured(box, alone)
    graph.setNode(box.id, { width, height })
  }
  arrows.forEach(({ from, to, answer }, at) => {
    const label =
      answer === undefined ? {} : { width: labelWidth(answer), height: 18, labelpos: 'c' as const }
    // From question to question the way goes straight down.
    const weight = isQuestion(from) && isQuestion(to) ? 30 : 1
    graph.setEdge(from, to, { ...label, weight }, String(at))
  })
  dagre.layout(graph)
  const shape = graph.graph()
  const ways = arrows.map((arrow, at) => {
    const { points, x, y } = graph.edge({ v: arrow.from, w: arrow.to, name: String(at) })
    return arrowSvg(arrow, points, { x, y })
  })
  const placed = boxes.map((box) => boxSvg(box, graph.node(box.id), alone))
  const svg = [
    `<text class="heading" x="8" y="24">${xml(title)}</text>`,
    `<g transform="translate(0 ${String(titleHeight)})">`,
    ...ways,
    ...placed,
    '</g>',
  ].join('\n')
  return {
    svg,
    width: Math.max(shape.width, widthOf(title, 17, 700) + 16),
    height: shape.height + titleHeight,
  }
}
