import type { Verdict } from '../approval/verdict.ts'
import { writeInstant } from '../book/instant.ts'
import type { ApprovalsView } from './approvals-view.ts'
import { renderJson } from './json.ts'
import type { ApprovalsDocument } from './output/approvals.ts'

/** A verdict as a document: what `approvals` and `verdict` print alike. */
export function approvalsDocument(verdict: Verdict, ok: boolean): ApprovalsDocument {
  const { pull, head, base, state, why, paths } = verdict
  return {
    format: 1,
    ok,
    pull,
    head,
    base,
    state,
    why,
    paths: paths.map((each) => ({
      path: each.path,
      blob: each.blob,
      state: each.state,
      approvals: each.approvals.map(({ login, person, as, review, commit, at }) => ({
        login,
        person,
        as,
        review,
        commit,
        at: writeInstant(at)
      })),
      missing: each.missing.map(({ from, count, why: because, could }) => ({
        from: [...from],
        count,
        why: because,
        could: could && [...could]
      }))
    }))
  }
}

/** Approvals as one JSON document. */
export function renderApprovalsJson({ verdict }: ApprovalsView): string {
  return renderJson(approvalsDocument(verdict, verdict.state === 'approved'))
}
