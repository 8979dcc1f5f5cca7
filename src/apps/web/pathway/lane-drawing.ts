/** A box of a lane in its place, in the units of the drawing. */
export interface DrawnBox {
  readonly id: string
  readonly tone: 'question' | 'emergency' | 'caution' | 'do' | 'consider' | 'know' | 'end'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The corners of a question; every other box is a rectangle. */
  readonly points?: string
  readonly lines: readonly { readonly text: string; readonly as: string; readonly y: number }[]
}

/** A way between two boxes, with its answer in its place. */
export interface DrawnArrow {
  readonly from: string
  readonly to: string
  readonly path: string
  readonly answer?: string
  readonly label: { readonly x: number; readonly y: number; readonly width: number }
}

/** One lane of the pathway, laid out when the page was built. */
export interface LaneDrawing {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly boxes: readonly DrawnBox[]
  readonly arrows: readonly DrawnArrow[]
}
