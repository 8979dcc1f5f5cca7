import type { Box, Flow } from './flow.ts'
import { isCentered, layOut, questionCut, round } from './layout.ts'
import type { PlacedArrow, PlacedBox } from './layout.ts'
import { widthOf, xml } from './svg-text.ts'

/** A piece of a drawing, and the room that it takes. */
export interface Piece {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const titleHeight = 40

/** Inner widths: a list that stands alone is as wide as a part of the page. */
const innerWidth =
  (alone: boolean) =>
  (box: Box): number =>
    alone ? 420 : box.tone === 'end' ? 170 : 250

/** The corners of a question, as the points of a polygon. */
export const questionPoints = ({
  x,
  y,
  width,
  height,
}: Pick<PlacedBox, 'x' | 'y' | 'width' | 'height'>): string => {
  const [left, top] = [x - width / 2, y - height / 2]
  const points = [
    [left + questionCut, top],
    [left + width - questionCut, top],
    [left + width, y],
    [left + width - questionCut, top + height],
    [left + questionCut, top + height],
    [left, y],
  ]
  return points.map((point) => point.map((one) => round(one)).join(',')).join(' ')
}

const outline = (placed: PlacedBox): string => {
  const { box, x, y, width, height } = placed
  if (box.tone === 'question') return `<polygon points="${questionPoints(placed)}"/>`
  const corner = box.tone === 'end' ? height / 2 : 5
  return `<rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="${round(corner)}"/>`
}

const boxSvg = (placed: PlacedBox): string => {
  const { box, lines } = placed
  const texts = lines.map(
    ({ text, as, x, y }) =>
      `<text class="${as}" x="${round(x)}" y="${round(y)}"${isCentered(box) ? ' text-anchor="middle"' : ''}>${xml(text)}</text>`,
  )
  return `<g class="${box.tone}">${outline(placed)}${texts.join('')}</g>`
}

const arrowSvg = ({ arrow: { answer }, path, label: { x, y, width } }: PlacedArrow): string => {
  const line = `<path class="arrow" d="${path}" marker-end="url(#head)"/>`
  if (answer === undefined) return line
  return [
    line,
    `<rect class="paper" x="${round(x - width / 2)}" y="${round(y - 9)}" width="${round(width)}" height="18" rx="3"/>`,
    `<text class="small" text-anchor="middle" x="${round(x)}" y="${round(y + 4)}">${xml(answer)}</text>`,
  ].join('')
}

/** One part of the drawing, laid out from top to bottom. */
export const flowSvg = (flow: Flow): Piece => {
  const { title, arrows } = flow
  const laid = layOut(flow, innerWidth(arrows.length === 0))
  const svg = [
    `<text class="heading" x="8" y="24">${xml(title)}</text>`,
    `<g transform="translate(0 ${String(titleHeight)})">`,
    ...laid.arrows.map(arrowSvg),
    ...laid.boxes.map(boxSvg),
    '</g>',
  ].join('\n')
  return {
    svg,
    width: Math.max(laid.width, widthOf(title, 17, 700) + 16),
    height: laid.height + titleHeight,
  }
}
