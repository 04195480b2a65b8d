import type { ApplyView } from './apply-view.ts'
import { renderJson } from './json.ts'
import type { ApplyDocument } from './output/apply.ts'

/** What an apply did, as JSON. */
export function renderApplyJson({ commit, ok, outcomes, calls }: ApplyView): string {
  const document: ApplyDocument = {
    format: 1,
    ok,
    commit,
    outcomes: outcomes.map(({ grant, system, action, state, why }) => ({
      grant,
      system,
      action,
      state,
      why
    })),
    calls: { read: calls.read, write: calls.write }
  }
  return renderJson(document)
}
