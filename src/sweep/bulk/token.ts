import { randomUUID } from 'node:crypto'
import { importJWK, importPKCS8, SignJWT } from 'jose'
import type { CryptoKey, JWK } from 'jose'
import { stop } from '../trouble.ts'
import { callable, withoutQuery } from './addresses.ts'
import { objectIn, reasonIn, sendPatiently } from './request.ts'
import type { BackendClient, BulkSettings, World } from './settings.ts'

/** Where the tokens of an export come from. */
export interface Tokens {
  /** The header of a request that must be authorized; empty where the server wants none. */
  readonly header: () => Promise<Readonly<Record<string, string>>>
  /** The server refused the token: the next is a new one. */
  readonly forget: () => void
}

const assertionSeconds = 240
/** A token that ends within so many seconds is not used any more. */
const margin = 30

type SigningKey = {
  readonly key: CryptoKey | Uint8Array
  readonly id: string
  readonly alg: string
}

const notAKey = (message: string): Error =>
  stop('--key', message, 'Give a private key for ES384 or RS384: PKCS #8 in PEM, or a JWK.')

const jwkIn = (text: string): JWK | undefined => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) throw notAKey('The file holds no key.')
  if (!('keys' in value)) return value
  const keys: readonly JWK[] = Array.isArray(value.keys) ? (value.keys as readonly JWK[]) : []
  const secret = keys.filter((key) => typeof key.d === 'string')
  if (secret.length !== 1) throw notAKey(`The file holds ${String(secret.length)} private keys.`)
  return secret[0]
}

/** Reads the private key of a client. */
export const signingKey = async (client: BackendClient): Promise<SigningKey> => {
  const jwk = jwkIn(client.key)
  const alg =
    client.algorithm ?? jwk?.alg ?? (jwk === undefined || jwk.kty === 'EC' ? 'ES384' : 'RS384')
  if (alg !== 'ES384' && alg !== 'RS384') throw notAKey(`The key is for ${alg}.`)
  const id = client.keyId ?? jwk?.kid
  if (id === undefined) {
    throw stop('--key-id', 'The key has no name.', 'Give the "kid" under which it is registered.')
  }
  try {
    const key = jwk === undefined ? await importPKCS8(client.key, alg) : await importJWK(jwk, alg)
    if (jwk !== undefined && jwk.d === undefined) throw new Error('a public key')
    return { key, id, alg }
  } catch {
    throw notAKey(`The file holds no private key for ${alg}.`)
  }
}

const discovered = async (
  settings: BulkSettings,
  base: string,
  world: World,
): Promise<{ readonly tokenUrl: string; readonly capabilities: readonly unknown[] }> => {
  const address = `${base}/.well-known/smart-configuration`
  const headers = { accept: 'application/json' }
  const response = await sendPatiently(
    world,
    address,
    () => Promise.resolve({ headers }),
    settings.allowHttp,
  )
  const body = response.ok ? await objectIn(response) : undefined
  const tokenUrl = body?.['token_endpoint']
  if (typeof tokenUrl !== 'string') {
    throw stop(
      address,
      'The server does not say where tokens are given.',
      'Give the address with --token-url.',
    )
  }
  const capabilities: unknown = body?.['capabilities']
  return { tokenUrl, capabilities: Array.isArray(capabilities) ? capabilities : [] }
}

const requestToken = async (
  client: BackendClient,
  { key, id, alg }: SigningKey,
  [tokenUrl, scope]: readonly [string, string],
  settings: BulkSettings,
  world: World,
): Promise<{ readonly token: string; readonly until: number }> => {
  // Each attempt is signed anew: an assertion may be used once.
  const request = async () => {
    const seconds = Math.floor(world.now() / 1000)
    const assertion = await new SignJWT()
      .setProtectedHeader({ alg, kid: id, typ: 'JWT' })
      .setIssuer(client.clientId)
      .setSubject(client.clientId)
      .setAudience(tokenUrl)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + assertionSeconds)
      .setJti(randomUUID())
      .sign(key)
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }).toString()
    const headers = {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    }
    return { method: 'POST' as const, headers, body }
  }
  const response = await sendPatiently(world, tokenUrl, request, settings.allowHttp)
  const body = await objectIn(response)
  const token = body?.['access_token']
  if (!response.ok || typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) {
    throw stop(
      withoutQuery(callable(tokenUrl, undefined, settings.allowHttp)),
      `No token was given (status ${String(response.status)}).${reasonIn(body)}`,
      'Check --client-id, --key and --scope, and that the public key is registered at the server.',
    )
  }
  const seconds = Number(body?.['expires_in'])
  return { token, until: world.now() + (seconds > 0 ? seconds : 300) * 1000 }
}

/** The tokens for an export; without a client no header is ever sent. */
export const tokensOf = (settings: BulkSettings, base: string, world: World): Tokens => {
  const { client, types } = settings
  if (client === undefined) {
    return { header: () => Promise.resolve({}), forget: () => undefined }
  }
  let asked: ReturnType<typeof requestToken> | undefined
  let prepared: Promise<readonly [SigningKey, readonly [string, string]]> | undefined
  const prepare = async (): Promise<readonly [SigningKey, readonly [string, string]]> => {
    const key = await signingKey(client)
    if (client.tokenUrl !== undefined && client.scope !== undefined) {
      return [key, [client.tokenUrl, client.scope]]
    }
    const found =
      client.tokenUrl === undefined
        ? await discovered(settings, base, world)
        : { tokenUrl: client.tokenUrl, capabilities: ['permission-v2'] }
    const read = found.capabilities.includes('permission-v2') ? 'rs' : 'read'
    const scope = client.scope ?? types.map((type) => `system/${type}.${read}`).join(' ')
    return [key, [found.tokenUrl, scope]]
  }
  return {
    header: async () => {
      prepared ??= prepare()
      const [key, terms] = await prepared
      const known = await asked
      if (known === undefined || known.until - world.now() < margin * 1000) {
        asked = requestToken(client, key, terms, settings, world)
      }
      const { token } = (await asked) ?? {}
      return { authorization: `Bearer ${String(token)}` }
    },
    forget: () => {
      asked = undefined
    },
  }
}
