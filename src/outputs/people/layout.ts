import dagre from '@dagrejs/dagre'
import type { Arrow, Box, Flow } from './flow.ts'
import { faces, setLines, widthOf } from './svg-text.ts'
import type { SetLine } from './svg-text.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** A box in its place: its middle, its size, and its lines, each with where it begins. */
export interface PlacedBox extends Point {
  readonly box: Box
  readonly width: number
  readonly height: number
  readonly lines: readonly (SetLine & Point)[]
}

/** A way in its place, and where its answer stands. */
export interface PlacedArrow {
  readonly arrow: Arrow
  readonly path: string
  readonly label: Point & { readonly width: number }
}

/** A part of a drawing, laid out from top to bottom. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly boxes: readonly PlacedBox[]
  readonly arrows: readonly PlacedArrow[]
}

const padding = 12

/** How far the sides of a question go in to its points. */
export const questionCut = 14

/** A length with at most one decimal. */
export const round = (value: number): string => String(Math.round(value * 10) / 10)

const measured = (box: Box, inner: number) => {
  const { lines, height } = setLines(box.lines, inner)
  const side = box.tone === 'question' ? questionCut : 0
  return { lines, width: inner + 2 * (padding + side), height: height + 2 * padding - 2 }
}

/** Whether the lines of a box stand in its middle. */
export const isCentered = ({ tone }: Box): boolean => tone === 'question' || tone === 'end'

/** A way through its points, its corners rounded. */
const pathOf = (points: readonly Point[]): string => {
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

/**
 * Lays a part of the drawing out: `inner` is the room for the text of a box and
 * `ranksep` the room between two rows, in pixels.
 */
export const layOut = (
  { boxes, arrows }: Flow,
  inner: (box: Box) => number,
  ranksep = 24,
): Layout => {
  const questions = new Set(boxes.filter(({ tone }) => tone === 'question').map(({ id }) => id))
  const isQuestion = (id: string): boolean => questions.has(id)
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 26, ranksep, edgesep: 14, marginx: 8, marginy: 8 })
  const sized = boxes.map((box) => ({ box, ...measured(box, inner(box)) }))
  for (const { box, width, height } of sized) graph.setNode(box.id, { width, height })
  arrows.forEach(({ from, to, answer }, at) => {
    const label =
      answer === undefined ? {} : { width: labelWidth(answer), height: 18, labelpos: 'c' as const }
    // From question to question the way goes straight down.
    const weight = isQuestion(from) && isQuestion(to) ? 30 : 1
    graph.setEdge(from, to, { ...label, weight }, String(at))
  })
  dagre.layout(graph)
  return {
    ...sizeOf(graph.graph()),
    arrows: arrows.map((arrow, at) => {
      const { points, x, y } = graph.edge({ v: arrow.from, w: arrow.to, name: String(at) })
      const width = arrow.answer === undefined ? 0 : labelWidth(arrow.answer)
      return { arrow, path: pathOf(points), label: { x, y, width } }
    }),
    boxes: sized.map((one) => {
      const at = graph.node(one.box.id)
      const x = isCentered(one.box) ? at.x : at.x - one.width / 2 + padding
      const top = at.y - one.height / 2 + padding - 5
      const lines = one.lines.map((line) => ({ ...line, x, y: top + line.y }))
      return { ...one, x: at.x, y: at.y, lines }
    }),
  }
}

const sizeOf = ({ width, height }: Pick<Layout, 'width' | 'height'>) => ({ width, height })
