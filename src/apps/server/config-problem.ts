import { z } from 'zod'
import { nearest } from '../../assess/input.ts'
import { isRecord } from '../../assess/json.ts'
import { configSchema } from './config-schema.ts'

/** What is wrong with the configuration, where, and what to do. */
export interface ConfigProblem {
  readonly where: string
  readonly message: string
  readonly remedy: string
}

const remedies: Readonly<Record<string, string>> = {
  profile: 'Say "production" or "dev".',
  publicUrl: 'Give the address by which the EHR calls this service: "https://cds.example.org".',
  host: 'Give an address of this machine, such as "127.0.0.1" or "0.0.0.0".',
  port: 'Give a whole number from 0 to 65535; 0 takes any free port.',
  data: 'Give the path of a folder.',
  saltFile: 'Give the path of a file with at least 32 characters that nobody else knows.',
  databaseUrl: 'Give "postgresql://user@host/database", best in the environment as DATABASE_URL.',
  'jwt.issuers':
    'Give each issuer "iss" and either "jku" (https addresses of its keys) or "jwks" (a local file).',
  'jwt.clockSkewSeconds': 'Give 0 to 300 seconds.',
  'jwt.maxLifetimeSeconds': 'Give 60 to 3600 seconds.',
  'jwt.replay': 'Say "memory", or "database" when several processes share one.',
  'jwt.protects': 'Say "cds-hooks" or "everything".',
  jwt: 'Give {"issuers": [{"iss": "…", "jku": ["https://…"]}]}, or "off" when a gateway checks tokens.',
  cors: 'Give {"origins": ["https://app.example.org"]}: scheme, host and port, no path.',
  fhirServers: 'Give base addresses such as "https://ehr.example.org/fhir/r4".',
  allowAddresses: 'Give networks such as "10.20.0.0/16" or single addresses.',
  callback: 'Give {"seconds": 3, "maxBytes": 5242880}; at most 30 seconds and 64 MB.',
  limits:
    'Give {"bodyBytes": 1048576, "requestSeconds": 10, "stopSeconds": 10}; at most 64 MB and 120 seconds.',
  rate: 'Give {"perSecond": 100, "burst": 200}, or "off" when a gateway limits.',
  trustedProxies: 'Give addresses or networks of your proxies, such as "127.0.0.1".',
  metricsFrom: 'Give addresses or networks that may read /metrics, such as "10.0.0.5".',
  feedback: 'Give {"storeComments": false, "keepCardsDays": 400}; 1 to 3650 days.',
  smartLaunchUrl: 'Give the https address at which the SMART app is launched.',
  policy: 'Give the path of a policy file.',
}

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')

/** The remedy for a field: that of the nearest named field around it. */
const remedyFor = (where: string): string => {
  const parts = where.replace(/\[\d+\]/g, '').split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const remedy = remedies[parts.slice(0, length).join('.')]
    if (remedy !== undefined) return remedy
  }
  return 'See docs/integrating.md for the fields.'
}

/** A problem of a field, with the remedy that belongs there unless another is given. */
export const fieldProblem = (
  where: string,
  message: string,
  remedy = remedyFor(where),
): ConfigProblem => ({ where, message, remedy })

/** Every field name of a schema, however deep. */
const namesIn = (schema: unknown): readonly string[] =>
  !isRecord(schema)
    ? Array.isArray(schema)
      ? schema.flatMap(namesIn)
      : []
    : [
        ...(isRecord(schema['properties']) ? Object.keys(schema['properties']) : []),
        ...Object.values(schema).flatMap(namesIn),
      ]

const knownNames = [...new Set(namesIn(z.toJSONSchema(configSchema, { io: 'input' })))]

/** The problems of one issue that the schema found. */
export const issueProblems = (issue: z.core.$ZodIssue): readonly ConfigProblem[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const near = nearest(key, knownNames)
      const where = pathText([...issue.path, key])
      return fieldProblem(
        where,
        'There is no such field.',
        near === undefined ? remedyFor(pathText(issue.path)) : `Did you mean "${near}"?`,
      )
    })
  }
  if (issue.code === 'invalid_union') {
    // Of several shapes the one that got furthest is the one that was meant.
    const deepest = issue.errors
      .filter((branch) => branch.every(({ path }) => path.length > 0))
      .flat()
    if (deepest.length > 0) {
      return deepest.flatMap((inner) =>
        issueProblems({ ...inner, path: [...issue.path, ...inner.path] }),
      )
    }
  }
  return [fieldProblem(pathText(issue.path), sentence(issue.message))]
}

const sentence = (message: string): string => {
  if (message === 'Invalid input') return 'This is no value that can be used here.'
  const text = message.replace(/^Invalid input: /, '')
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`
}
