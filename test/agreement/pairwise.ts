import type { Definition } from '../../src/logic/definition.ts'
import { complete } from '../../src/proof/concrete.ts'
import type { Stated } from '../../src/proof/concrete.ts'
import { bandsOf } from './domain.ts'
import type { Choice } from './domain.ts'

/** One way to state one fact. */
interface Cell {
  readonly fact: string
  readonly choice: Choice
  readonly place: number
}

const patientOf = (cells: readonly Cell[]): Stated =>
  Object.fromEntries(
    cells.flatMap(({ fact, choice }) => (choice === undefined ? [] : [[fact, choice]])),
  )

/**
 * Patients among whom every two facts meet in every two ways in which they can be stated, their
 * being left out included. Two statements that contradict each other never meet.
 */
export const pairwise = (definition: Definition): readonly Stated[] => {
  const cells: Cell[] = []
  const columns = [...bandsOf(definition)].map(([fact, choices]) =>
    choices.map((choice): Cell => {
      const cell = { fact, choice, place: cells.length }
      cells.push(cell)
      return cell
    }),
  )
  const size = cells.length
  const allowed = new Uint8Array(size * size)
  const open = new Uint8Array(size * size)
  for (const one of cells) {
    for (const other of cells) {
      if (one.fact === other.fact) continue
      if (complete(definition, patientOf([one, other])) === undefined) continue
      allowed[one.place * size + other.place] = 1
      open[one.place * size + other.place] = 1
    }
  }

  const patients: Stated[] = []
  for (let next = open.indexOf(1); next !== -1; next = open.indexOf(1, next)) {
    const row = [cells[Math.floor(next / size)], cells[next % size]] as Cell[]
    columns.forEach((_column, index) => {
      // Beginning elsewhere in each row spreads the ties.
      const column = columns[(index + patients.length) % columns.length] as readonly Cell[]
      if (row.some(({ fact }) => fact === column[0]?.fact)) return
      row.push(mostOpen(column, row, allowed, open, size))
    })
    for (const one of row) for (const other of row) open[one.place * size + other.place] = 0
    patients.push(patientOf(row))
  }
  return patients
}

/** The choice that meets most of what is in the row for the first time; leaving a fact out is always allowed. */
const mostOpen = (
  column: readonly Cell[],
  row: readonly Cell[],
  allowed: Uint8Array,
  open: Uint8Array,
  size: number,
): Cell => {
  let best = column[0] as Cell
  let most = -1
  for (const cell of column) {
    let meets = 0
    for (const other of row) {
      const at = cell.place * size + other.place
      if (allowed[at] === 0) {
        meets = -1
        break
      }
      meets += open[at] as number
    }
    if (meets > most) {
      best = cell
      most = meets
    }
  }
  return best
}
