import { stringify } from 'csv-stringify/sync'
import { plainLine } from './escape.ts'

/** One row of a table: text as people read it. */
export type Row = readonly string[]

/** What spreadsheets take for the beginning of a formula, blanks before it or not. Source: OWASP, "CSV Injection". */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u

/**
 * A table as CSV (RFC 4180, a line feed after each row); a cell with a semicolon is in quotes too, because some programs
 * split there. Nothing in it is a formula to a spreadsheet: a cell that begins like one gets an apostrophe in front.
 */
export function renderCsv(head: Row, rows: readonly Row[]): string {
  return stringify([[...head], ...rows.map((row) => row.map(cell))], { quoted_match: ';' })
}

function cell(text: string): string {
  const plain = plainLine(text)
  return FORMULA.test(plain) ? `'${plain}` : plain
}
