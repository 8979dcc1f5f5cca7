import { name, text } from './database.ts'

/** How what a spreadsheet would run as a formula begins: a regular expression of SQL and of JavaScript. */
export const formulaStart = String.raw`^[=+\-@\t\r]`

/** A column for a CSV, in SQL: an apostrophe stands before what a spreadsheet would run. */
export const guarded = (column: string): string =>
  `CASE WHEN regexp_matches(${name(column)}, ${text(formulaStart)}) THEN ${text("'")} || ${name(column)} ELSE ${name(column)} END AS ${name(column)}`
