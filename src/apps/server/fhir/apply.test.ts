import { describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { order, parts, person, problem, result, searchset } from '../cds/call.test-support.ts'
import { objections } from '../fhir-validators.test-support.ts'
import { actionsOf, apply, inPlan, known, parameters, send } from './apply.test-support.ts'
import type { Action, Json } from './apply.test-support.ts'

describe('$apply', () => {
  test('gives a CarePlan whose one activity is the one contained RequestGroup', async () => {
    const plan = await apply(...known)
    expect(plan.activity).toEqual([{ reference: { reference: '#requestgroup' } }])
    expect(inPlan(plan, 'RequestGroup')).toHaveLength(1)
    expect(actionsOf(plan).map(({ id }) => id)).toContain('increase-baclofen')
  })
  test('every leaf has a resource, and every resource is referred to', async () => {
    const plan = await apply(...known)
    const leaves = (actions: readonly Action[]): readonly Action[] =>
      actions.flatMap((action) => (action.action === undefined ? [action] : leaves(action.action)))
    const named = leaves(actionsOf(plan)).map(({ resource }) => resource?.reference)
    const text = JSON.stringify(plan)
    expect(named.every((reference) => reference?.startsWith('#') === true)).toBe(true)
    for (const { id } of plan.contained) expect(text).toContain(`"reference":"#${id}"`)
  })
  test('the ladder of S03: steps of 10 mg/day, a week apart, to 30', async () => {
    const plan = await apply(person(), order(0.5), ...known.slice(2))
    const ladder = actionsOf(plan).find(({ id }) => id === 'increase-baclofen')?.action ?? []
    expect(ladder.map(({ title }) => title)).toEqual(['Baclofen 20 mg/day', 'Baclofen 30 mg/day'])
    expect(ladder[1]?.relatedAction).toMatchObject([
      { actionId: 'increase-baclofen-1-action', offsetDuration: { value: 7, code: 'd' } },
    ])
  })
  test('quinidine is proposed as not to be given; where it is taken, as a message only', async () => {
    const free = inPlan(await apply(...known), 'MedicationRequest').find(
      ({ id }) => id === 'avoid-quinidine',
    )
    expect(free).toMatchObject({ doNotPerform: true })
    const taking = await apply(...known, order(1, { id: 'q', rxcui: '9068', display: 'quinidine' }))
    expect(inPlan(taking, 'CommunicationRequest').map(({ id }) => id)).toContain('avoid-quinidine')
  })
  test('somebody who takes baclofen is never told not to be given it', async () => {
    const plan = await apply(...known.slice(0, 3), result('98979-8', 25))
    const forbidden = inPlan(plan, 'MedicationRequest').filter(
      ({ doNotPerform }) => doNotPerform === true,
    )
    expect(JSON.stringify(forbidden)).not.toContain('baclofen')
    expect(actionsOf(plan)[0]).toMatchObject({
      id: 'avoid-baclofen-severe-renal',
      priority: 'urgent',
    })
  })
  test('a person of whom nothing is known: what to find out', async () => {
    const plan = await apply()
    expect(actionsOf(plan).map(({ id }) => id)).toContain('to-find-out')
  })
  test('by the id of the plan, and as a Bundle in place of Parameters', async () => {
    const body = searchset(...known)
    const { status } = await send(
      body,
      '/fhir/PlanDefinition/muscle-cramps-despite-baclofen/$apply',
    )
    expect(status).toBe(200)
  })
})

describe('what cannot be applied', () => {
  const [subject] = parameters().parameter
  test.each<[string, unknown, number]>([
    ['not JSON', '{', 400],
    ['a list', [], 400],
    ['another resource', person(), 400],
    ['no subject', { resourceType: 'Parameters' }, 400],
    ['two subjects', { resourceType: 'Parameters', parameter: [subject, subject] }, 400],
    [
      'a subject that is no person',
      { resourceType: 'Parameters', parameter: [{ name: 'subject', valueString: 'Group/1' }] },
      400,
    ],
    [
      'another plan',
      {
        resourceType: 'Parameters',
        parameter: [subject, { name: 'planDefinition', valueUri: 'http://x.example/plan' }],
      },
      400,
    ],
    ['a Bundle without a patient', searchset(), 400],
    ['the record of somebody else', parameters({ ...person(), id: 'p2' }), 422],
    [
      'a diagnosis of somebody else',
      parameters(person(), { ...problem('N17.9'), subject: { reference: 'Patient/p2' } }),
      422,
    ],
  ])('%s: an OperationOutcome that repeats nothing', async (_what, body, status) => {
    const answer = await send(body)
    expect(answer.status).toBe(status)
    expect(answer.body['resourceType']).toBe('OperationOutcome')
    expect(JSON.stringify(answer.body)).not.toMatch(/p2|Group\/1|x\.example/)
  })
  test('a plan that is not there', async () => {
    expect((await send(parameters(), '/fhir/PlanDefinition/other/$apply')).status).toBe(404)
  })
})

describe('what can be read', () => {
  const read = async (at: string) => {
    const response = await createApp(parts()).request(at)
    const body = (await response.json()) as Json
    expect(objections(body)).toEqual([])
    return { status: response.status, body }
  }
  test('metadata', async () => {
    const { status, body } = await read('/fhir/metadata')
    expect([status, body['fhirVersion']]).toEqual([200, '4.0.1'])
  })
  test('the questionnaire, whose address the prefetch template names', async () => {
    const { body } = await read('/fhir/Questionnaire/muscle-cramps-despite-baclofen')
    const { services } = (await (await createApp(parts()).request('/cds-services')).json()) as {
      services: { prefetch: { answers: string } }[]
    }
    expect(services[0]?.prefetch.answers).toContain(`questionnaire=${String(body['url'])}`)
  })
  test('a questionnaire that is not there', async () => {
    expect((await read('/fhir/Questionnaire/other')).status).toBe(404)
  })
})

test('a RequestGroup whose leaf has neither resource nor actions is caught (rqg-1)', async () => {
  const plan = structuredClone(await apply(...known)) as unknown as {
    contained: { action?: { resource?: unknown }[] }[]
  }
  delete plan.contained[0]?.action?.[0]?.resource
  expect(objections(plan.contained[0])).not.toEqual([])
})
