import type { SweepParts } from '../parts.ts'

/** The screen's parts with the statements as Spark writes them. */
export type SparkParts = Pick<
  SweepParts,
  'definition' | 'rules' | 'concerns' | 'columns' | 'quantityColumns' | 'statementsSql'
>
