import type { AuditProblem } from '../evidence/audit/codes.ts'
import type { AuditView } from './audit-view.ts'
import { renderJson } from './json.ts'
import type { AuditDocument } from './output/audit.ts'

/** What an audit found, as JSON. */
export function renderAuditJson(view: AuditView): string {
  const { commits, grants, events, problems, anchor } = view
  const document: AuditDocument = {
    format: 1,
    ok: problems.length === 0,
    commits,
    grants,
    events,
    anchored: anchor.state === 'contained',
    problems: problems.toSorted(compareProblems).map(({ code, file, line, commit, message }) => ({
      code,
      file,
      line,
      commit,
      message
    }))
  }
  return renderJson(document)
}

/** By path, then line, then code; what is about no file comes first. Otherwise in the order of the record. */
export function compareProblems(a: AuditProblem, b: AuditProblem): number {
  const [left, right] = [a.file ?? '', b.file ?? '']
  if (left !== right) return left < right ? -1 : 1
  const lines = (a.line ?? 0) - (b.line ?? 0)
  if (lines !== 0) return lines
  return a.code === b.code ? 0 : a.code < b.code ? -1 : 1
}
