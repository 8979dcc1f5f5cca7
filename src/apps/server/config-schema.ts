import { z } from 'zod'

const loopback = ['127.0.0.1', '::1']

const seconds = (most: number) => z.number().positive().max(most)

const url = (protocols: RegExp) =>
  z.url({ protocol: protocols, error: 'This is not an absolute address of the web.' })

/** An EHR whose tokens are believed: its name, where its keys are, and how it names this service. */
const issuerSchema = z
  .strictObject({
    iss: z.string().min(1).max(300),
    /** Addresses of key sets that its tokens may name; nothing else is ever fetched. */
    jku: z
      .array(url(/^https$/))
      .min(1)
      .max(10)
      .optional(),
    /** A local file with its key set, in place of `jku`. */
    jwks: z.string().min(1).optional(),
    /** What it puts into `aud` when that is not the address of the endpoint. */
    audience: z.array(z.string().min(1).max(300)).max(10).default([]),
  })
  .refine(({ jku, jwks }) => (jku === undefined) !== (jwks === undefined), {
    error: 'An issuer has its keys in one place.',
  })

const jwtSchema = z.strictObject({
  issuers: z.array(issuerSchema).min(1).max(50),
  /** Clocks may differ by so much, in seconds. */
  clockSkewSeconds: z.number().min(0).max(300).default(60),
  /** A token that lives longer than this is refused: it would have to be remembered as long. */
  maxLifetimeSeconds: z.number().min(60).max(3600).default(600),
  /** Where used tokens are remembered: in the database when several processes share one. */
  replay: z.enum(['memory', 'database']).default('memory'),
  /** What asks for a token: the CDS Hooks endpoints, or everything but health and metrics. */
  protects: z.enum(['cds-hooks', 'everything']).default('cds-hooks'),
})

/** A record system that may launch the workbench, as SMART App Launch has it. */
const smartServerSchema = z.strictObject({
  /** Its FHIR base. */
  iss: url(/^https?$/),
  /** How it knows the workbench: a public client, without a secret. */
  clientId: z.string().min(1).max(300),
  name: z.string().min(1).max(100).optional(),
  scope: z.string().min(1).max(1000).optional(),
  /** Origins besides that of `iss` that a launch talks to, such as where tokens are given out. */
  origins: z
    .array(url(/^https?$/))
    .max(10)
    .default([]),
})

const smartSchema = z.strictObject({
  servers: z.array(smartServerSchema).min(1).max(50),
  /** Origins that may show the launched workbench in a frame. */
  frameAncestors: z
    .array(url(/^https?$/))
    .max(50)
    .default([]),
})

/** The shape of the configuration file. What a field means is said in docs/integrating.md. */
export const configSchema = z.strictObject({
  profile: z.enum(['production', 'dev']).default('production'),
  /** The address by which the EHR calls this service, without a slash at the end. */
  publicUrl: url(/^https?$/)
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  host: z.string().min(1).default('127.0.0.1'),
  port: z.int().min(0).max(65535).default(8080),
  data: z.string().min(1).optional(),
  /** A file with the secret that card ids are made with; made in the data folder when left out. */
  saltFile: z.string().min(1).optional(),
  databaseUrl: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'This is no PostgreSQL address.')
    .optional(),
  jwt: z.union([z.literal('off'), jwtSchema]).optional(),
  cors: z.strictObject({ origins: z.array(url(/^https?$/)).max(100) }).default({ origins: [] }),
  fhirServers: z
    .array(url(/^https?$/))
    .max(100)
    .default([]),
  /** Private addresses that the `fhirServers` and key sets may lie at: networks in CIDR notation. */
  allowAddresses: z.array(z.string()).max(100).default([]),
  callback: z
    .strictObject({
      seconds: seconds(30).default(3),
      maxBytes: z
        .int()
        .min(1024)
        .max(64 * 1024 * 1024)
        .default(5 * 1024 * 1024),
    })
    .prefault({}),
  limits: z
    .strictObject({
      bodyBytes: z
        .int()
        .min(1024)
        .max(64 * 1024 * 1024)
        .default(1024 * 1024),
      requestSeconds: seconds(120).default(10),
      stopSeconds: seconds(120).default(10),
    })
    .prefault({}),
  rate: z
    .union([
      z.literal('off'),
      z.strictObject({
        perSecond: z.number().positive().max(100_000),
        burst: z.int().min(1).max(100_000),
      }),
    ])
    .default({ perSecond: 100, burst: 200 }),
  trustedProxies: z.array(z.string()).max(100).default([]),
  metricsFrom: z.array(z.string()).max(100).default(loopback),
  feedback: z
    .strictObject({
      storeComments: z.boolean().default(false),
      keepCardsDays: z.int().min(1).max(3650).default(400),
    })
    .prefault({}),
  smartLaunchUrl: url(/^https$/).optional(),
  /** Record systems that may launch the workbench; without any it talks to nobody. */
  smart: smartSchema.optional(),
  policy: z.string().min(1).optional(),
})

/** A configuration as it is used: every field that has a default has a value. */
export type ServerConfig = z.output<typeof configSchema>

/** How JSON Web Tokens are checked. */
export type JwtConfig = z.output<typeof jwtSchema>

/** Who may launch the workbench, and who may frame it. */
export type SmartConfig = z.output<typeof smartSchema>

/** An issuer whose tokens are believed. */
export type IssuerConfig = z.output<typeof issuerSchema>
