import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT, exportJWK, generateKeyPair } from 'jose'

/** An issuer that a measurement made up, with its keys in a local file. */
export interface BenchIssuer {
  /** What a configuration needs so that the service asks for its tokens. */
  readonly config: object
  /** A fresh token for a path of the service. */
  readonly token: (path: string) => Promise<string>
}

/** Makes an issuer that signs with this algorithm, for a service that callers know by this address. */
export const benchIssuer = async (
  alg: 'ES384' | 'RS384',
  publicUrl: string,
): Promise<BenchIssuer> => {
  const iss = 'https://ehr.example.org'
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  const jwks = join(mkdtempSync(join(tmpdir(), 'crampwise-keys-')), 'keys.json')
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg }
  writeFileSync(jwks, JSON.stringify({ keys: [key] }))
  return {
    config: { publicUrl, jwt: { issuers: [{ iss, jwks }] } },
    token: (path) =>
      new SignJWT({ iss, aud: publicUrl + path, jti: randomUUID() })
        .setProtectedHeader({ alg, kid: 'bench', typ: 'JWT' })
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey),
  }
}
