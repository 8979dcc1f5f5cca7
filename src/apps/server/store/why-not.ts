import { newerStore } from './migrations.ts'
import type { StoreProblem } from './problem.ts'
import type { ServerAddress } from './server.ts'

/** Codes of a server that was not reached: of the system, and of PostgreSQL while it starts or stops. */
const unreached = /^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_|EHOSTUN|ENETUN|EPIPE|ENOENT|57P0|08)/

const named = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * Why an opened store cannot be used, and what to do about it, by the code of the fault. A driver's message
 * may repeat the password that the address holds, so only the code is told.
 */
export const whyNot = (where: string, error: unknown, server?: ServerAddress): StoreProblem => {
  const { message } = error as { readonly message: string }
  if (message === newerStore) {
    return {
      where,
      message,
      remedy: 'Run that version, or restore the backup that was made before it.',
    }
  }
  const code = codeOf(error)
  if (code === 'ERR_INVALID_URL') {
    return {
      where,
      message: 'This address cannot be read.',
      remedy:
        'Write postgresql://user:password@host:5432/database, with signs such as @ / # in the password as %40 %2F %23.',
    }
  }
  return {
    where,
    isTemporary: true,
    ...(server === undefined ? embeddedFault(code) : serverFault(code, server)),
  }
}

/** The code of a fault; the driver has none for a password that is missing and for waiting too long. */
const codeOf = (error: unknown): string => {
  const { code, message } = error as { readonly code?: string; readonly message: string }
  if (code !== undefined) return code
  if (/password/i.test(message)) return '28P01'
  return /time ?out|terminated/i.test(message) ? 'ETIMEDOUT' : 'no code'
}

type Fault = Pick<StoreProblem, 'message' | 'remedy'>

const embeddedFault = (code: string): Fault => ({
  message: `The PostgreSQL in this folder cannot be used (${code}).`,
  remedy: 'Look whether the disk is full or failing; otherwise restore the backup of the folder.',
})

const serverFault = (code: string, { place, user, database }: ServerAddress): Fault => {
  if (unreached.test(code)) {
    return {
      message: `No PostgreSQL answers at ${place} (${code}).`,
      remedy: 'Look whether it is running there, and whether host and port are right.',
    }
  }
  switch (code) {
    case '28P01':
    case '28000':
      return {
        message: `The PostgreSQL at ${place} does not let this user in (${code}).`,
        remedy: `Check the user (${user}) and the password, and whether pg_hba.conf lets them in.`,
      }
    case '3D000':
      return {
        message: `There is no database ${named(database)} at ${place} (${code}).`,
        remedy: `Make it: CREATE DATABASE ${named(database)} OWNER ${named(user)};`,
      }
    case '42501':
      return {
        message: `The user ${named(user)} may not make tables in the database ${named(database)} (${code}).`,
        remedy: `Make it the owner: ALTER DATABASE ${named(database)} OWNER TO ${named(user)}; or, in that database: GRANT CREATE ON SCHEMA public TO ${named(user)}; (PostgreSQL 15 and newer no longer give this right to everyone).`,
      }
    default:
      return {
        message: `The PostgreSQL at ${place} cannot be used (${code}).`,
        remedy: 'Look into the log of that server for this code.',
      }
  }
}
