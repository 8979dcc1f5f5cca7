import { describe, expect, test } from 'vitest'
import { readRecord } from '../src/assess/record.ts'
import { guideline } from '../src/guideline/index.ts'
import { exactly } from '../src/logic/interval.ts'
import type { Fact, Finding } from '../src/logic/fact.ts'
import { answerCodings } from '../src/outputs/artifacts/questionnaire.ts'
import { nodes, ofType } from './artifacts.test-support.ts'
import type { Node } from './artifacts.test-support.ts'

const [questionnaire] = ofType('Questionnaire')
const on = '2026-11-23'

const items = nodes(questionnaire).filter(
  ({ linkId, type }) => linkId !== undefined && type !== 'group',
)

type Answer = readonly [fact: Fact, answer: Node]

/** A finished response of a made-up person, in the groups of the questionnaire. */
const response = (answers: readonly Answer[]): unknown => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { resource: { resourceType: 'Patient', id: 'p' } },
    {
      resource: {
        resourceType: 'QuestionnaireResponse',
        questionnaire: `${questionnaire?.url ?? ''}|${guideline.version}`,
        status: 'completed',
        authored: on,
        subject: { reference: 'Patient/p' },
        item: [
          {
            linkId: 'asked',
            item: answers.map(([{ id }, answer]) => ({ linkId: id, answer: [answer] })),
          },
        ],
      },
    },
  ],
})

const read = (answers: readonly Answer[]) => readRecord(response(answers), { on })

const presences = guideline.facts.filter(({ kind }) => kind === 'presence')
const quantities = guideline.facts.filter((fact) => fact.kind === 'quantity')

describe('the questionnaire', () => {
  test('asks for every fact once, by its name', () => {
    expect(items.map(({ linkId }) => linkId)).toEqual(guideline.facts.map(({ id }) => id))
  })
  test.each(Object.entries(answerCodings))(
    'an answer of "%s" to every question of presence is read as that',
    (finding, valueCoding) => {
      const { given, problems } = read(presences.map((fact): Answer => [fact, { valueCoding }]))
      expect(problems).toEqual([])
      for (const { id } of presences) expect([id, given[id]?.finding]).toEqual([id, finding])
    },
  )
  test.each(
    quantities.flatMap((fact) => {
      const item = items.find(({ linkId }) => linkId === fact.id)
      const units = ((item?.['extension'] ?? []) as readonly Node[]).map(
        ({ valueCoding }) => (valueCoding as { code: string }).code,
      )
      return units.map((unit) => [fact.id, unit, fact] as const)
    }),
  )('%s in %s, a unit that the questionnaire offers, is read in its own unit', (id, unit, fact) => {
    const own = (fact.likely[0] + fact.likely[1]) / 4
    const factor = unit === fact.unit ? 1 : (fact.accepts[unit] ?? Number.NaN)
    const valueQuantity = {
      value: own / factor,
      unit,
      system: 'http://unitsofmeasure.org',
      code: unit,
    }
    const { given, problems } = read([[fact, { valueQuantity }]])
    expect(problems).toEqual([])
    const finding = given[id]?.finding as Exclude<Finding, string>
    expect(finding.low).toBeCloseTo(exactly(own).low, 9)
    expect(finding.high).toBe(finding.low)
  })
  test('an unanswered question says nothing', () => {
    expect(read([]).given).toEqual({})
  })
  test('an answer in a unit that it does not offer is set aside', () => {
    const [potassium] = quantities.filter(({ id }) => id === 'potassium')
    const { given, problems } = read([
      [potassium as Fact, { valueQuantity: { value: 16, code: 'mg/dL', unit: 'mg/dL' } }],
    ])
    expect(given['potassium']).toBeUndefined()
    expect(problems.map(({ kind }) => kind)).toEqual(['set-aside'])
  })
})
