import type { Context, MiddlewareHandler } from 'hono'
import { tooMany } from './rate.ts'
import type { TakeToken } from './rate.ts'
import { refuse } from './refusals.ts'
import { checkToken } from './token.ts'
import type { TokenRefusal, TokenRules } from './token.ts'

/** What asks for a token, and by which address the tokens name it. */
export interface Authentication extends TokenRules {
  readonly publicUrl: string
  readonly protects: 'cds-hooks' | 'everything'
  /** Limits each issuer. */
  readonly take?: TakeToken
}

/** Remembers who signed, for the log. It is a name from the configuration. */
export const issuerKey = 'issuer'

/** Remembers why a token was refused, for the log and the metrics. */
export const tokenKey = 'token'

const remedies: Readonly<Record<TokenRefusal, string>> = {
  missing: 'Send "Authorization: Bearer" with a JSON Web Token.',
  malformed: 'It is not a JSON Web Token.',
  algorithm: 'Sign with ES384 or RS384.',
  issuer: 'Its issuer ("iss") is not on the list of this service.',
  'key-address': 'Its address of keys ("jku") is missing or not on the list for its issuer.',
  key: 'Its key ("kid") is missing, or not among the keys of its issuer.',
  signature: 'Its signature does not belong to the key that it names.',
  audience: 'Its audience ("aud") must be the exact address of this endpoint.',
  time: 'It has expired, is not valid yet, or tells no valid time ("exp", "iat", "nbf").',
  lifetime: 'It is valid for too long ("exp").',
  jti: 'It needs an identifier of its own ("jti").',
  used: 'It was used before: make a new one for every request.',
}

/**
 * Asks for a token on every call of the protected endpoints, discovery and feedback included. Health and
 * metrics never ask for one, and a preflight has been answered before.
 */
export const authenticate = (rules: Authentication): MiddlewareHandler =>
  async function authenticate(c, next) {
    if (!isProtected(c.req.path, rules.protects)) return next()
    const token = bearer(c.req.header('authorization'))
    if (token === undefined) return refuseToken(c, 'missing')
    const checked = await checkToken(token, `${rules.publicUrl}${c.req.path}`, rules)
    if ('refused' in checked) return refuseToken(c, checked.refused)
    if ('unavailable' in checked) {
      const what = checked.unavailable === 'keys' ? 'The keys of the issuer' : 'Used tokens'
      return refuse(c, 'not-now', `${what} cannot be looked up. Ask again.`, { 'Retry-After': '5' })
    }
    c.set(issuerKey, checked.issuer)
    const limited = rules.take?.(`issuer ${checked.issuer}`)
    return limited === undefined ? next() : tooMany(c, limited.retryAfter)
  }

const isProtected = (path: string, protects: Authentication['protects']): boolean =>
  protects === 'everything'
    ? !/^\/(health\/(live|ready)|metrics)$/.test(path)
    : /^\/cds-services(\/|$)/.test(path)

const bearer = (header: string | undefined): string | undefined =>
  /^Bearer +([\w.~+/=-]+)$/i.exec(header ?? '')?.[1]

const refuseToken = (c: Context, why: TokenRefusal): Response => {
  c.set(tokenKey, why)
  const error = why === 'missing' ? '' : `, error="invalid_token", error_description="${why}"`
  return refuse(c, 'token', remedies[why], {
    'WWW-Authenticate': `Bearer realm="crampwise"${error}`,
  })
}
