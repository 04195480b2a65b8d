import { stringify } from 'csv-stringify/sync'
import { plainLine } from './escape.ts'

/** One row of a table: text as people read it. */
export type Row = readonly string[]

/**
 * A table as CSV (RFC 4180, a line feed after each row). Nothing in it is a formula to a spreadsheet: a cell that begins
 * like one gets an apostrophe in front. Source: OWASP, "CSV Injection".
 */
export function renderCsv(head: Row, rows: readonly Row[]): string {
  const plain = rows.map((row) => row.map(plainLine))
  return stringify([[...head], ...plain], { escape_formulas: true })
}
