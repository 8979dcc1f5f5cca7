/** How the client of a backend service proves who it is: SMART Backend Services. */
export interface BackendClient {
  readonly clientId: string
  /** The private key: PKCS #8 in PEM, a JWK, or a key set with one private key. */
  readonly key: string
  /** The name of the key; left out, that of the JWK. */
  readonly keyId?: string
  /** Left out, that of the JWK, or ES384. */
  readonly algorithm?: 'ES384' | 'RS384'
  /** Left out, it is discovered at the server. */
  readonly tokenUrl?: string
  /** Left out, read access to each type, in the form that the server knows. */
  readonly scope?: string
}

/** What is exported, from where, and into which folder. */
export interface BulkSettings {
  /** The base of the FHIR server, a Group of it, or the whole address of the operation. */
  readonly url: string
  readonly folder: string
  readonly types: readonly string[]
  /** Only what changed since this moment. */
  readonly since?: string
  readonly client?: BackendClient
  /** Whether plain http is allowed beyond this machine. */
  readonly allowHttp: boolean
  /** How many files are fetched at once. */
  readonly parallel: number
  /** For so long the server may take to prepare the files. */
  readonly waitHours: number
  /** Whether the job stays on the server when all is fetched. */
  readonly keepJob: boolean
}

/** What the export needs of the machine, so that tests can stand in for it. */
export interface World {
  readonly fetch: typeof fetch
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  /** Says how far the work is. */
  readonly say: (what: string) => void
}
