import { writeInstant } from '../book/instant.ts'
import { renderJson } from './json.ts'
import type { NightlyView } from './nightly-view.ts'
import type { NightlyDocument } from './output/nightly.ts'

/** What a night did, as JSON. */
export function renderNightlyJson(view: NightlyView): string {
  const { commit, ok, outcomes, calls, pulls, issues, notices } = view
  const document: NightlyDocument = {
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
    calls: { read: calls.read, write: calls.write },
    pulls: pulls.map(({ pull, branch, state, why }) => ({ pull, branch, state, why })),
    issues: issues.map((issue) => ({ ...issue })),
    notices: notices.map(({ person, grants, workloads }) => ({
      person,
      grants: grants.map(({ grant, until }) => ({ grant, until: writeInstant(until) })),
      workloads: workloads.map(({ workload, until }) => ({ workload, until: writeInstant(until) }))
    }))
  }
  return renderJson(document)
}
