import type { IncomingMessage } from 'node:http'
import { decodeProtectedHeader, jwtVerify } from 'jose'
import type { CryptoKey } from 'jose'

/** The body of a request. */
export const text = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** A token, where the client proves who it is as SMART says. */
export const tokenFor = async (
  body: URLSearchParams,
  [key, audience, used]: readonly [CryptoKey, string, Set<string>],
): Promise<string | undefined> => {
  const assertion = body.get('client_assertion') ?? ''
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  if (body.get('grant_type') !== 'client_credentials') return undefined
  if (body.get('client_assertion_type') !== type) return undefined
  const verified = await jwtVerify(assertion, key, {
    algorithms: ['ES384'],
    audience,
    issuer: 'test-client',
    subject: 'test-client',
    requiredClaims: ['exp', 'jti'],
  }).catch(() => undefined)
  const jti = verified?.payload.jti
  if (jti === undefined || used.has(jti)) return undefined
  if (decodeProtectedHeader(assertion).kid !== 'test-key') return undefined
  used.add(jti)
  return `token-${String(used.size)}`
}
