import { expect } from 'vitest'
import { createApp } from '../app.ts'
import { answers, cramps, order, parts, person, result } from '../cds/call.test-support.ts'
import { objections } from '../fhir-validators.test-support.ts'

/** Parsed JSON. */
export type Json = Readonly<Record<string, unknown>>

/** An action of a RequestGroup. */
export interface Action {
  readonly id?: string
  readonly title: string
  readonly priority?: string
  readonly resource?: { readonly reference: string }
  readonly action?: readonly Action[]
  readonly relatedAction?: readonly Json[]
}

/** A CarePlan. */
export interface Plan extends Json {
  readonly contained: readonly (Json & {
    readonly id: string
    readonly action?: readonly Action[]
  })[]
  readonly activity: readonly Json[]
}

/** The address of the operation. */
export const path = '/fhir/PlanDefinition/$apply'

/** Sends a body; an answer to which a validator objects fails the test, whatever it is about. */
export const send = async (body: unknown, to = path): Promise<{ status: number; body: Json }> => {
  const response = await createApp(parts()).request(to, {
    method: 'POST',
    headers: { 'Content-Type': 'application/fhir+json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const answer = (await response.json()) as Json
  expect(response.headers.get('Content-Type')).toContain('application/fhir+json')
  expect(objections(answer)).toEqual([])
  return { status: response.status, body: answer }
}

/** Parameters about the synthetic patient. */
export const parameters = (...data: readonly object[]) => ({
  resourceType: 'Parameters',
  parameter: [
    { name: 'subject', valueString: 'Patient/p1' },
    ...data.map((resource) => ({ name: 'data', resource })),
  ],
})

/** Applies the plan. */
export const apply = async (...data: readonly object[]): Promise<Plan> => {
  const { status, body } = await send(parameters(...data))
  expect(status).toBe(200)
  return body as Plan
}

/** The resources of a type within a plan. */
export const inPlan = (plan: Plan, type: string) =>
  plan.contained.filter(({ resourceType }) => resourceType === type)

/** The actions of the RequestGroup of a plan. */
export const actionsOf = (plan: Plan): readonly Action[] =>
  inPlan(plan, 'RequestGroup')[0]?.action ?? []

/** All answers of somebody whose cramps persist. */
export const everything = answers({
  crampsPersist: true,
  baclofenSideEffects: false,
  physicalMeasuresTried: false,
  waterAndSodiumDepletion: false,
  liverDisease: false,
  anxiety: false,
  muscleSpasm: false,
  musclePain: false,
})

/** Somebody of whom everything is known. */
export const known = [
  person(),
  order(1),
  cramps,
  result('98979-8', 78),
  result('2823-3', 4.1),
  result('2601-3', 0.82),
  everything,
]
