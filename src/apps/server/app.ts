import { Hono } from 'hono'
import type { AppParts } from './parts.ts'

export type { AppParts, FetchFhir, IssuedCard, ServiceConfig } from './parts.ts'

/** The whole service as one function from request to response. It opens no port and no file. */
export const createApp = (parts: AppParts): Hono => {
  const app = new Hono()
  for (const handler of parts.middleware ?? []) app.use('*', handler)
  if (parts.feedback !== undefined) app.route('/cds-services', parts.feedback)
  for (const { path, app: mounted } of parts.mounts ?? []) app.route(path, mounted)
  return app
}
