import { isLoopback } from './trust/loopback.ts'
import { readNetworks } from './trust/networks.ts'
import { readKeySet } from './trust/key-file.ts'
import { sandboxIssuer } from './trust/sandbox.ts'
import { fieldProblem } from './config-problem.ts'
import type { ConfigProblem } from './config-problem.ts'
import type { ServerConfig } from './config-schema.ts'

type Check = (config: ServerConfig) => readonly ConfigProblem[]

const networks: Check = (config) =>
  (['allowAddresses', 'trustedProxies', 'metricsFrom'] as const).flatMap((field) =>
    readNetworks(config[field]).wrong.map((index) =>
      fieldProblem(`${field}[${String(index)}]`, 'This is no address and no network.'),
    ),
  )

/** How others than this machine come to call the service, or nothing where they cannot. */
const wayIn = ({ host, publicUrl, trustedProxies }: ServerConfig): string | undefined => {
  if (!isLoopback(host)) return `On ${host}`
  if (publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname)) return `By ${publicUrl}`
  return trustedProxies.length > 0 ? 'Through the trusted proxies' : undefined
}

const reach: Check = (config) => {
  const { profile, host, jwt, publicUrl } = config
  const problems: ConfigProblem[] = []
  const way = wayIn(config)
  if (profile === 'dev' && !isLoopback(host)) {
    problems.push(
      fieldProblem(
        'host',
        `The dev profile is for this machine alone, and ${host} can be reached from others.`,
        'Listen on 127.0.0.1, or use the production profile.',
      ),
    )
  }
  if (way !== undefined && jwt === undefined) {
    problems.push(
      fieldProblem(
        'jwt',
        `${way} others can call this service, and nothing says how it knows them.`,
      ),
    )
  }
  if (publicUrl !== undefined) {
    const { protocol, hostname, search, hash, username } = new URL(publicUrl)
    if (protocol === 'http:' && !isLoopback(hostname)) {
      problems.push(
        fieldProblem('publicUrl', 'Plain http is for this machine alone.', 'Use https.'),
      )
    }
    if (`${search}${hash}${username}` !== '') {
      problems.push(fieldProblem('publicUrl', 'The address has a query, a fragment or a user.'))
    }
  }
  return problems
}

/** What is wrong with one address: over plain http only this machine is called, in the dev profile. */
const plainHttp = (where: string, address: string, profile: string): readonly ConfigProblem[] => {
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && !(profile === 'dev' && isLoopback(hostname))
    ? [
        fieldProblem(
          where,
          'Plain http is for this machine alone, in the dev profile.',
          'Use https.',
        ),
      ]
    : []
}

const originAt = (where: string, text: string, profile: string): readonly ConfigProblem[] => {
  const { origin } = new URL(text)
  return origin === text
    ? plainHttp(where, text, profile)
    : [fieldProblem(where, `An origin has no path; this would be ${origin}.`)]
}

const serverAt = (where: string, text: string, profile: string): readonly ConfigProblem[] => {
  const { search, hash, username } = new URL(text)
  return `${search}${hash}${username}` === ''
    ? plainHttp(where, text, profile)
    : [fieldProblem(where, 'The address has a query, a fragment or a user.')]
}

const each = (
  texts: readonly string[],
  where: string,
  check: typeof originAt,
  profile: string,
): readonly ConfigProblem[] =>
  texts.flatMap((text, index) => check(`${where}[${String(index)}]`, text, profile))

const addresses: Check = ({ cors, fhirServers, smart, profile }) => [
  ...each(cors.origins, 'cors.origins', originAt, profile),
  ...each(fhirServers, 'fhirServers', serverAt, profile),
  ...each(smart?.frameAncestors ?? [], 'smart.frameAncestors', originAt, profile),
  ...(smart?.servers ?? []).flatMap(({ iss, origins }, index) => {
    const where = `smart.servers[${String(index)}]`
    return [
      ...serverAt(`${where}.iss`, iss, profile),
      ...each(origins, `${where}.origins`, originAt, profile),
    ]
  }),
]

const tokens: Check = ({ jwt, publicUrl, profile, databaseUrl }) => {
  if (jwt === undefined || jwt === 'off') return []
  const problems: ConfigProblem[] = []
  if (publicUrl === undefined) {
    problems.push(
      fieldProblem(
        'publicUrl',
        'Tokens name the address they are for; this service must know its own.',
      ),
    )
  }
  if (jwt.replay === 'database' && databaseUrl === undefined) {
    problems.push(
      fieldProblem(
        'jwt.replay',
        'No database is shared: the data folder belongs to one process.',
        'Set DATABASE_URL, or say "memory".',
      ),
    )
  }
  jwt.issuers.forEach(({ iss, jwks }, index) => {
    const where = `jwt.issuers[${String(index)}]`
    if (jwt.issuers.findIndex((other) => other.iss === iss) !== index) {
      problems.push(fieldProblem(`${where}.iss`, 'This issuer is listed twice.', 'Merge the two.'))
    }
    if (iss === sandboxIssuer && (profile !== 'dev' || jwks === undefined)) {
      problems.push(
        fieldProblem(
          `${where}.iss`,
          'The private key of the public sandbox is public: anyone can sign as it.',
          'Use it only with "profile": "dev" and its keys in a local file ("jwks").',
        ),
      )
    }
    if (jwks !== undefined) {
      const read = readKeySet(jwks, profile)
      if ('message' in read) problems.push(fieldProblem(`${where}.jwks`, read.message, read.remedy))
    }
  })
  return problems
}

/** What is wrong between the fields of a configuration, or with what they point at. */
export const checkConfig: Check = (config) =>
  [networks, reach, addresses, tokens].flatMap((check) => check(config))
