import type { Definition } from '../../logic/definition.ts'
import type { Lane, Pathway, Step } from '../../logic/pathway.ts'
import type { Kind, Statement } from '../../logic/statement.ts'
import { conditionWords, ideasOf, oneSentence } from '../condition-words.ts'
import type { Words } from '../condition-words.ts'

/** How a box is meant: said by its shape and its words, and by color only besides. */
export type Tone = 'question' | 'emergency' | 'caution' | 'do' | 'consider' | 'know' | 'end'

/** One line in a box: what stands out, what is said, and what is said in small. */
export interface BoxLine {
  readonly text: string
  readonly as: 'title' | 'body' | 'small'
}

/** A box of the drawing. */
export interface Box {
  readonly id: string
  readonly tone: Tone
  readonly lines: readonly BoxLine[]
}

/** A way from one box to another, with the answer that leads there. */
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly answer?: string
}

/** One part of the drawing. */
export interface Flow {
  readonly title: string
  readonly boxes: readonly Box[]
  readonly arrows: readonly Arrow[]
}

const toneOf: Readonly<Record<Kind, Tone>> = {
  emergency: 'emergency',
  urgent: 'emergency',
  contraindication: 'caution',
  precaution: 'caution',
  scope: 'know',
  recommendation: 'do',
  monitoring: 'do',
  consider: 'consider',
  information: 'know',
}

const loudest: readonly Tone[] = ['emergency', 'caution', 'do', 'consider', 'know']

const toneOfAll = (statements: readonly Statement[]): Tone => {
  const tones = new Set(statements.map(({ kind }) => toneOf[kind]))
  return loudest.find((tone) => tones.has(tone)) ?? 'end'
}

/** Numbers of a statement, a run of them with its ends alone: "S03, S06–S09, R06". */
const numbersOf = ({ implements: numbers, outside }: Statement): string => {
  const runs: string[][] = []
  for (const number of numbers) {
    const last = runs.at(-1)?.at(-1)
    const follows =
      last !== undefined &&
      last.charAt(0) === number.charAt(0) &&
      Number(last.slice(1)) + 1 === Number(number.slice(1))
    if (follows) runs.at(-1)?.push(number)
    else runs.push([number])
  }
  const said = runs.map((run) =>
    run.length > 2 ? `${run[0] ?? ''}–${run.at(-1) ?? ''}` : run.join(', '),
  )
  return [...said, ...(outside.length === 0 ? [] : ['outside evidence'])].join(', ')
}

const statementLines = (statement: Statement): readonly BoxLine[] => [
  { text: statement.title, as: 'body' },
  { text: `${statement.kind} · ${numbersOf(statement)}`, as: 'small' },
]

/** The parts of a drawing, with every condition in words. */
export const flowsOf = (definition: Definition, pathway: Pathway): readonly Flow[] => {
  const titles = new Map(definition.statements.map(({ id, title }) => [id, title]))
  const ideas = new Map(ideasOf(definition).map(({ name, means }) => [name, means]))
  const named = (name: string): string => titles.get(name) ?? name
  /** An idea that is the whole question is spelled out; within a question it is named. */
  const spelled = (words: Words): Words =>
    words.kind === 'reference' && !words.negated ? (ideas.get(words.name) ?? words) : words
  const box = (step: Step): Box => {
    switch (step.kind) {
      case 'question':
        return {
          id: step.id,
          tone: 'question',
          lines: [
            { text: step.asks, as: 'title' },
            { text: oneSentence(spelled(conditionWords(step.when)), named), as: 'small' },
          ],
        }
      case 'advice': {
        const lane = pathway.lanes.find(({ id }) => id === step.next)
        return {
          id: step.id,
          tone: toneOfAll(step.statements),
          lines: [
            { text: step.title, as: 'title' },
            ...step.statements.flatMap(statementLines),
            ...(lane === undefined ? [] : [{ text: `→ ${lane.title}`, as: 'body' } as const]),
          ],
        }
      }
      case 'end':
        return { id: step.id, tone: 'end', lines: [{ text: step.title, as: 'body' }] }
    }
  }
  const isLane = (id: string): boolean => pathway.lanes.some((lane) => lane.id === id)
  const arrows = (step: Step): readonly Arrow[] => {
    if (step.kind === 'question') {
      const no = step.unknownGoesOn === true ? 'no, or not known' : 'no'
      return [
        { from: step.id, to: step.yes, answer: 'yes' },
        { from: step.id, to: step.no, answer: no },
      ]
    }
    return step.kind === 'advice' && step.next !== undefined && !isLane(step.next)
      ? [{ from: step.id, to: step.next }]
      : []
  }
  const lane = ({ title, steps }: Lane): Flow => ({
    title,
    boxes: steps.map(box),
    arrows: steps.flatMap(arrows),
  })
  return [
    ...pathway.lanes.map(lane),
    ...pathway.beside.map(({ title, statements }): Flow => ({
      title,
      boxes: [
        {
          id: title,
          tone: toneOfAll(statements),
          lines: statements.flatMap(statementLines),
        },
      ],
      arrows: [],
    })),
  ]
}
