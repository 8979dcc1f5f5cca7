import { isRecord } from '../../../assess/json.ts'
import { askHolder } from './lock.ts'
import type { Store } from './open.ts'
import { listComments, reportFeedback } from './report.ts'
import type { FeedbackComment, FeedbackReport } from './report.ts'

/** What is asked of a store: a report, with the comments or without. */
export interface ReportQuestion {
  readonly since?: string
  readonly comments?: boolean
}

/** Feedback by statement, and what users typed where that is kept and was asked for. */
export interface ReportAnswer extends FeedbackReport {
  readonly comments?: readonly FeedbackComment[]
}

/** Makes a report from an open store. */
export const makeReport = async (
  { db }: Pick<Store, 'db'>,
  { since, comments }: ReportQuestion,
): Promise<ReportAnswer> => ({
  ...(await reportFeedback(db, since)),
  ...(comments === true ? { comments: await listComments(db, since) } : {}),
})

/** Answers a question that another process asked through the lock of the data folder. */
export const answerHolder = async (store: Store | undefined, question: string): Promise<string> => {
  if (store === undefined) return ''
  const asked: unknown = JSON.parse(question)
  const since = isRecord(asked) ? asked['since'] : undefined
  return JSON.stringify(
    await makeReport(store, {
      ...(typeof since === 'string' ? { since } : {}),
      comments: isRecord(asked) && asked['comments'] === true,
    }),
  )
}

/** Asks the process that has a data folder for a report; nothing when no process has it. */
export const askForReport = async (
  folder: string,
  question: ReportQuestion,
): Promise<ReportAnswer | undefined> => {
  const answer = await askHolder(folder, JSON.stringify(question))
  return answer === undefined || answer === '' ? undefined : (JSON.parse(answer) as ReportAnswer)
}
