import { decodeProtectedHeader, errors, jwtVerify } from 'jose'
import type { JWTPayload, JWTVerifyGetKey } from 'jose'
import { tokenHash } from './replay.ts'
import type { Replay } from './replay.ts'
import { sandboxKeyId } from './sandbox.ts'

/** Why a token was refused. */
export type TokenRefusal =
  | 'missing'
  | 'malformed'
  | 'algorithm'
  | 'issuer'
  | 'key-address'
  | 'key'
  | 'signature'
  | 'audience'
  | 'time'
  | 'lifetime'
  | 'jti'
  | 'used'

/** A token that is believed, one that is refused, or one that could not be checked just now. */
export type CheckedToken =
  | { readonly issuer: string }
  | { readonly refused: TokenRefusal }
  | { readonly unavailable: 'keys' | 'replay' }

/** An issuer whose tokens are believed, with its keys at hand. */
export interface KnownIssuer {
  readonly iss: string
  readonly audience: readonly string[]
  /** The keys for a token that names this address of keys, or none; `undefined` when it may not. */
  readonly keys: (jku: string | undefined) => JWTVerifyGetKey | undefined
}

/** What a token is checked against. */
export interface TokenRules {
  readonly issuers: readonly KnownIssuer[]
  readonly profile: 'production' | 'dev'
  readonly clockSkewSeconds: number
  readonly maxLifetimeSeconds: number
  readonly replay: Replay
  readonly now: () => Date
}

const algorithms = ['ES384', 'RS384']
const mostCharacters = 8192

/**
 * Checks a token for one endpoint: signed by a known issuer with ES384 or RS384, for this very address,
 * valid now, and never used before.
 */
export const checkToken = async (
  token: string,
  endpoint: string,
  rules: TokenRules,
): Promise<CheckedToken> => {
  const claimed = readUnverified(token)
  if ('refused' in claimed) return claimed
  if (!algorithms.includes(claimed.alg)) return { refused: 'algorithm' }
  const issuer = rules.issuers.find(({ iss }) => iss === claimed.iss)
  if (issuer === undefined) return { refused: 'issuer' }
  if (claimed.kid === undefined) return { refused: 'key' }
  if (claimed.kid === sandboxKeyId && rules.profile !== 'dev') return { refused: 'key' }
  const keys = issuer.keys(claimed.jku)
  if (keys === undefined) return { refused: 'key-address' }
  const verified = await verify(token, keys, [endpoint, ...issuer.audience], issuer.iss, rules)
  return 'payload' in verified ? useOnce(verified.payload, issuer.iss, rules) : verified
}

interface Claimed {
  readonly alg: string
  readonly kid: string | undefined
  readonly jku: string | undefined
  readonly iss: string | undefined
}

/** What a token says of itself, before anything of it is believed. */
const readUnverified = (token: string): Claimed | { readonly refused: 'malformed' } => {
  if (token.length > mostCharacters) return { refused: 'malformed' }
  try {
    const { alg, kid, jku } = decodeProtectedHeader(token)
    const [, payload = ''] = token.split('.')
    const { iss } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as JWTPayload
    return { alg: alg ?? 'none', kid, jku, iss }
  } catch {
    return { refused: 'malformed' }
  }
}

const verify = async (
  token: string,
  keys: JWTVerifyGetKey,
  audience: string[],
  issuer: string,
  { clockSkewSeconds, now }: TokenRules,
): Promise<{ readonly payload: JWTPayload } | CheckedToken> => {
  try {
    return await jwtVerify(token, keys, {
      algorithms,
      issuer,
      audience,
      clockTolerance: clockSkewSeconds,
      currentDate: now(),
      requiredClaims: ['iss', 'aud', 'exp', 'iat', 'jti'],
    })
  } catch (error) {
    return refusalOf(error)
  }
}

/** Which of the checks an error of the library stands for. */
const refusalOf = (error: unknown): CheckedToken => {
  if (error instanceof errors.JWTExpired) return { refused: 'time' }
  if (error instanceof errors.JWTClaimValidationFailed) {
    switch (error.claim) {
      case 'aud':
        return { refused: 'audience' }
      case 'iss':
        return { refused: 'issuer' }
      case 'jti':
        return { refused: 'jti' }
      default:
        return { refused: 'time' }
    }
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return { refused: 'signature' }
  if (error instanceof errors.JWKSNoMatchingKey) return { refused: 'key' }
  if (error instanceof errors.JWKSMultipleMatchingKeys) return { refused: 'key' }
  if (error instanceof errors.JOSEAlgNotAllowed) return { refused: 'algorithm' }
  if (error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid) {
    return { refused: 'malformed' }
  }
  if (error instanceof errors.JOSENotSupported || error instanceof TypeError) {
    return { refused: 'key' }
  }
  return { unavailable: 'keys' }
}

const useOnce = async (
  { jti, exp = 0, iat = 0 }: JWTPayload,
  issuer: string,
  { clockSkewSeconds, maxLifetimeSeconds, replay, now }: TokenRules,
): Promise<CheckedToken> => {
  if (typeof jti !== 'string' || jti === '' || jti.length > 500) return { refused: 'jti' }
  const seconds = now().getTime() / 1000
  if (iat > seconds + clockSkewSeconds) return { refused: 'time' }
  if (exp - seconds > maxLifetimeSeconds + clockSkewSeconds) return { refused: 'lifetime' }
  try {
    const expiresAt = new Date((exp + clockSkewSeconds) * 1000)
    const use = await replay.use(tokenHash(issuer, jti), expiresAt)
    if (use === 'again') return { refused: 'used' }
    return use === 'full' ? { unavailable: 'replay' } : { issuer }
  } catch {
    return { unavailable: 'replay' }
  }
}
