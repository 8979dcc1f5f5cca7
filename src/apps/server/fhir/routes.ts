import { Hono } from 'hono'
import type { Context } from 'hono'
import { artifactInput } from '../../../assess/artifacts.ts'
import { flatten } from '../../../fhir/flatten.ts'
import { assessRecord } from '../../../assess/record.ts'
import { guideline } from '../../../guideline/index.ts'
import { questionnaire } from '../../../outputs/artifacts/questionnaire.ts'
import { publicProblem } from '../api/problem.ts'
import { readJsonBody } from '../body.ts'
import { nobody } from '../cds/person.ts'
import { civilDay, eachDay } from '../civil-day.ts'
import type { AppParts } from '../parts.ts'
import { fhirJson, isRefused, outcomeResponse } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import { carePlan } from './care-plan.ts'
import { capabilityStatement } from './metadata.ts'
import { readApply } from './parameters.ts'

/** The FHIR R4 side: metadata, the questionnaire, and $apply. Mounted at `/fhir`. */
export const fhir = (parts: AppParts): Hono => {
  const app = new Hono()
  const clock = parts.clock ?? (() => new Date())
  const metadata = eachDay(clock, (on) =>
    JSON.stringify(capabilityStatement(parts.config.baseUrl, on)),
  )
  const asked = questionnaire(artifactInput([]))
  const answer = (c: Context, text: string): Response =>
    c.body(text, 200, { 'Content-Type': fhirJson })

  app.get('/metadata', (c) => answer(c, metadata()))

  app.get('/Questionnaire/:id', (c) =>
    c.req.param('id') === asked.id
      ? answer(c, JSON.stringify(asked))
      : outcomeResponse(c, notFound('questionnaire', `/fhir/Questionnaire/${asked.id}`)),
  )

  const apply = async (c: Context): Promise<Response> => {
    const body = await readJsonBody(c)
    if (isRefused(body)) return outcomeResponse(c, body.refused)
    const read = readApply(body.value)
    if ('refused' in read) return outcomeResponse(c, read.refused)
    const { request } = read
    const patients = flatten(request.resources).resources.filter(({ type }) => type === 'Patient')
    if (patients.some(({ resource }) => resource['id'] !== request.patientId)) {
      return outcomeResponse(c, notSubject)
    }
    const now = clock()
    const { policy } = parts.config
    // A record that holds no Patient is of the subject, of whom only the id is known.
    const record = [
      ...(patients.length === 0 ? [nobody(request.patientId)] : []),
      ...request.resources,
    ]
    const assessment = assessRecord(record, {
      on: civilDay(now),
      ...(policy === undefined ? {} : { policy }),
    })
    return 'statements' in assessment
      ? answer(c, JSON.stringify(carePlan(assessment, request, now)))
      : outcomeResponse(c, refusedRecord(assessment.problems.map(publicProblem)))
  }

  app.post('/PlanDefinition/$apply', apply)
  app.post('/PlanDefinition/:id/$apply', (c) =>
    c.req.param('id') === guideline.id
      ? apply(c)
      : outcomeResponse(c, notFound('plan', `/fhir/PlanDefinition/${guideline.id}/$apply`)),
  )
  return app
}

const notSubject: Refused = {
  status: 422,
  code: 'business-rule',
  message: 'The record is not that of the subject.',
  remedy: 'Send the record of the subject only.',
}

const notFound = (what: string, there: string): Refused => ({
  status: 404,
  code: 'not-found',
  message: `There is no such ${what}.`,
  remedy: `There is ${there}.`,
})

const refusedRecord = (
  problems: readonly { readonly message: string; readonly remedy: string }[],
): Refused => ({
  status: 422,
  code: 'business-rule',
  message: problems.map(({ message }) => message).join(' '),
  remedy: problems.map(({ remedy }) => remedy).join(' '),
})
