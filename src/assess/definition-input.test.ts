import { describe, expect, test } from 'vitest'
import { guideline } from '../guideline/index.ts'
import type { Problem } from '../logic/given.ts'
import { definitionJson } from '../outputs/definition-json.ts'
import { readDefinition } from './definition-input.ts'

type Json = Record<string, unknown>

const written = (): Json => JSON.parse(JSON.stringify(definitionJson(guideline))) as Json

const listed = (of: Json, name: string): Json[] => of[name] as Json[]

const statement = (of: Json, id: string): Json => {
  const found = listed(of, 'statements').find((one) => one['id'] === id)
  if (found === undefined) throw new Error(`no statement ${id}`)
  return found
}

const problemsOf = (change: (definition: Json) => void): readonly Problem[] => {
  const definition = written()
  change(definition)
  const read = readDefinition(definition)
  return 'problems' in read ? read.problems : []
}

test('an exported definition is read back as the same definition', () => {
  expect(readDefinition(written())).toEqual(guideline)
})

test('and exported again it says the same', () => {
  const read = readDefinition(written())
  if ('problems' in read) throw new Error('refused')
  expect(definitionJson(read)).toEqual(definitionJson(guideline))
})

test('a shared idea is written once, and its name is used', () => {
  const { ideas } = definitionJson(guideline)
  expect(ideas['taking baclofen']).toEqual({
    op: 'any',
    of: [
      { op: 'is', fact: 'takesBaclofen' },
      { op: 'is', fact: 'intrathecalBaclofen' },
    ],
  })
  expect(JSON.stringify(statement(written(), 'seizure-caution')['when'])).toContain(
    '{"op":"idea","idea":"taking baclofen"}',
  )
})

describe('what is wrong in a file is named with its place and the remedy', () => {
  test.each<[what: string, change: (definition: Json) => void, problem: Partial<Problem>]>([
    [
      'another format',
      (definition) => {
        definition['format'] = 'crampwise-definition/2'
      },
      { where: 'format', message: expect.stringContaining('crampwise-definition/2') as string },
    ],
    [
      'a fact that is not there',
      (definition) => {
        statement(definition, 'seizure-caution')['when'] = { op: 'is', fact: 'epilepsi' }
      },
      {
        where: 'statements (seizure-caution).when',
        message: 'There is no fact "epilepsi".',
        remedy: 'Did you mean "epilepsy"?',
      },
    ],
    [
      'a limit that is not there',
      (definition) => {
        definition['limits'] = listed(definition, 'limits').filter(
          ({ name }) => name !== 'severeRenal',
        )
      },
      { message: 'There is no limit "severeRenal".' },
    ],
    [
      'an exception that is not there',
      (definition) => {
        statement(definition, 'apply-ice')['unless'] = ['red-flag']
      },
      { where: 'statements (apply-ice).unless', remedy: 'Did you mean "red-flags"?' },
    ],
    [
      'an idea that is not there',
      (definition) => {
        statement(definition, 'tolerance')['when'] = { op: 'idea', idea: 'taking' }
      },
      { where: 'statements (tolerance).when', message: 'There is no idea "taking".' },
    ],
    [
      'a limit of another unit',
      (definition) => {
        statement(definition, 'monitor-older-adult')['when'] = {
          op: 'compare',
          fact: 'age',
          by: '>=',
          limit: 'severeRenal',
        }
      },
      { message: expect.stringContaining('is in a, the limit') as string },
    ],
    [
      'statements that defeat each other in a circle',
      (definition) => {
        statement(definition, 'red-flags')['unless'] = ['apply-ice']
      },
      { message: expect.stringContaining('goes in a circle') as string },
    ],
    [
      'an unknown kind of action',
      (definition) => {
        statement(definition, 'red-flags')['action'] = { kind: 'pray', words: 'x' }
      },
      { where: expect.stringMatching(/^statements\[\d+\] \(red-flags\)\.action/) as string },
    ],
    [
      'a statement twice',
      (definition) => {
        definition['statements'] = [
          ...listed(definition, 'statements'),
          statement(definition, 'red-flags'),
        ]
      },
      { where: 'statements', message: '"red-flags" stands there twice.' },
    ],
    [
      'a word too many',
      (definition) => {
        statement(definition, 'red-flags')['comment'] = 'x'
      },
      { where: expect.stringContaining('(red-flags)') as string },
    ],
    [
      'a presence that is compared',
      (definition) => {
        statement(definition, 'red-flags')['when'] = {
          op: 'compare',
          fact: 'redFlags',
          by: '<',
          limit: 'adult',
        }
      },
      { message: '"redFlags" has no number to compare.' },
    ],
  ])('%s', (_what, change, problem) => {
    expect(problemsOf(change)).toContainEqual(expect.objectContaining(problem))
  })
  test.each([[null], [[]], ['definition'], [{}]])('%j is not a definition', (input) => {
    expect(readDefinition(input)).toMatchObject({ problems: [{ where: 'format' }] })
  })
})

test('a name that stands for two things is never exported', () => {
  const [first, second] = guideline.statements
  if (first === undefined || second === undefined) throw new Error('no statements')
  const twice = [first, { ...second, when: { op: 'all' as const, of: [], name: first.id } }]
  expect(() => definitionJson({ ...guideline, statements: twice })).toThrow(
    '"suspected-neurotoxicity" stands for two different conditions',
  )
})
