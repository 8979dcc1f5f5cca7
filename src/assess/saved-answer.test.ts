import { describe, expect, test } from 'vitest'
import { guideline } from '../guideline/index.ts'
import { definitionJson } from '../outputs/definition-json.ts'
import { canonicalJson, definitionHash, hashOf } from './canonical.ts'
import { replay } from './replay.ts'
import { assessAndSave } from './saved-answer.ts'
import type { SavedAnswer } from './saved-answer.ts'

const facts = { age: 58, baclofenDose: 20, eGfr: 78, crampsPersist: true }

const saved = async (): Promise<SavedAnswer> => {
  const answer = await assessAndSave({ facts }, { on: '2026-11-23' })
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems))
  return answer
}

const refusedAt = async (input: unknown): Promise<readonly string[]> => {
  const done = await replay(input)
  if (!('problems' in done)) return []
  for (const { message, remedy } of done.problems) {
    expect(message.length).toBeGreaterThan(5)
    expect(remedy.length).toBeGreaterThan(10)
  }
  return done.problems.map(({ where }) => where)
}

describe('a file that cannot be replayed is refused with its place and a remedy', () => {
  test.each<[string, unknown]>([
    ['facts', facts],
    ['a list', []],
    ['null', null],
    ['a later form', { format: 'crampwise-answer/2' }],
  ])('%s', async (_what, input) => {
    expect(await refusedAt(input)).toEqual(['format'])
  })

  test('an answer that was changed after it was saved', async () => {
    const answer = await saved()
    const [first, ...rest] = answer.answer.statements
    const changed = { ...answer.answer, statements: [{ ...first, holds: 'true' }, ...rest] }
    expect(await refusedAt(answer)).toEqual([])
    expect(await refusedAt({ ...answer, answer: changed })).toEqual(['answer'])
  })

  test('every part that is wrong, at once', async () => {
    const answer = await saved()
    expect(
      await refusedAt({
        ...answer,
        on: '2026-02-30',
        definition: 'sha256:1',
        policy: { name: '' },
        answer: { statements: [{ id: 1, title: 'x', holds: 'true', urgency: 'routine' }] },
      }),
    ).toEqual(['definition', 'on', 'policy.name', 'answer.statements[0].id'])
  })

  test('a part that is missing, and one that there is not', async () => {
    const { given: _given, ...without } = await saved()
    expect(await refusedAt({ ...without, more: 1 })).toEqual(['given', 'the file'])
  })
})

describe('a hash', () => {
  test('does not depend on the order of names, nor on spaces', () => {
    expect(canonicalJson({ b: [1, { d: 1, c: undefined }], a: 'x' })).toBe(
      '{"a":"x","b":[1,{"d":1}]}',
    )
  })
  test('is that of everyone else’s SHA-256', async () => {
    expect(await hashOf('abc')).toBe(
      'sha256:6cc43f858fbb763301637b5af970e2a46b46f461f27e5a0f41e009c59b827b25',
    )
  })
  test('of a definition changes with any word of it', async () => {
    const before = await definitionHash(guideline)
    expect(before).toBe(await hashOf(definitionJson(guideline)))
    expect(await definitionHash({ ...guideline, title: `${guideline.title}.` })).not.toBe(before)
  })
})
