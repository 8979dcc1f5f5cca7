import { Hono } from 'hono'
import { api } from './api/routes.ts'
import { cdsHooks } from './cds/routes.ts'
import { fhir } from './fhir/routes.ts'
import { methodsOf } from './methods.ts'
import type { AppParts } from './parts.ts'
import { refuse } from './refusal.ts'
import type { Refused } from './refusal.ts'

export type { AppParts, FetchFhir, IssuedCard, ServiceConfig } from './parts.ts'

/** The whole service as one function from request to response. It opens no port and no file. */
export const createApp = (parts: AppParts): Hono => {
  const app = new Hono()
  for (const handler of parts.middleware ?? []) app.use('*', handler)
  if (parts.feedback !== undefined) app.route('/cds-services', parts.feedback)
  app.route('/', cdsHooks(parts))
  app.route('/', api(parts))
  app.route('/fhir', fhir(parts))
  for (const { path, app: mounted } of parts.mounts ?? []) app.route(path, mounted)
  app.notFound((c) => {
    const methods = methodsOf(app.routes, c.req.path)
    if (methods.length === 0) return refuse(c, noRoute)
    c.header('Allow', methods.join(', '))
    return refuse(c, wrongMethod(methods))
  })
  app.onError((error, c) => refuse(c, error instanceof RangeError ? tooDeep : broken))
  return app
}

const noRoute: Refused = {
  status: 404,
  code: 'not-found',
  message: 'There is nothing at this address.',
  remedy: 'See GET /cds-services, GET /fhir/metadata and GET /openapi.json for what there is.',
}

const wrongMethod = (methods: readonly string[]): Refused => ({
  status: 405,
  code: 'not-supported',
  message: 'This address does not know the method.',
  remedy: `Use ${methods.join(' or ')}.`,
})

/** Only what is nested without end takes the stack up. */
const tooDeep: Refused = {
  status: 400,
  code: 'structure',
  message: 'The body is nested too deep.',
  remedy: 'Send resources as FHIR defines them.',
}

const broken: Refused = {
  status: 500,
  code: 'exception',
  message: 'This service failed to answer. It is no sign that all is well.',
  remedy: 'Try again; report it if it stays.',
}
