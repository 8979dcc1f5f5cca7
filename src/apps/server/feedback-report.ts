import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from './config.ts'
import type { ServerConfig } from './config.ts'
import { askForReport, makeReport } from './store/holder.ts'
import type { ReportAnswer, ReportQuestion } from './store/holder.ts'
import { openStore } from './store/open.ts'
import type { StoreProblem } from './store/problem.ts'

export type { ReportAnswer, ReportQuestion } from './store/holder.ts'

/**
 * Reads the report from the store of a configuration: from the database, from the process that has the
 * data folder, or, when none has it, from the folder.
 */
export const readReport = async (
  config: ServerConfig,
  question: ReportQuestion,
): Promise<{ readonly report: ReportAnswer } | { readonly problem: StoreProblem }> => {
  const { databaseUrl } = config
  const folder = dataFolder(config)
  if (databaseUrl === undefined) {
    if (!existsSync(join(folder, 'pg'))) return { problem: noStore(folder) }
    const report = await askForReport(folder, question)
    if (report !== undefined) return { report }
  }
  const store = await openStore(databaseUrl === undefined ? { folder } : { databaseUrl })
  if ('problem' in store) return store
  try {
    return { report: await makeReport(store, question) }
  } finally {
    await store.close()
  }
}

const noStore = (where: string): StoreProblem => ({
  where,
  message: 'There is no store in this folder.',
  remedy: 'Give the folder that the service was started with (--data), or set DATABASE_URL.',
})
