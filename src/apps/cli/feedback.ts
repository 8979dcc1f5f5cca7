import { readConfig } from '../server/config.ts'
import { readReport } from '../server/feedback-report.ts'
import type { ReportAnswer } from '../server/feedback-report.ts'
import { refuseStore, refuseTroubles, tellUnusedFolder } from './options-problems.ts'

/** What was typed. */
export interface FeedbackOptions {
  readonly config?: string
  readonly data?: string
  readonly since?: string
  readonly json?: true
  readonly comments?: true
}

/** `crampwise feedback`: what users did with the cards, by statement. The service may be running. */
export const runFeedback = async (options: FeedbackOptions): Promise<number> => {
  const since = options.since === undefined ? undefined : moment(options.since)
  if (since === 'none') {
    return refuseTroubles('a problem in the options; nothing was read.', [
      {
        where: '--since',
        message: 'This is no day and no moment.',
        remedy: 'Give YYYY-MM-DD, or RFC 3339 such as 2026-01-01T00:00:00Z.',
      },
    ])
  }
  const { data } = options
  const loaded = readConfig(options.config, data === undefined ? {} : { data })
  if ('problems' in loaded) {
    return refuseTroubles('problems in the configuration; nothing was read.', loaded.problems)
  }
  tellUnusedFolder(loaded.config, data)
  const read = await readReport(loaded.config, {
    ...(since === undefined ? {} : { since }),
    comments: options.comments === true,
  })
  if ('problem' in read) return refuseStore('the store cannot be read.', read.problem)
  process.stdout.write(
    options.json === true ? `${JSON.stringify(read.report, null, 2)}\n` : reportText(read.report),
  )
  return 0
}

const moment = (text: string): string => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const isMoment = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text)
  const date = new Date(text)
  return (isDay || isMoment) && !Number.isNaN(date.getTime()) ? date.toISOString() : 'none'
}

/** A report for people. */
const reportText = (report: ReportAnswer): string => {
  const { statements, unknownCards, entries, since, comments = [] } = report
  const widest = Math.max(9, ...statements.map(({ statement }) => statement.length))
  const row = (...cells: readonly string[]): string =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(widest) : cell.padStart(10))).join(' ')
  const lines = [
    `Feedback${since === undefined ? '' : ` since ${since}`}: ${String(entries)} entries.`,
    'Most cards are neither accepted nor overridden. A card that merges statements counts for each.',
    '',
    row('statement', 'shown', 'accepted', 'overridden'),
    ...statements.flatMap(({ statement, shown, accepted, overridden, reasons }) => [
      row(statement, String(shown), String(accepted), String(overridden)),
      ...Object.entries(reasons).map(([reason, count]) => `  ${String(count)} ${reason}`),
    ]),
  ]
  const unknown = unknownCards.accepted + unknownCards.overridden
  if (unknown > 0) {
    lines.push(
      '',
      `On cards that this store does not know: ${String(unknownCards.accepted)} accepted, ${String(unknownCards.overridden)} overridden.`,
    )
  }
  if (comments.length > 0) {
    lines.push(
      '',
      'Comments, as users typed them. They may name a patient: handle them so.',
      ...comments.map(
        (one) => `${one.at} ${one.statements.join(', ')}: ${JSON.stringify(one.comment)}`,
      ),
    )
  }
  return `${lines.join('\n')}\n`
}
