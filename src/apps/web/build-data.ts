import type { Plugin } from 'vite'
import { guideline } from '../../guideline/index.ts'
import { pathway } from '../../guideline/pathway.ts'
import { flowsOf } from '../../outputs/people/flow.ts'
import type { Box, Flow } from '../../outputs/people/flow.ts'
import { layOut } from '../../outputs/people/layout.ts'
import { questionPoints } from '../../outputs/people/svg-flow.ts'
import { testsNaming } from '../../outputs/people/tests-naming.ts'
import type { TestFile } from '../../outputs/people/tests-naming.ts'
import type { LaneDrawing } from './pathway/lane-drawing.ts'

/** What a reader of the drawing needs of a box; the list beside it tells the rest. */
const inShort = (box: Box): Box => ({
  ...box,
  lines: box.lines.filter(
    ({ text, as }) => as === 'title' || box.tone === 'end' || text.startsWith('→'),
  ),
})

const drawn = (flow: Flow, id: string): LaneDrawing => {
  const laid = layOut(
    { ...flow, boxes: flow.boxes.map(inShort) },
    ({ tone }) => (tone === 'question' ? 150 : 130),
    10,
  )
  return {
    id,
    width: Math.ceil(laid.width),
    height: Math.ceil(laid.height),
    boxes: laid.boxes.map((placed) => ({
      id: placed.box.id,
      tone: placed.box.tone,
      x: placed.x - placed.width / 2,
      y: placed.y - placed.height / 2,
      width: placed.width,
      height: placed.height,
      ...(placed.box.tone === 'question' ? { points: questionPoints(placed) } : {}),
      lines: placed.lines.map(({ text, as, y }) => ({ text, as, y })),
    })),
    arrows: laid.arrows.map(({ arrow: { from, to, answer }, path, label }) => ({
      from,
      to,
      path,
      label,
      ...(answer === undefined ? {} : { answer }),
    })),
  }
}

const isLaidOut = ({ arrows }: Flow): boolean => arrows.length > 0

/** What is worked out when the page is built, by the name of the module that holds it. */
const modules = (tests: readonly TestFile[]): Readonly<Record<string, () => unknown>> => ({
  'virtual:pathway-drawing': () =>
    flowsOf(guideline, pathway)
      .filter(isLaidOut)
      .map((flow, at) => drawn(flow, pathway.lanes[at]?.id ?? '')),
  'virtual:tests-naming': () => Object.fromEntries(testsNaming(guideline, tests)),
})

/** Lays the pathway out and finds the tests of each statement while the page is built, not in it. */
export const buildData = (tests: readonly TestFile[]): Plugin => {
  const made = modules(tests)
  return {
    name: 'crampwise-build-data',
    resolveId: (id) => (id in made ? `\0${id}` : null),
    load: (id) => {
      const make = id.startsWith('\0') ? made[id.slice(1)] : undefined
      return make === undefined ? null : `export default ${JSON.stringify(make())}`
    },
  }
}
