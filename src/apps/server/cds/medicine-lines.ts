import type { Evaluation } from '../evaluation.ts'
import type { Draft } from './drafts.ts'
import type { Indicator, Line } from './line.ts'

/** A medicine of this guideline besides baclofen, with the statements that may speak against it. */
interface Medicine {
  readonly fact: string
  readonly name: string
  /** Told where the medicine is ordered; those that are true speak. */
  readonly against: readonly string[]
  /** Told also where it is merely taken. */
  readonly whenTaken?: string
}

const medicines: readonly Medicine[] = [
  {
    fact: 'takesQuinidine',
    name: 'quinidine',
    against: ['avoid-quinidine'],
    whenTaken: 'avoid-quinidine',
  },
  {
    fact: 'takesCyclobenzaprine',
    name: 'cyclobenzaprine',
    against: ['avoid-cyclobenzaprine', 'muscle-relaxant-older-adult'],
    whenTaken: 'avoid-cyclobenzaprine',
  },
  {
    fact: 'takesOrphenadrine',
    name: 'orphenadrine',
    against: ['orphenadrine-contraindicated', 'muscle-relaxant-older-adult'],
  },
  {
    fact: 'takesMethocarbamol',
    name: 'methocarbamol',
    against: ['methocarbamol-contraindicated', 'muscle-relaxant-older-adult'],
  },
  {
    fact: 'takesBenzodiazepine',
    name: 'a benzodiazepine',
    against: ['benzodiazepine-risk'],
  },
  { fact: 'receivesAlbumin', name: 'albumin', against: ['albumin-contraindicated'] },
]

const contraindications = new Set([
  'avoid-quinidine',
  'avoid-cyclobenzaprine',
  'orphenadrine-contraindicated',
  'methocarbamol-contraindicated',
  'albumin-contraindicated',
])

/** What is to be said of the other medicines of this guideline: those being ordered, and two that are taken. */
export const medicineLines = (person: Evaluation, drafts: readonly Draft[]): readonly Line[] => {
  const cramping = person.picture.findings['crampsPersist'] === 'true'
  const ordered = new Set(drafts.filter(({ ends }) => !ends).flatMap((draft) => draft.medicines))
  return medicines.flatMap(({ fact, name, against, whenTaken }): readonly Line[] => {
    const isOrdered = ordered.has(fact)
    const taken = person.picture.findings[fact] === 'true'
    const told = isOrdered ? against : taken && whenTaken !== undefined ? [whenTaken] : []
    return told
      .filter((id) => person.truth(id) === 'true')
      .map((statement) => ({
        topic: 'medicines',
        medicine: fact,
        statement,
        indicator: indicatorOf(statement, cramping),
        head: headOf(statement, name, isOrdered, cramping),
      }))
  })
}

/** Against a medicine for cramps a warning speaks only where there are cramps: it may be for something else. */
const indicatorOf = (statement: string, cramping: boolean): Indicator => {
  if (!contraindications.has(statement)) return 'info'
  return statement.startsWith('avoid-') && !cramping ? 'info' : 'warning'
}

const headOf = (statement: string, name: string, ordered: boolean, cramping: boolean): string => {
  const Name = name.charAt(0).toUpperCase() + name.slice(1)
  switch (statement) {
    case 'avoid-quinidine':
      return ordered
        ? `Quinidine is advised against ${cramping ? 'in cramps' : 'where it is meant for cramps'}: diarrhea makes a third stop it`
        : 'Takes quinidine: urgent review; it may be for an arrhythmia and is not stopped unasked'
    case 'avoid-cyclobenzaprine':
      return ordered
        ? `Cyclobenzaprine is advised against ${cramping ? 'in cramps' : 'where it is meant for cramps'}: no evidence that it relieves them`
        : 'Takes cyclobenzaprine: prescriber review; nothing shows that it relieves cramps'
    case 'muscle-relaxant-older-adult':
      return `${Name} from 65 on: the Beers criteria advise against muscle relaxants`
    case 'benzodiazepine-risk':
      return 'A benzodiazepine carries more risk in this person'
    default:
      return `${Name}: a contraindication is recorded`
  }
}
