import type { Finding } from '../book/problem.ts'
import { renderCsv } from './csv.ts'

const HEAD = ['severity', 'code', 'file', 'line', 'column', 'message', 'fix', 'related']

/** Findings as a table, one row each; related places in one cell. */
export function renderConflictsCsv(findings: readonly Finding[]): string {
  return renderCsv(
    HEAD,
    findings.map(({ severity, code, file, line, column, message, fix, related }) => [
      severity,
      code,
      file,
      String(line),
      String(column),
      message,
      fix,
      related.map((other) => `${other.file}:${other.line} ${other.message}`).join('; ')
    ])
  )
}
