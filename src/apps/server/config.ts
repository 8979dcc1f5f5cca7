import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { isRecord } from '../../assess/json.ts'
import { readPolicy } from '../../assess/policy.ts'
import type { Policy } from '../../assess/policy.ts'
import { checkConfig } from './config-checks.ts'
import { fieldProblem, issueProblems } from './config-problem.ts'
import type { ConfigProblem } from './config-problem.ts'
import { configSchema } from './config-schema.ts'
import type { ServerConfig } from './config-schema.ts'

export type { ConfigProblem } from './config-problem.ts'
export type { IssuerConfig, JwtConfig, ServerConfig, SmartConfig } from './config-schema.ts'

/** What was typed on the command line; it goes before the file. */
export interface ConfigFlags {
  readonly host?: string
  readonly port?: number | string
  readonly data?: string
  readonly profile?: string
}

/** A configuration that can be served by, with the site's policy when it names one. */
export interface LoadedConfig {
  readonly config: ServerConfig
  readonly policy?: Policy
}

/** A configuration, or every problem with it at once. */
export type ReadConfig = LoadedConfig | { readonly problems: readonly ConfigProblem[] }

/**
 * Reads the configuration: the file, over it what was typed, and `DATABASE_URL` from the environment.
 * Without a file the defaults serve this machine alone.
 */
export const readConfig = (
  file: string | undefined,
  flags: ConfigFlags = {},
  env: Readonly<Record<string, string | undefined>> = process.env,
): ReadConfig => {
  const input = file === undefined ? {} : readJson(file)
  if (!isRecord(input) || 'problem' in input) {
    return {
      problems: [
        fieldProblem(
          file ?? 'configuration',
          isRecord(input) ? String(input['problem']) : 'The file holds no object.',
          'Give the path of a JSON file with an object of the fields in docs/integrating.md.',
        ),
      ],
    }
  }
  const read = configSchema.safeParse({ ...input, ...environment(env), ...typed(flags) })
  if (!read.success) return { problems: read.error.issues.flatMap(issueProblems) }
  const policy = readPolicyFile(read.data.policy)
  const problems = [...checkConfig(read.data), ...('problems' in policy ? policy.problems : [])]
  return problems.length > 0 || 'problems' in policy
    ? { problems }
    : { config: read.data, ...policy }
}

/** The folder of the embedded store: as configured, as systemd gives it, or in the user's own state. */
export const dataFolder = (
  config: ServerConfig,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string =>
  config.data ??
  env['STATE_DIRECTORY']?.split(':')[0] ??
  join(env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'crampwise')

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch (error) {
    const code = (error as { readonly code?: string }).code
    return {
      problem: code === undefined ? 'The file is not JSON.' : `The file cannot be read (${code}).`,
    }
  }
}

const environment = (env: Readonly<Record<string, string | undefined>>): object => {
  const databaseUrl = env['DATABASE_URL']
  return databaseUrl === undefined || databaseUrl === '' ? {} : { databaseUrl }
}

const typed = (flags: ConfigFlags): object => ({
  ...flags,
  ...(typeof flags.port === 'string' && /^\d+$/.test(flags.port)
    ? { port: Number(flags.port) }
    : {}),
})

const readPolicyFile = (
  file: string | undefined,
): { readonly policy?: Policy } | { readonly problems: readonly ConfigProblem[] } => {
  if (file === undefined) return {}
  const input = readJson(file)
  if (isRecord(input) && 'problem' in input) {
    return { problems: [fieldProblem('policy', `${file}: ${String(input['problem'])}`)] }
  }
  return readPolicy(input)
}
