import { expect, test } from 'vitest'
import type { Statement } from '../logic/statement.ts'
import { statements } from './index.ts'
import { opposed, together } from './opposed.ts'

const ids = (of: readonly Statement[]): ReadonlySet<string> => new Set(of.map(({ id }) => id))

const asking = ids(opposed.flatMap(({ asks }) => asks))
const forbidding = ids(opposed.flatMap(({ forbids }) => forbids))

test('every statement that raises, lowers, gives or offers something is looked at for its opposite', () => {
  const kinds: readonly string[] = ['titrate', 'wait', 'reduce', 'supplement', 'consider', 'refer']
  const giving = statements.filter(({ action }) => kinds.includes(action.kind))
  expect(giving.filter(({ id }) => !asking.has(id))).toEqual([])
})

/** What forbids something that no statement of this guideline asks for. */
const forbidNothingAsked = ['never-stop-abruptly', 'avoid-cyclobenzaprine', 'avoid-quinidine']

test('every statement that forbids something stands against what it forbids', () => {
  const avoiding = statements.filter(({ action }) => action.kind === 'avoid')
  expect(avoiding.map(({ id }) => id).filter((id) => !forbidding.has(id))).toEqual(
    forbidNothingAsked,
  )
})

test('every emergency, red flag and withdrawal stands against what would go on without it', () => {
  for (const { id } of statements.filter(({ kind }) => kind === 'emergency' || kind === 'urgent')) {
    expect(forbidding).toContain(id)
  }
  expect(forbidding).toContain('taper-baclofen')
})

test('no pair is both forbidden to hold together and explained why it may', () => {
  const never = new Set(
    opposed.flatMap(({ asks, forbids }) =>
      asks.flatMap((one) => forbids.flatMap(({ id }) => [`${one.id} ${id}`, `${id} ${one.id}`])),
    ),
  )
  expect(together.filter(({ one, other }) => never.has(`${one.id} ${other.id}`))).toEqual([])
})
